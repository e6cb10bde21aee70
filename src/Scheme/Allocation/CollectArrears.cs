using Tanheng.Quantities;
using Tanheng.Rulebook;
using Tanheng.Scheme.Registry;

namespace Tanheng.Scheme.Allocation;

/// <summary>
/// 追缴、退还: take back what was given too much and could not be taken when it was found. The authority collects it; the
/// holder may give it back by itself.
/// </summary>
public sealed record CollectArrears(HolderId Holder, CompliancePeriod Period) : Command, IForHolder, IOneAtATime
{
    IReadOnlyList<string> IOneAtATime.Keys => [$"arrears {Holder} {Period}"];
}

/// <summary>
/// Refusals in order: unknown holder, period unknown, no arrears, those of the delivery, nothing to take. A holder that
/// was merged away can still be asked.
/// </summary>
public static class Collecting
{
    internal static void Register(Catalogue catalogue) => catalogue
        .Command<CollectArrears>("collect-arrears", Permission.OfSurrenders(Role.Authority), Decide);

    private static Outcome<Decision> Decide(SchemeState state, in Context context, CollectArrears command)
    {
        if (state.Registry.Find(command.Holder) is not { } holder)
        {
            return RegistryRefusals.UnknownHolder.With(("holder", command.Holder));
        }

        if (state.Rules.Period(command.Period) is not { } rules)
        {
            return AllocationRefusals.PeriodUnknown.With(("period", command.Period));
        }

        var arrears = state.Allocation.OfOrEmpty(command.Holder, command.Period).Arrears;
        if (arrears == Tonnes.Zero)
        {
            return AllocationRefusals.NoArrears.With(("holder", command.Holder), ("period", command.Period));
        }

        if (!Delivery.TakeBack(state, state.Ledger.Plan(), holder, rules, arrears).Try(out var taken, out var refusal))
        {
            return refusal;
        }

        return taken.Quantity == Tonnes.Zero
            ? AllocationRefusals.NothingToTake.With(
                ("holder", command.Holder), ("asset", Delivery.AssetOf(state, rules.Allocation)), ("arrears", arrears))
            : Decision.Of(taken);
    }
}
