using Tanheng.Quantities;
using Tanheng.Rulebook;
using Tanheng.Scheme.Registry;

namespace Tanheng.Scheme.Allocation;

/// <summary>Stop delivering to a holder in a period 暂停发放; decisions go on and are delivered on release.</summary>
public sealed record WithholdAllocation(HolderId Holder, CompliancePeriod Period, string Reason) : Command;

/// <summary>Deliver again, beginning with what was withheld.</summary>
public sealed record ReleaseAllocation(HolderId Holder, CompliancePeriod Period, string Reason) : Command;

/// <summary>Deliveries are withheld from now on, or no longer.</summary>
public sealed record WithholdingChanged(HolderId Holder, CompliancePeriod Period, bool Withheld, string Reason) : Event;

/// <summary>
/// Refusals in order: those of the holder and period, so already, no reason; on release those of the delivery. New
/// decisions do not lift a withholding.
/// </summary>
public static class Withholding
{
    internal static void Register(Catalogue catalogue) => catalogue
        .Command<WithholdAllocation>("withhold-allocation", Permission.Of(Role.Authority), Decide)
        .Command<ReleaseAllocation>("release-allocation", Permission.Of(Role.Authority), Decide)
        .Event<WithholdingChanged>("withholding-changed", Apply);

    private static Outcome<Decision> Decide(SchemeState state, in Context context, WithholdAllocation command) =>
        Check(state, command.Holder, command.Period, command.Reason, withhold: true).Try(out _, out var refusal)
            ? Decision.Of(new WithholdingChanged(command.Holder, command.Period, true, command.Reason))
            : refusal;

    private static Outcome<Decision> Decide(SchemeState state, in Context context, ReleaseAllocation command)
    {
        if (!Check(state, command.Holder, command.Period, command.Reason, withhold: false)
            .Try(out var subject, out var refusal))
        {
            return refusal;
        }

        var released = state.Allocation.OfOrEmpty(command.Holder, command.Period) with { Withheld = false };
        return TrueUps
            .After(state, state.Ledger.Plan(), subject.Holder, subject.Rules, released, TransactionTypes.InitialIssue)
            .Try(out var events, out refusal)
                ? Decision
                    .Of(new WithholdingChanged(command.Holder, command.Period, false, command.Reason))
                    .Then([.. events])
                : refusal;
    }

    private static Outcome<AllocationSubject> Check(
        SchemeState state, HolderId holder, CompliancePeriod period, string reason, bool withhold)
    {
        if (!AllocationSubject.Of(state, holder, period).Try(out var subject, out var refusal))
        {
            return refusal;
        }

        if ((state.Allocation.Of(holder, period)?.Withheld ?? false) == withhold)
        {
            return AllocationRefusals.WithholdingUnchanged.With(("holder", holder), ("period", period));
        }

        return Holders.Blank("reason", reason) is { } blank ? blank : subject;
    }

    private static void Apply(SchemeState state, in Context context, WithholdingChanged happened) =>
        state.Allocation.Change(happened.Holder, happened.Period, entitlement => entitlement with
        {
            Withheld = happened.Withheld,
        });
}
