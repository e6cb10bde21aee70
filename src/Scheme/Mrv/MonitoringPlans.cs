using Tanheng.Quantities;
using Tanheng.Rulebook;
using Tanheng.Scheme.Registry;

namespace Tanheng.Scheme.Mrv;

/// <summary>File the year's monitoring plan 数据质量控制方案. It may come before the list of the year is published.</summary>
public sealed record FileMonitoringPlan(
    HolderId Holder, int Year, IReadOnlyList<FacilityId> Facilities, string Text, Digest? Attachment = null)
    : Command, IForHolder;

/// <summary>Change a plan that was filed.</summary>
public sealed record AmendMonitoringPlan(
    HolderId Holder, int Year,
    IReadOnlyList<FacilityId> Facilities, string Text, string Reason,
    Digest? Attachment = null)
    : Command, IForHolder;

/// <summary>A version of the plan is filed. Late tells whether its first version missed the deadline.</summary>
public sealed record MonitoringPlanFiled(
    HolderId Holder,
    int Year,
    int Version,
    IReadOnlyList<FacilityId> Facilities,
    string Text,
    Digest? Attachment,
    bool Late,
    string? Reason) : Event;

/// <summary>
/// Refusals in order: unknown holder, holder not active, year without rules, plan exists (or is missing, or is in
/// review), no text, no reason, no facilities, unknown facility, another holder's facility. Where nobody reviews plans,
/// one is in force from its filing on; else see <see cref="PlanReviews"/>.
/// </summary>
public static class MonitoringPlans
{
    internal static void Register(Catalogue catalogue) => catalogue
        .Command<FileMonitoringPlan>("file-monitoring-plan", Permission.OfHolder(Role.Authority), Decide)
        .Command<AmendMonitoringPlan>("amend-monitoring-plan", Permission.OfHolder(Role.Authority), Decide)
        .Event<MonitoringPlanFiled>("monitoring-plan-filed", Apply);

    private static Outcome<Decision> Decide(SchemeState state, in Context context, FileMonitoringPlan command)
    {
        if (!Guard(state, command.Holder, command.Year).Try(out var guard, out var refusal))
        {
            return refusal;
        }

        if (state.Mrv.Plans.TryGetValue((command.Holder, command.Year), out var plan))
        {
            return MrvRefusals.PlanExists.With(("year", command.Year), ("version", plan.Version));
        }

        if ((Holders.Blank("text", command.Text) ?? Check(state, command.Holder, command.Facilities)) is { } wrong)
        {
            return wrong;
        }

        var late = Subject.IsLate(state, guard.Rules, guard.Holder.Sector, Step.MonitoringPlan, context.Time);
        return Decision
            .Of(new MonitoringPlanFiled(
                command.Holder, command.Year, 1, command.Facilities, command.Text, command.Attachment, late, null))
            .Then([.. PlanReviews.After(state, context, command.Holder, command.Year, 1)]);
    }

    private static Outcome<Decision> Decide(SchemeState state, in Context context, AmendMonitoringPlan command)
    {
        if (!Guard(state, command.Holder, command.Year).Try(out _, out var refusal))
        {
            return refusal;
        }

        if (!state.Mrv.Plans.TryGetValue((command.Holder, command.Year), out var plan))
        {
            return MrvRefusals.PlanMissing.With(("year", command.Year));
        }

        if (state.Mrv.ReviewOf(command.Holder, command.Year) is { Status: PlanReviewStatus.InReview })
        {
            return PlanRefusals.PlanInReview.With(("year", command.Year));
        }

        var wrong = Holders.Blank("text", command.Text) ?? Holders.Blank("reason", command.Reason)
            ?? Check(state, command.Holder, command.Facilities);
        return wrong is not null
            ? wrong
            : Decision
                .Of(new MonitoringPlanFiled(
                    command.Holder,
                    command.Year,
                    plan.Version + 1,
                    command.Facilities,
                    command.Text,
                    command.Attachment,
                    plan.Late,
                    command.Reason))
                .Then([.. PlanReviews.After(state, context, command.Holder, command.Year, plan.Version + 1)]);
    }

    private static Outcome<(Holder Holder, PeriodRules Rules)> Guard(SchemeState state, HolderId id, int year)
    {
        if (!Holders.Active(state, id).Try(out var holder, out var refusal))
        {
            return refusal;
        }

        return Subject.PeriodOf(state, year) is { } rules
            ? (holder, rules)
            : RegistryRefusals.YearWithoutRules.With(("year", year));
    }

    private static Refusal? Check(SchemeState state, HolderId holder, IReadOnlyList<FacilityId> facilities)
    {
        if (facilities.Count == 0)
        {
            return MrvRefusals.NoFacilities.With();
        }

        foreach (var id in facilities)
        {
            if (!state.Registry.Facilities.TryGetValue(id, out var facility))
            {
                return RegistryRefusals.UnknownFacility.With(("facility", id));
            }

            if (facility.Holder != holder)
            {
                return RegistryRefusals.NotTheHolders.With(("what", id), ("holder", holder));
            }
        }

        return null;
    }

    internal static void Change(
        SchemeState state, HolderId holder, int year, Func<MonitoringPlan, MonitoringPlan> change)
    {
        var plan = change(state.Mrv.Plans[(holder, year)]);
        state.Mrv.Plans[(holder, year)] = plan;
        state.Mrv.PlanVersions[(holder, year)][^1] = plan;
    }

    private static void Apply(SchemeState state, in Context context, MonitoringPlanFiled happened)
    {
        var key = (happened.Holder, happened.Year);
        var plan = new MonitoringPlan(
            happened.Holder,
            happened.Year,
            happened.Version,
            happened.Facilities,
            happened.Text,
            happened.Attachment,
            context.Time,
            happened.Late,
            context.Time);
        state.Mrv.Plans[key] = plan;
        if (!state.Mrv.PlanVersions.TryGetValue(key, out var versions))
        {
            state.Mrv.PlanVersions.Add(key, versions = []);
        }

        versions.Add(plan);
    }
}
