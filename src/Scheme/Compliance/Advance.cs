using Tanheng.Ledger;
using Tanheng.Quantities;
using Tanheng.Rulebook;
using Tanheng.Scheme.Registry;

namespace Tanheng.Scheme.Compliance;

/// <summary>申请预支: a holder whose gap is too large asks for part of its later allocation.</summary>
public sealed record ApplyForAdvance(HolderId Holder, CompliancePeriod Period, Tonnes Quantity, string Reason)
    : Command, IForHolder;

/// <summary>The authority grants an application, all of it or less.</summary>
public sealed record GrantAdvance(HolderId Holder, CompliancePeriod Period, Tonnes? Quantity = null) : Command;

/// <summary>The authority turns an application down.</summary>
public sealed record RejectAdvance(HolderId Holder, CompliancePeriod Period, string Reason) : Command;

/// <summary>An application waits for the authority.</summary>
public sealed record AdvanceRequested(HolderId Holder, CompliancePeriod Period, Tonnes Quantity, string Reason) : Event;

/// <summary>
/// The lent units are minted, frozen for this one surrender, and will be netted out of the lender period.
/// </summary>
public sealed record AdvanceGranted(
    HolderId Holder, CompliancePeriod Period, CompliancePeriod Lender, IReadOnlyList<Transaction> Transactions)
    : Event, IMovesUnits;

/// <summary>The application is turned down.</summary>
public sealed record AdvanceRejected(HolderId Holder, CompliancePeriod Period, string Reason) : Event;

/// <summary>The deadline passed: what was lent and not used is cancelled, and less is netted later.</summary>
public sealed record AdvanceCancelled(
    HolderId Holder, CompliancePeriod Period, IReadOnlyList<Transaction> Transactions) : Event, IMovesUnits;

/// <summary>
/// Advance 预支. The rule (2021–22 surrender notice, MEE, 17 July 2023; it is data: <c>advance</c> of a period in the
/// rulebook):
/// <list type="bullet">
/// <item>gap = verified emissions − allocation; a holder may ask when gap / verified emissions ≥ 10 %;</item>
/// <item>at most 50 % of the gap, rounded down: verified 1,000,000, allocation 880,000 → gap 12 % → at most
/// 60,000;</item>
/// <item>the units are of a later vintage (2023) and serve the holder's own surrender of that period alone: they are
/// frozen, so that nobody can trade or pledge them;</item>
/// <item>the later allocation nets them (a deduction of the lender period); what is unused at the deadline is
/// cancelled.</item>
/// </list>
/// Refusals of apply-for-advance in order: unknown period; unknown holder; no advance in the period; deadline passed;
/// gap not known; gap too small; applied already; quantity not positive; over the limit.
/// Of grant-advance: unknown period; unknown holder; no advance; deadline passed; no application; gap not known; gap
/// too small; quantity not positive; over what was applied for; over the limit; no registry account; account not
/// usable.
/// </summary>
public static class Advances
{
    internal static void Register(Catalogue catalogue) => catalogue
        .Command<ApplyForAdvance>("apply-for-advance", Permission.OfHolder(Role.Authority), Decide)
        .Command<GrantAdvance>("grant-advance", Permission.Of(Role.Authority), Decide)
        .Command<RejectAdvance>("reject-advance", Permission.Of(Role.Authority), Decide)
        .Event<AdvanceRequested>("advance-requested", Apply)
        .Event<AdvanceGranted>("advance-granted", Apply)
        .Event<AdvanceRejected>("advance-rejected", Apply)
        .Event<AdvanceCancelled>("advance-cancelled", Apply);

    /// <summary>Most tonnes that may be lent to the holder, or why none.</summary>
    public static Outcome<Tonnes> Limit(SchemeState state, HolderId holder, CompliancePeriod period)
    {
        if (state.Rules.Period(period)?.Advance is not { } rule)
        {
            return AdvanceRefusals.NotAllowed.With(("period", period));
        }

        if (Obligations.Verified(state, holder, period) is not { } verified
            || state.Allocation.Of(holder, period)?.Determined is not { } allocation)
        {
            return AdvanceRefusals.GapNotKnown.With(("holder", holder), ("period", period));
        }

        var gap = verified - allocation;
        return gap <= Tonnes.Zero || gap.Value * 100m < rule.MinimumGap.Value * verified.Value
            ? AdvanceRefusals.GapTooSmall.With(
                ("gap", gap.Value), ("verified", verified.Value), ("minimum", rule.MinimumGap))
            : rule.LimitOfGap.Of(gap, rule.Rounding);
    }

    /// <summary>
    /// An advance with units left for the period's surrender, or null. Units that lapsed or that a court took are left
    /// out.
    /// </summary>
    internal static Advance? Usable(SchemeState state, HolderId holder, CompliancePeriod period)
    {
        if (!state.Compliance.Advances.TryGetValue((holder, period), out var advance) || advance.Serials.IsEmpty)
        {
            return null;
        }

        var gone = Serials.Except(advance.Serials, state.Ledger.Serials(advance.Place, advance.Asset));
        var left = Serials.Except(advance.Serials, gone);
        return left.IsEmpty ? null : advance with { Serials = left };
    }

    /// <summary>Units of the advance were surrendered.</summary>
    internal static void Used(SchemeState state, HolderId holder, CompliancePeriod period, SerialSet serials)
    {
        var advance = state.Compliance.Advances[(holder, period)];
        state.Compliance.Advances[(holder, period)] = advance with
        {
            Serials = Serials.Except(advance.Serials, serials),
            Used = advance.Used + new Tonnes(serials.Count),
        };
    }

    /// <summary>Surrendered units of the advance came back: for another try, or cancelled because it is late.</summary>
    internal static void Returned(
        SchemeState state, HolderId holder, CompliancePeriod period, SerialSet serials, bool usable)
    {
        var advance = state.Compliance.Advances[(holder, period)];
        var back = new Tonnes(serials.Count);
        state.Compliance.Advances[(holder, period)] = advance with
        {
            Serials = usable ? Serials.Join(advance.Serials, serials) : advance.Serials,
            Used = advance.Used - back,
        };
        if (!usable)
        {
            Deductions.Shrink(state, holder, advance.Lender, back);
        }
    }

    /// <summary>
    /// Cancels what is left at the deadline, but for <paramref name="used"/> that the deadline takes itself.
    /// </summary>
    internal static AdvanceCancelled? LeftOver(
        SchemeState state, Planner plan, HolderId holder, CompliancePeriod period, SerialSet used)
    {
        if (Usable(state, holder, period) is not { } advance
            || Serials.Except(advance.Serials, used) is not { IsEmpty: false } left)
        {
            return null;
        }

        var cancelled = new Place(state.Registry.System!.Cancelled);
        var draft = new Draft(advance.Asset, advance.Place, cancelled, left.Count, left);
        return new AdvanceCancelled(holder, period, [plan.Transact(Types.Advance, draft).Value]);
    }

    private static Outcome<Decision> Decide(SchemeState state, in Context context, ApplyForAdvance command)
    {
        if (Guard(state, command.Holder, command.Period, context.Time) is { } guarded)
        {
            return guarded;
        }

        if (!Limit(state, command.Holder, command.Period).Try(out var limit, out var refusal))
        {
            return refusal;
        }

        if (state.Compliance.Advances.ContainsKey((command.Holder, command.Period)))
        {
            return AdvanceRefusals.AppliedAlready.With(("holder", command.Holder), ("period", command.Period));
        }

        return Within(command.Quantity, limit) is { } tooMuch
            ? tooMuch
            : Decision.Of(new AdvanceRequested(command.Holder, command.Period, command.Quantity, command.Reason));
    }

    private static Outcome<Decision> Decide(SchemeState state, in Context context, GrantAdvance command)
    {
        if (Guard(state, command.Holder, command.Period, context.Time) is { } guarded)
        {
            return guarded;
        }

        if (Waiting(state, command.Holder, command.Period) is not { } waiting)
        {
            return AdvanceRefusals.NoApplication.With(("holder", command.Holder), ("period", command.Period));
        }

        if (!Limit(state, command.Holder, command.Period).Try(out var limit, out var refusal))
        {
            return refusal;
        }

        var quantity = command.Quantity ?? waiting.Applied;
        if (Within(quantity, Tonnes.Min(limit, waiting.Applied)) is { } tooMuch)
        {
            return tooMuch;
        }

        if (state.Registry.Find(command.Holder)!.RegistryAccount is not { } account)
        {
            return ComplianceRefusals.NoRegistryAccount.With(("holder", command.Holder));
        }

        return Accounts.CheckReceiver(state, account, Types.Advance) is { } unusable
            ? unusable
            : Mint(state, command, account, quantity);
    }

    private static Outcome<Decision> Decide(SchemeState state, in Context context, RejectAdvance command)
    {
        if (Waiting(state, command.Holder, command.Period) is null)
        {
            return AdvanceRefusals.NoApplication.With(("holder", command.Holder), ("period", command.Period));
        }

        return string.IsNullOrWhiteSpace(command.Reason)
            ? ComplianceRefusals.NoReason.With()
            : Decision.Of(new AdvanceRejected(command.Holder, command.Period, command.Reason));
    }

    private static Outcome<Decision> Mint(SchemeState state, GrantAdvance command, AccountId account, Tonnes quantity)
    {
        var rules = state.Rules.Period(command.Period)!;
        var vintage = rules.Advance!.FromVintage;
        var asset = Asset.Unit(state.Rules.Unit(rules.Allocation.Unit)?.AssetCode(vintage) ?? rules.Allocation.Unit);
        var lender = state.Rules.Periods.FirstOrDefault(later =>
            later.Allocation.Unit == rules.Allocation.Unit && later.Allocation.Vintage == vintage);
        var draft = new Draft(
            asset,
            new Place(state.Registry.System!.Issuance),
            new Place(account, Compartment.Frozen),
            quantity.Value);
        return state.Ledger.Plan().Transact(Types.Advance, draft).Try(out var minted, out var refusal)
            ? Decision.Of(new AdvanceGranted(command.Holder, command.Period, lender?.Period ?? vintage, [minted]))
            : refusal;
    }

    private static Refusal? Guard(SchemeState state, HolderId holder, CompliancePeriod period, DateTimeOffset time) =>
        state.Rules.Period(period) is not { } rules ? ComplianceRefusals.UnknownPeriod.With(("period", period))
        : state.Registry.Find(holder) is null ? ComplianceRefusals.UnknownHolder.With(("holder", holder))
        : rules.Advance is null ? AdvanceRefusals.NotAllowed.With(("period", period))
        : SurrenderCalendar.IsLate(state, rules, time) ? ComplianceRefusals.DeadlinePassed.With(
            ("period", period), ("deadline", SurrenderCalendar.Deadline(state, rules)))
        : null;

    private static Refusal? Within(Tonnes quantity, Tonnes limit) =>
        quantity <= Tonnes.Zero ? ComplianceRefusals.QuantityNotPositive.With(("quantity", quantity.Value))
        : quantity > limit ? AdvanceRefusals.OverLimit.With(("wanted", quantity.Value), ("limit", limit.Value))
        : null;

    private static Advance? Waiting(SchemeState state, HolderId holder, CompliancePeriod period) =>
        state.Compliance.Advances.TryGetValue((holder, period), out var advance) && advance.Granted == Tonnes.Zero
            ? advance
            : null;

    private static void Apply(SchemeState state, in Context context, AdvanceRequested happened) =>
        state.Compliance.Advances.Add(
            (happened.Holder, happened.Period), new Advance(happened.Holder, happened.Period, happened.Quantity));

    private static void Apply(SchemeState state, in Context context, AdvanceGranted happened)
    {
        var transaction = happened.Transactions[0];
        var move = transaction.Movements[0];
        var key = (happened.Holder, happened.Period);
        state.Ledger.Post(transaction);
        state.Compliance.Advances[key] = state.Compliance.Advances[key] with
        {
            Granted = new Tonnes(move.Quantity),
            Asset = move.Asset,
            Place = move.To,
            Serials = move.Serials,
            Lender = happened.Lender,
        };
        Deductions.Add(
            state, happened.Holder, happened.Lender, new Deduction(DeductionKind.Advance, new Tonnes(move.Quantity)));
    }

    private static void Apply(SchemeState state, in Context context, AdvanceRejected happened) =>
        state.Compliance.Advances.Remove((happened.Holder, happened.Period));

    private static void Apply(SchemeState state, in Context context, AdvanceCancelled happened)
    {
        var key = (happened.Holder, happened.Period);
        var advance = state.Compliance.Advances[key];
        foreach (var transaction in happened.Transactions)
        {
            state.Ledger.Post(transaction);
        }

        var cancelled = happened.Transactions.Sum(transaction => transaction.Movements.Sum(move => move.Quantity));
        state.Compliance.Advances[key] = advance with { Serials = default };
        Deductions.Shrink(state, happened.Holder, advance.Lender, new Tonnes(cancelled));
    }
}

/// <summary>An advance, from application to its last unit.</summary>
/// <param name="Holder">Whose.</param>
/// <param name="Period">The period it helps to settle.</param>
/// <param name="Applied">Tonnes asked for.</param>
/// <param name="Granted">Tonnes lent; zero while it waits.</param>
/// <param name="Used">Tonnes surrendered.</param>
/// <param name="Asset">The lent units.</param>
/// <param name="Place">Where they are frozen.</param>
/// <param name="Serials">Those not used yet.</param>
/// <param name="Lender">The period whose allocation nets them.</param>
public sealed record Advance(
    HolderId Holder,
    CompliancePeriod Period,
    Tonnes Applied,
    Tonnes Granted = default,
    Tonnes Used = default,
    Asset Asset = default,
    Place Place = default,
    SerialSet Serials = default,
    CompliancePeriod Lender = default);

/// <summary>Why an advance is refused.</summary>
public static class AdvanceRefusals
{
    /// <summary>Not in this period.</summary>
    public static readonly RefusalCode NotAllowed = RefusalCode.Final(
        5201, "advance-not-allowed", "{period} 不实行预支。", "{period} knows no advance.");

    /// <summary>Emissions or allocation are still open.</summary>
    public static readonly RefusalCode GapNotKnown = RefusalCode.Passing(
        5202,
        "gap-not-known",
        "单位 {holder} 在 {period} 的排放量或核定配额尚未确定。",
        "Emissions or allocation of {holder} for {period} are not determined yet.");

    /// <summary>Gap below the threshold.</summary>
    public static readonly RefusalCode GapTooSmall = RefusalCode.Final(
        5203,
        "gap-too-small",
        "缺口 {gap} 吨，占核定排放量 {verified} 吨的比例低于 {minimum}，不符合预支条件。",
        "A gap of {gap} t on {verified} t verified is below {minimum}; no advance.");

    /// <summary>A second application.</summary>
    public static readonly RefusalCode AppliedAlready = RefusalCode.Final(
        5204,
        "advance-applied-already",
        "单位 {holder} 已就 {period} 申请预支。",
        "{holder} has applied for an advance for {period} already.");

    /// <summary>More than may be lent.</summary>
    public static readonly RefusalCode OverLimit = RefusalCode.Final(
        5205, "advance-over-limit", "预支量 {wanted} 吨超过上限 {limit} 吨。", "{wanted} t is above the limit of {limit} t.");

    /// <summary>Nothing to grant.</summary>
    public static readonly RefusalCode NoApplication = RefusalCode.Final(
        5206,
        "no-advance-application",
        "单位 {holder} 没有待审的 {period} 预支申请。",
        "No application of {holder} for {period} waits.");
}
