using System.Collections.Immutable;
using Tanheng.Quantities;
using Tanheng.Rulebook;
using Tanheng.Scheme.Registry;

namespace Tanheng.Scheme.Mrv;

/// <summary>Decide sections of a plan; one decided before is decided anew.</summary>
public sealed record ReviewMonitoringPlan(HolderId Holder, int Year, IReadOnlyList<SectionDecision> Sections) : Command;

/// <summary>End the review.</summary>
/// <param name="Holder">Whose plan.</param>
/// <param name="Year">Emission year.</param>
/// <param name="Outcome">How.</param>
/// <param name="Reason">Why; needed unless it is granted.</param>
public sealed record DecideMonitoringPlan(HolderId Holder, int Year, PlanOutcome Outcome, string? Reason = null)
    : Command;

/// <summary>A version of a plan is to be reviewed by the end of a day, section by section.</summary>
public sealed record PlanReviewOpened(
    HolderId Holder, int Year, int Version, DateOnly DueBy, IReadOnlyList<PlanSection> Sections) : Event;

/// <summary>The amended plan is with the reviewer again; sections that needed changes are undecided.</summary>
public sealed record PlanReviewResumed(HolderId Holder, int Year, int Version) : Event;

/// <summary>Sections were decided.</summary>
public sealed record PlanSectionsDecided(
    HolderId Holder, int Year, int Version, IReadOnlyList<SectionDecision> Sections) : Event;

/// <summary>A review ended.</summary>
public sealed record MonitoringPlanDecided(HolderId Holder, int Year, int Version, PlanOutcome Outcome, string? Reason)
    : Event;

/// <summary>
/// A plan is reviewed section by section where the rulebook's <c>monitoring_plans</c> asks for it: by the end of so
/// many calendar days after the day it was filed. It is granted when every section is accepted, refused when every
/// section is decided and none needs changes, deemed withdrawn at any time before. To review, refusals in order: no
/// review, not a reviewer, review elsewhere, no sections, section not asked, section twice, notes missing (unless
/// accepted). To decide: no review, not a reviewer, review elsewhere, no reason (unless granted), question open,
/// sections undecided, sections not accepted, changes wanted (these four unless withdrawn).
/// </summary>
public static class PlanReviews
{
    /// <summary>Who may be named by the rulebook as a reviewer.</summary>
    internal static readonly Permission Officials = Permission.Of(Role.Authority, Role.RegistryOperator);

    internal static void Register(Catalogue catalogue) => catalogue
        .Command<ReviewMonitoringPlan>("review-monitoring-plan", Officials, Decide)
        .Command<DecideMonitoringPlan>("decide-monitoring-plan", Officials, Decide)
        .Event<PlanReviewOpened>("plan-review-opened", Apply)
        .Event<PlanReviewResumed>("plan-review-resumed", Apply)
        .Event<PlanSectionsDecided>("plan-sections-decided", Apply)
        .Event<MonitoringPlanDecided>("monitoring-plan-decided", Apply);

    /// <summary>What follows when a version of a plan is filed; nothing where nobody reviews.</summary>
    internal static IEnumerable<Event> After(
        SchemeState state, in Context context, HolderId holder, int year, int version)
    {
        var before = state.Mrv.ReviewOf(holder, year);
        if (before is { Status: PlanReviewStatus.Returned })
        {
            return [new PlanReviewResumed(holder, year, version)];
        }

        if (state.Rules.Plans is not { } rule)
        {
            return [];
        }

        var days = before is { Status: PlanReviewStatus.Granted }
            ? rule.AmendmentDays ?? rule.ReviewDays
            : rule.ReviewDays;
        var due = state.Rules.Calendar.Day(context.Time).AddDays(days);
        return [new PlanReviewOpened(holder, year, version, due, rule.Sections)];
    }

    /// <summary>
    /// The review when the actor may work on it in one of these standings: no review, not a reviewer, review elsewhere.
    /// </summary>
    internal static Outcome<PlanReview> Find(
        SchemeState state, UserId actor, HolderId holder, int year, params ReadOnlySpan<PlanReviewStatus> standings)
    {
        if (state.Mrv.ReviewOf(holder, year) is not { } review)
        {
            return PlanRefusals.NoReview.With(("holder", holder), ("year", year));
        }

        // A rulebook that asks for no reviews any more leaves those that are open to the authority.
        var roles = state.Rules.Plans?.Reviewers ?? [Role.Authority];
        if (!Registry.Officials.HasAny(state, actor, roles))
        {
            return PlanRefusals.NotAReviewer.With(
                ("actor", actor),
                ("roles_zh", string.Join("、", roles.Select(role => PlanNames.Of(role).Zh))),
                ("roles_en", string.Join(", ", roles.Select(role => PlanNames.Of(role).En))));
        }

        return standings.Contains(review.Status) ? review : Elsewhere(review);
    }

    /// <summary>The refusal of a step that does not follow.</summary>
    internal static Refusal Elsewhere(PlanReview review)
    {
        var status = PlanNames.Of(review.Status);
        return PlanRefusals.ReviewElsewhere.With(
            ("year", review.Year), ("status_zh", status.Zh), ("status_en", status.En));
    }

    internal static void Change(SchemeState state, HolderId holder, int year, Func<PlanReview, PlanReview> change) =>
        state.Mrv.Reviews[(holder, year)] = change(state.Mrv.Reviews[(holder, year)]);

    private static Outcome<Decision> Decide(SchemeState state, in Context context, ReviewMonitoringPlan command)
    {
        if (!Find(state, context.Actor, command.Holder, command.Year, PlanReviewStatus.InReview)
            .Try(out var review, out var refusal))
        {
            return refusal;
        }

        return Check(review, command.Sections) is { } wrong
            ? wrong
            : Decision.Of(new PlanSectionsDecided(command.Holder, command.Year, review.Version, command.Sections));
    }

    private static Refusal? Check(PlanReview review, IReadOnlyList<SectionDecision> sections)
    {
        if (sections.Count == 0)
        {
            return PlanRefusals.NoSections.With();
        }

        var seen = new HashSet<PlanSection>();
        foreach (var decision in sections)
        {
            var known = review.Asked.Contains(decision.Section);
            if (!known || !seen.Add(decision.Section))
            {
                var name = PlanNames.Of(decision.Section);
                return (known ? PlanRefusals.SectionTwice : PlanRefusals.SectionNotAsked).With(
                    ("section_zh", name.Zh), ("section_en", name.En));
            }

            if (decision.Verdict != SectionVerdict.Accepted && Holders.Blank("notes", decision.Notes) is { } blank)
            {
                return blank;
            }
        }

        return null;
    }

    private static Outcome<Decision> Decide(SchemeState state, in Context context, DecideMonitoringPlan command)
    {
        if (!Find(
            state,
            context.Actor,
            command.Holder,
            command.Year,
            command.Outcome == PlanOutcome.Withdrawn
                ? [PlanReviewStatus.InReview, PlanReviewStatus.Returned]
                : [PlanReviewStatus.InReview]).Try(out var review, out var refusal))
        {
            return refusal;
        }

        var wrong = command.Outcome == PlanOutcome.Granted ? null : Holders.Blank("reason", command.Reason);
        wrong ??= command.Outcome == PlanOutcome.Withdrawn ? null : Check(review, command.Outcome);
        return wrong is not null
            ? wrong
            : Decision.Of(new MonitoringPlanDecided(
                command.Holder, command.Year, review.Version, command.Outcome, command.Reason));
    }

    private static Refusal? Check(PlanReview review, PlanOutcome outcome)
    {
        if (review.Question is { } question)
        {
            return PlanRefusals.QuestionOpen.With(("by", question.AnswerBy));
        }

        if (review.Undecided.Any())
        {
            return Name(PlanRefusals.SectionsUndecided, review.Undecided);
        }

        var wanted = review.With(SectionVerdict.ChangesNeeded);
        if (outcome == PlanOutcome.Granted)
        {
            var not = wanted.Concat(review.With(SectionVerdict.Refused)).Order().ToList();
            return not.Count == 0 ? null : Name(PlanRefusals.SectionsNotAccepted, not);
        }

        return wanted.Any() ? Name(PlanRefusals.ChangesWanted, wanted) : null;
    }

    private static Refusal Name(RefusalCode code, IEnumerable<PlanSection> sections)
    {
        var names = PlanNames.Of(sections);
        return code.With(("sections_zh", names.Zh), ("sections_en", names.En));
    }

    private static void Apply(SchemeState state, in Context context, PlanReviewOpened happened)
    {
        MonitoringPlans.Change(state, happened.Holder, happened.Year, plan => plan with { InForceFrom = null });
        state.Mrv.Reviews[(happened.Holder, happened.Year)] = new PlanReview(
            happened.Holder,
            happened.Year,
            happened.Version,
            PlanReviewStatus.InReview,
            happened.DueBy,
            [.. happened.Sections],
            [],
            []);
    }

    private static void Apply(SchemeState state, in Context context, PlanReviewResumed happened)
    {
        MonitoringPlans.Change(state, happened.Holder, happened.Year, plan => plan with { InForceFrom = null });
        Change(state, happened.Holder, happened.Year, review => review with
        {
            Version = happened.Version,
            Status = PlanReviewStatus.InReview,
            Sections = review.Sections.RemoveAll(one => one.Verdict == SectionVerdict.ChangesNeeded),
        });
    }

    private static void Apply(SchemeState state, in Context context, PlanSectionsDecided happened) =>
        Change(state, happened.Holder, happened.Year, review => review with
        {
            Sections =
            [
                .. review.Sections.Where(old => happened.Sections.All(one => one.Section != old.Section))
                    .Concat(happened.Sections)
                    .OrderBy(one => review.Asked.IndexOf(one.Section)),
            ],
        });

    private static void Apply(SchemeState state, in Context context, MonitoringPlanDecided happened)
    {
        var now = context.Time;
        Change(state, happened.Holder, happened.Year, review => review with
        {
            Status = happened.Outcome switch
            {
                PlanOutcome.Granted => PlanReviewStatus.Granted,
                PlanOutcome.Refused => PlanReviewStatus.Refused,
                _ => PlanReviewStatus.Withdrawn,
            },
            Questions = review.Question is { } open
                ? review.Questions.Replace(open, open with { EndedAt = now })
                : review.Questions,
            Reason = happened.Reason,
        });
        if (happened.Outcome == PlanOutcome.Granted)
        {
            MonitoringPlans.Change(state, happened.Holder, happened.Year, plan => plan with { InForceFrom = now });
        }
    }
}
