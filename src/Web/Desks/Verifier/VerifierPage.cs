using Tanheng.Rulebook;

namespace Tanheng.Web.Desks.Verifier;

/// <summary>A page of the desk for one office.</summary>
public abstract class VerifierPage : DeskPage
{
    /// <inheritdoc />
    protected override Role Office => Role.Verifier;
}
