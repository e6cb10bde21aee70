using System.Globalization;
using Tanheng.Ledger;
using Tanheng.Quantities;
using Tanheng.Rulebook;
using Tanheng.Scheme;
using Tanheng.Scheme.Registry;

namespace Tanheng.Web.Entities.Models;

/// <summary>What is in one part of an account.</summary>
/// <param name="Account">The account.</param>
/// <param name="Position">What is in it.</param>
/// <param name="Unit">The unit family; null for money.</param>
/// <param name="Vintage">The vintage; default when the family has none.</param>
public sealed record PositionLine(Account Account, Position Position, UnitRule? Unit, CompliancePeriod Vintage)
{
    /// <summary>True when the holder may send it.</summary>
    public bool IsFree => Position.Compartment == Compartment.Free && Unit is not null
        && Account.Status == AccountStatus.Active && Account.Kind is AccountKind.Registry or AccountKind.Trading;

    /// <summary>What a form sends for this position: account, unit and vintage.</summary>
    public string Key => string.Create(
        CultureInfo.InvariantCulture, $"{Account.Id.Value}|{Unit?.Code}|{(Vintage == default ? "0" : Vintage)}");

    /// <summary>All positions of a holder, account by account.</summary>
    public static IReadOnlyList<PositionLine> Of(SchemeState state, HolderId holder) =>
    [
        .. DeskView.AccountsOf(state, holder).SelectMany(account => state.Ledger.Positions(account.Id)
            .OrderBy(position => position.Asset.Code, StringComparer.Ordinal).ThenBy(position => position.Compartment)
            .Select(position => One(state, account, position))),
    ];

    private static PositionLine One(SchemeState state, Account account, Position position)
    {
        foreach (var unit in state.Rules.Units)
        {
            foreach (var vintage in unit.Vintages.Count == 0 ? [default] : unit.Vintages)
            {
                if (unit.AssetCode(vintage) == position.Asset.Code)
                {
                    return new PositionLine(account, position, unit, vintage);
                }
            }
        }

        return new PositionLine(account, position, null, default);
    }
}
