using Tanheng.Rulebook;

namespace Tanheng.Web.Desks.Operator;

/// <summary>A page of the desk for one office.</summary>
public abstract class OperatorPage : DeskPage
{
    /// <inheritdoc />
    protected override Role Office => Role.RegistryOperator;
}
