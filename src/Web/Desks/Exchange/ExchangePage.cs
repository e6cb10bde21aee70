using Tanheng.Rulebook;
using Tanheng.Web.People;

namespace Tanheng.Web.Desks.Exchange;

/// <summary>A page of the exchange's own desk: for its operator and the authority; auditors read.</summary>
public abstract class ExchangePage : DeskPage
{
    /// <summary>Who may look.</summary>
    public static readonly Role[] Readers = [Role.ExchangeOperator, Role.Authority, Role.Auditor];

    /// <inheritdoc />
    protected override Role Office => Role.ExchangeOperator;

    /// <summary>True when the reader may act, not only look.</summary>
    protected bool Acts => Scene.Mandate.Is(Role.ExchangeOperator) || Scene.Mandate.Is(Role.Authority);

    /// <inheritdoc />
    protected override bool Admits(Mandate mandate) => Readers.Any(mandate.Is);

    /// <summary>What may be done, for those who may.</summary>
    protected IReadOnlyList<Portal.Tables.Act> For(params IEnumerable<Portal.Tables.Act> acts) => Acts ? [.. acts] : [];
}
