using Tanheng.Rulebook;

namespace Tanheng.Web.Desks.Auditor;

/// <summary>A page of the desk for one office.</summary>
public abstract class AuditorPage : DeskPage
{
    /// <inheritdoc />
    protected override Role Office => Role.Auditor;
}
