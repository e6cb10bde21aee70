using Tanheng.Methodology;
using Tanheng.Quantities;
using Tanheng.Rulebook;
using Tanheng.Scheme.Registry;

namespace Tanheng.Scheme.Allocation;

/// <summary>新增设施配额: give a new facility its first allowances.</summary>
/// <param name="Holder">Whose.</param>
/// <param name="Facility">The new facility.</param>
/// <param name="Period">Which period.</param>
/// <param name="Activity">Activity of the period in the unit of the advanced value; null with a method.</param>
/// <param name="AdvancedValue">Advanced emission value 先进值 in tonnes for each unit of activity; null with a
/// method.</param>
/// <param name="Method">A method with output <c>final</c>; null with activity and advanced value.</param>
/// <param name="Inputs">The method's inputs.</param>
/// <param name="Reason">Why.</param>
/// <param name="Evidence">The decision's digest.</param>
public sealed record GrantNewFacility(
    HolderId Holder,
    FacilityId Facility,
    CompliancePeriod Period,
    decimal? Activity,
    decimal? AdvancedValue,
    MethodReference? Method,
    MethodInputs? Inputs,
    string Reason,
    Digest? Evidence = null) : Command;

/// <summary>
/// A new facility was granted allowances: activity × advanced value, rounded down, or a method's figure.
/// </summary>
public sealed record NewFacilityGranted(
    HolderId Holder,
    FacilityId Facility,
    CompliancePeriod Period,
    Tonnes Quantity,
    decimal? Activity,
    decimal? AdvancedValue,
    AllocationFigure? Figure,
    string Reason,
    Digest? Evidence) : Event;

/// <summary>
/// Refusals in order: those of the holder and period, unknown facility, another holder's, closed, granted before, no
/// reason, neither or both ways of calculation; those of <see cref="Figures"/>, nothing to allocate, those of the
/// delivery.
/// </summary>
public static class Granting
{
    internal static void Register(Catalogue catalogue) => catalogue
        .Command<GrantNewFacility>(
            "grant-new-facility", Permission.Of(Role.Authority), PeriodCaps.Within<GrantNewFacility>(Decide))
        .Event<NewFacilityGranted>("new-facility-granted", Apply);

    private static Outcome<Decision> Decide(SchemeState state, in Context context, GrantNewFacility command)
    {
        if (!AllocationSubject.Of(state, command.Holder, command.Period).Try(out var subject, out var refusal))
        {
            return refusal;
        }

        if (Check(state, command) is { } wrong)
        {
            return wrong;
        }

        if (!Calculate(state, subject, command).Try(out var granted, out refusal))
        {
            return refusal;
        }

        if (granted.Quantity == Tonnes.Zero)
        {
            return AllocationRefusals.NothingToAllocate.With(("period", command.Period));
        }

        var before = state.Allocation.OfOrEmpty(command.Holder, command.Period);
        var after = before with { Adjusted = before.Adjusted + granted.Quantity };
        return TrueUps
            .After(state, state.Ledger.Plan(), subject.Holder, subject.Rules, after, TransactionTypes.InitialIssue)
            .Try(out var events, out refusal)
                ? Decision.Of(granted).Then([.. events])
                : refusal;
    }

    private static Refusal? Check(SchemeState state, GrantNewFacility command)
    {
        if (!state.Registry.Facilities.TryGetValue(command.Facility, out var facility))
        {
            return RegistryRefusals.UnknownFacility.With(("facility", command.Facility));
        }

        if (facility.Holder != command.Holder)
        {
            return RegistryRefusals.NotTheHolders.With(("what", command.Facility), ("holder", command.Holder));
        }

        if (facility.ClosedOn is { } closed)
        {
            return AllocationRefusals.FacilityClosed.With(("facility", command.Facility), ("date", closed));
        }

        if (state.Allocation.Grants.TryGetValue((command.Facility, command.Period), out var granted))
        {
            return AllocationRefusals.AlreadyGranted.With(
                ("facility", command.Facility), ("period", command.Period), ("quantity", granted));
        }

        if (Holders.Blank("reason", command.Reason) is { } blank)
        {
            return blank;
        }

        var byValue = command.Activity > 0m && command.AdvancedValue > 0m;
        var byMethod = command.Method is not null && command.Inputs is not null;
        var mixed = byValue
            ? command.Method is not null
            : command.Activity is not null || command.AdvancedValue is not null;
        return byValue == byMethod || mixed ? AllocationRefusals.GrantBasis.With() : null;
    }

    private static Outcome<NewFacilityGranted> Calculate(
        SchemeState state, AllocationSubject subject, GrantNewFacility command)
    {
        AllocationFigure? figure = null;
        if (command is { Method: { } method, Inputs: { } inputs }
            && !Figures.OfGiven(state, method, subject.Rules.Allocation, command.Period.First, inputs)
                .Try(out figure, out var refusal))
        {
            return refusal;
        }

        if (!(figure is null ? Product(command.Activity!.Value, command.AdvancedValue!.Value) : figure.Quantity)
            .Try(out var quantity, out refusal))
        {
            return refusal;
        }

        return new NewFacilityGranted(
            command.Holder,
            command.Facility,
            command.Period,
            quantity,
            command.Activity,
            command.AdvancedValue,
            figure,
            command.Reason,
            command.Evidence);
    }

    private static Outcome<Tonnes> Product(decimal activity, decimal value)
    {
        // The quotient bounds the product before it is formed, so that it cannot overflow.
        if (activity >= 1m && value > long.MaxValue / activity)
        {
            return Tanheng.Ledger.LedgerRefusals.TooLarge.With(("quantity", "activity × value"));
        }

        return new Tonnes((long)decimal.Floor(activity * value));
    }

    private static void Apply(SchemeState state, in Context context, NewFacilityGranted happened)
    {
        var time = context.Time;
        var key = (happened.Holder, happened.Period);
        state.Allocation.Grants[(happened.Facility, happened.Period)] = happened.Quantity;
        if (happened.Figure is { } figure)
        {
            var figures = state.Allocation.FiguresOf(happened.Holder, happened.Period);
            state.Allocation.Figures[key] = figures with { Grants = [.. figures.Grants, figure] };
        }

        state.Allocation.Change(happened.Holder, happened.Period, entitlement => entitlement with
        {
            Adjusted = entitlement.Adjusted + happened.Quantity,
            DecidedAt = time,
        });
    }
}
