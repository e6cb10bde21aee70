using System.Numerics;
using Tanheng.Ledger;
using Tanheng.Quantities;

namespace Tanheng.Scheme.Registry;

/// <summary>
/// What all commands about pledges ask. Pledged units are in a compartment of their own, and everything else takes
/// units from what is free: they are not sold, transferred, surrendered, cancelled or taken, whoever asks, until they
/// are released.
/// </summary>
public static class Pledges
{
    /// <summary>
    /// The closing price that pledges of a unit are valued at: the latest close, before the first trade the rulebook's
    /// reference price; null where the unit is not traded.
    /// </summary>
    public static Price? PriceOf(SchemeState state, Asset asset) =>
        state.Trading.Instruments.GetValueOrDefault(asset)?.Reference;

    /// <summary>质押率: a claim of the units' value, to 0.01 %, half up.</summary>
    public static Percent LoanToValue(Money claim, Tonnes quantity, Price price)
    {
        var value = (BigInteger)price.Minor * quantity.Value;
        var hundredths = value.IsZero ? 0 : ((claim.Minor * (BigInteger)20_000 / value) + 1) / 2;
        return new Percent((decimal)hundredths / 100m);
    }

    /// <summary>
    /// The movement that registers a pledge. Refusals in order: not pledgeable; bad claim; end in the past; those of a
    /// sender; those of the ledger; beyond the loan to value.
    /// </summary>
    internal static Outcome<Transaction> Check(SchemeState state, Pledge pledge, DateTimeOffset time)
    {
        const string type = TransactionTypes.Pledge;
        if (state.Rules.Pledges is not { } rule || !rule.Units.Any(unit => IsOf(state, unit, pledge.Asset)))
        {
            return PledgeRefusals.NotPledgeable.With(("unit", pledge.Asset));
        }

        if (pledge.Claim.Currency != state.Rules.Currency || pledge.Claim.Minor <= 0)
        {
            return PledgeRefusals.BadClaim.With(("claim", pledge.Claim), ("currency", state.Rules.Currency));
        }

        var today = state.Rules.Calendar.Day(time);
        if (pledge.Until < today)
        {
            return PledgeRefusals.EndInThePast.With(("until", pledge.Until), ("today", today));
        }

        if (Accounts.CheckSender(state, pledge.Account, type) is { } bad)
        {
            return bad;
        }

        var (from, to) = (new Place(pledge.Account), new Place(pledge.Account, Compartment.Pledged));
        var draft = new Draft(pledge.Asset, from, to, pledge.Quantity.Value);
        if (!state.Ledger.Plan().Transact(type, draft).Try(out var transaction, out var refusal))
        {
            return refusal;
        }

        return CheckValue(state, pledge) is { } beyond ? beyond : transaction;
    }

    /// <summary>An application that waits. Refusals in order: unknown pledge; pledge in force.</summary>
    internal static Outcome<Pledge> Waiting(SchemeState state, PledgeId id)
    {
        if (state.Pledges.Find(id) is not { } pledge)
        {
            return PledgeRefusals.UnknownPledge.With(("pledge", id));
        }

        return pledge.Status == PledgeStatus.Applied ? pledge : PledgeRefusals.PledgeInForce.With(("pledge", id));
    }

    /// <summary>A pledge in force. Refusals in order: unknown pledge; pledge not registered.</summary>
    internal static Outcome<Pledge> InForce(SchemeState state, PledgeId id)
    {
        if (state.Pledges.Find(id) is not { } pledge)
        {
            return PledgeRefusals.UnknownPledge.With(("pledge", id));
        }

        return pledge.Status == PledgeStatus.Registered
            ? pledge
            : PledgeRefusals.PledgeNotRegistered.With(("pledge", id), ("pledgee", pledge.Pledgee));
    }

    /// <summary>Null when the holder is the pledgee.</summary>
    internal static Refusal? CheckPledgee(Pledge pledge, HolderId holder) => holder == pledge.Pledgee
        ? null
        : PledgeRefusals.NotThePledgee.With(
            ("holder", holder), ("pledge", pledge.Id), ("pledgee", pledge.Pledgee));

    /// <summary>
    /// The lowest serials of a pledge as a draft to a place. Refusals in order: beyond the pledge; claim not lower.
    /// </summary>
    internal static Outcome<Draft> Take(Pledge pledge, Tonnes quantity, Money? claimLeft, Place to)
    {
        if (quantity > pledge.Quantity)
        {
            return PledgeRefusals.BeyondPledge.With(
                ("pledge", pledge.Id), ("left", pledge.Quantity), ("quantity", quantity));
        }

        if (claimLeft is { } left
            && (left.Currency != pledge.Claim.Currency || left.Minor < 0 || left >= pledge.Claim))
        {
            return PledgeRefusals.ClaimNotLower.With(
                ("left", left), ("pledge", pledge.Id), ("claim", pledge.Claim));
        }

        var serials = quantity > Tonnes.Zero ? UnitAssets.Lowest(pledge.Serials, quantity.Value) : default;
        var from = new Place(pledge.Account, Compartment.Pledged);
        return new Draft(pledge.Asset, from, to, quantity.Value, serials);
    }

    /// <summary>Some serials are no longer pledged; a pledge without any is over.</summary>
    internal static void Reduce(SchemeState state, PledgeId id, SerialSet taken, Money? claimLeft)
    {
        var pledge = state.Pledges.Pledges[id];
        var left = UnitAssets.Without(pledge.Serials, taken);
        if (left.IsEmpty)
        {
            state.Pledges.Pledges.Remove(id);
            return;
        }

        state.Pledges.Pledges[id] = pledge with
        {
            Serials = left,
            Quantity = new Tonnes(left.Count),
            Claim = claimLeft ?? pledge.Claim,
        };
    }

    /// <summary>Pledges of units that moved out of the compartment altogether are over.</summary>
    internal static void Forget(SchemeState state, IEnumerable<Movement> movements)
    {
        var gone = movements.Where(move => move.From.Compartment == Compartment.Pledged)
            .Select(move => (move.From.Account, move.Asset))
            .ToHashSet();
        foreach (var pledge in state.Pledges.Pledges.Values
            .Where(one => one.Status == PledgeStatus.Registered && gone.Contains((one.Account, one.Asset))).ToList())
        {
            state.Pledges.Pledges.Remove(pledge.Id);
        }
    }

    /// <summary>What the units of a pledge are worth, in minor units.</summary>
    internal static BigInteger Value(Pledge pledge, Price price) => (BigInteger)price.Minor * pledge.Quantity.Value;

    private static Refusal? CheckValue(SchemeState state, Pledge pledge)
    {
        if (state.Rules.Pledges?.LoanToValue is not { } share || PriceOf(state, pledge.Asset) is not { } price
            || share.Of(Value(pledge, price), Rounding.Floor) is var most && pledge.Claim.Minor <= most)
        {
            return null;
        }

        // Below the claim, so it fits.
        return PledgeRefusals.BeyondLoanToValue.With(
            ("quantity", pledge.Quantity),
            ("asset", pledge.Asset),
            ("price", price),
            ("most", new Money((long)most, price.Currency)),
            ("limit", share),
            ("claim", pledge.Claim));
    }

    private static bool IsOf(SchemeState state, string unit, Asset asset) =>
        state.Rules.Unit(unit) is { } family
        && (family.Vintages.Count == 0
            ? family.AssetCode(default) == asset.Code
            : family.Vintages.Any(vintage => family.AssetCode(vintage) == asset.Code));
}
