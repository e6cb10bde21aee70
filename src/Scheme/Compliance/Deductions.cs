using Tanheng.Ledger;
using Tanheng.Quantities;
using Tanheng.Rulebook;

namespace Tanheng.Scheme.Compliance;

/// <summary>Why an allocation is smaller than determined, in the order in which it is netted.</summary>
public enum DeductionKind
{
    /// <summary>核减: a cut for a refusal to correct.</summary>
    Cut,

    /// <summary>欠缴: what is still owed of an earlier period.</summary>
    Arrears,

    /// <summary>预支: what was lent of this allocation before.</summary>
    Advance,
}

/// <summary>Something to be netted.</summary>
/// <param name="Kind">Why.</param>
/// <param name="Quantity">Tonnes; zero for a share.</param>
/// <param name="Share">A share of the determined allocation, instead of tonnes.</param>
/// <param name="Case">The case it comes from.</param>
/// <param name="Netted">What allocations have kept back for it so far.</param>
public sealed record Deduction(
    DeductionKind Kind, Tonnes Quantity, Percent? Share = null, CaseId? Case = null, Tonnes Netted = default)
{
    /// <summary>
    /// Tonnes not netted yet, of a determined allocation; a share is rounded down. Negative when what it stands on
    /// shrank after it was netted: that much is to be given back.
    /// </summary>
    public Tonnes Pending(Tonnes determined) =>
        (Share is { } share ? share.Of(determined, Rounding.Floor) : Quantity) - Netted;
}

/// <summary>What a holder still owes is kept back from its allocation of a period.</summary>
public sealed record RecordArrears(HolderId Holder, CompliancePeriod Period, Tonnes Quantity, string Reason) : Command;

/// <summary>Arrears will be netted out of a period's allocation.</summary>
public sealed record ArrearsRecorded(HolderId Holder, CompliancePeriod Period, Tonnes Quantity, string Reason) : Event;

/// <summary>
/// What the next allocation has to net out: cuts, then arrears, then advances 核减. The allocation asks
/// <see cref="Pending(SchemeState, HolderId, CompliancePeriod)"/>, keeps back at most what it has, and calls
/// <see cref="Clear"/> where its event is applied; what could not be netted stays for a later true-up.
/// Refusals of record-arrears in order: unknown period; unknown holder; quantity not positive; no reason.
/// </summary>
public static class Deductions
{
    internal static void Register(Catalogue catalogue) => catalogue
        .Command<RecordArrears>("record-arrears", Permission.Of(Role.Authority), Decide)
        .Event<ArrearsRecorded>("arrears-recorded", Apply);

    /// <summary>
    /// Tonnes to keep back from the holder's allocation of a period, not yet netted. Shares count of what is determined
    /// so far; while nothing is, use the other form.
    /// </summary>
    public static Tonnes Pending(SchemeState state, HolderId holder, CompliancePeriod period) =>
        Pending(state, holder, period, state.Allocation.Of(holder, period)?.Determined ?? Tonnes.Zero);

    /// <summary>Tonnes to keep back when <paramref name="determined"/> is what the method gave.</summary>
    public static Tonnes Pending(SchemeState state, HolderId holder, CompliancePeriod period, Tonnes determined)
    {
        var sum = Tonnes.Zero;
        foreach (var deduction in Of(state, holder, period))
        {
            sum += deduction.Pending(determined);
        }

        return sum;
    }

    /// <summary>What is pending, in the order of netting.</summary>
    public static IReadOnlyList<Deduction> Of(SchemeState state, HolderId holder, CompliancePeriod period) =>
        state.Compliance.Deductions.TryGetValue((holder, period), out var pending) ? pending : [];

    /// <summary>
    /// To be called where a deduction's event is applied: <paramref name="netted"/> more tonnes are kept back, in the
    /// order of netting; when it is negative so many are given back, in the opposite order.
    /// </summary>
    public static void Clear(SchemeState state, HolderId holder, CompliancePeriod period, Tonnes netted)
    {
        if (!state.Compliance.Deductions.TryGetValue((holder, period), out var all) || all.Count == 0)
        {
            return;
        }

        var determined = state.Allocation.Of(holder, period)?.Determined ?? Tonnes.Zero;
        for (var i = 0; i < all.Count && netted > Tonnes.Zero; i++)
        {
            var part = Tonnes.Min(Tonnes.Max(all[i].Pending(determined), Tonnes.Zero), netted);
            Note(i, part);
        }

        // A share that was netted by a determination which is part of the same row: its tonnes are not known here yet.
        if (netted > Tonnes.Zero && all.FindIndex(one => one.Share is not null) is >= 0 and var share)
        {
            Note(share, netted);
        }

        for (var i = all.Count - 1; i >= 0 && netted < Tonnes.Zero; i--)
        {
            Note(i, -Tonnes.Min(all[i].Netted, -netted));
        }

        void Note(int i, Tonnes part)
        {
            all[i] = all[i] with { Netted = all[i].Netted + part };
            netted -= part;
        }
    }

    internal static void Add(SchemeState state, HolderId holder, CompliancePeriod period, Deduction deduction)
    {
        if (!state.Compliance.Deductions.TryGetValue((holder, period), out var pending))
        {
            state.Compliance.Deductions.Add((holder, period), pending = []);
        }

        var after = pending.FindIndex(other => other.Kind > deduction.Kind);
        pending.Insert(after < 0 ? pending.Count : after, deduction);
    }

    /// <summary>An advance was not used: less is to be netted.</summary>
    internal static void Shrink(SchemeState state, HolderId holder, CompliancePeriod period, Tonnes unused)
    {
        if (!state.Compliance.Deductions.TryGetValue((holder, period), out var pending))
        {
            return;
        }

        for (var i = 0; i < pending.Count; i++)
        {
            if (pending[i].Kind == DeductionKind.Advance)
            {
                var part = Tonnes.Min(pending[i].Quantity, unused);
                pending[i] = pending[i] with { Quantity = pending[i].Quantity - part };
                unused -= part;
            }
        }
    }

    /// <summary>
    /// A case changed: its cut is at most <paramref name="most"/>, and none at all when that is zero.
    /// </summary>
    internal static void Bound(SchemeState state, CaseId about, Tonnes most)
    {
        foreach (var pending in state.Compliance.Deductions.Values)
        {
            for (var i = 0; i < pending.Count; i++)
            {
                if (pending[i].Case == about)
                {
                    pending[i] = pending[i] with
                    {
                        Quantity = Tonnes.Min(pending[i].Quantity, most),
                        Share = most == Tonnes.Zero ? null : pending[i].Share,
                    };
                }
            }
        }
    }

    private static Outcome<Decision> Decide(SchemeState state, in Context context, RecordArrears command)
    {
        if (state.Rules.Period(command.Period) is null)
        {
            return ComplianceRefusals.UnknownPeriod.With(("period", command.Period));
        }

        if (state.Registry.Find(command.Holder) is null)
        {
            return ComplianceRefusals.UnknownHolder.With(("holder", command.Holder));
        }

        if (command.Quantity <= Tonnes.Zero)
        {
            return ComplianceRefusals.QuantityNotPositive.With(("quantity", command.Quantity.Value));
        }

        if (command.Quantity.Value > Ledger.Ledger.Limit)
        {
            return LedgerRefusals.TooLarge.With(("quantity", command.Quantity.Value));
        }

        return string.IsNullOrWhiteSpace(command.Reason)
            ? ComplianceRefusals.NoReason.With()
            : Decision.Of(new ArrearsRecorded(command.Holder, command.Period, command.Quantity, command.Reason));
    }

    private static void Apply(SchemeState state, in Context context, ArrearsRecorded happened) =>
        Add(state, happened.Holder, happened.Period, new Deduction(DeductionKind.Arrears, happened.Quantity));
}
