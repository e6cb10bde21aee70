using Tanheng.Rulebook;

namespace Tanheng.Web.Desks.Authority;

/// <summary>A page of the desk for one office.</summary>
public abstract class AuthorityPage : DeskPage
{
    /// <inheritdoc />
    protected override Role Office => Role.Authority;
}
