using Tanheng.Ledger;
using Tanheng.Quantities;
using Tanheng.Rulebook;

namespace Tanheng.Scheme.Compliance;

/// <summary>Codes of transactions of this area; a rulebook may give them rules.</summary>
internal static class Types
{
    public const string Surrender = "Surrender";
    public const string OffsetSurrender = "OffsetSurrender";
    public const string Compulsory = "CompulsorySurrender";
    public const string Assisted = "AssistedSurrender";
    public const string Reversal = "Reversal";
    public const string Advance = "Advance";
    public const string CarryOver = "CarryOver";
    public const string Release = "InitialIssue";
    public const string Lapse = "Lapse";
    public const string Fine = "Fine";
    public const string FinePayment = "FinePayment";
}

/// <summary>Moments of the surrender calendar, and their entries on the agenda.</summary>
public static class SurrenderCalendar
{
    /// <summary>The first moment that is too late to surrender; null when the calendar names none.</summary>
    public static DateTimeOffset? Deadline(SchemeState state, PeriodRules rules) =>
        rules.DeadlineOf(Step.Surrender) is { } deadline ? state.Rules.Calendar.Moment(deadline.At) : null;

    /// <summary>True from the deadline on.</summary>
    public static bool IsLate(SchemeState state, PeriodRules rules, DateTimeOffset time) =>
        Deadline(state, rules) is { } deadline && deadline <= time;

    /// <summary>
    /// Notes every surrender deadline, milestone and carry-over of the rulebook on the agenda; part of founding.
    /// The subject is the period, or the code of the units that a carry-over makes.
    /// </summary>
    internal static void NoteOnAgenda(SchemeState state)
    {
        var calendar = state.Rules.Calendar;
        foreach (var rules in state.Rules.Periods)
        {
            foreach (var deadline in rules.Deadlines)
            {
                DueKind? kind = deadline.Step switch
                {
                    Step.Surrender => DueKind.SurrenderDeadline,
                    Step.SurrenderMilestone => DueKind.Milestone,
                    _ => null,
                };
                if (kind is { } due)
                {
                    state.Agenda.Add(new Due(calendar.Moment(deadline.At), due, rules.Period.ToString()));
                }
            }
        }

        foreach (var rule in state.Rules.CarryOvers)
        {
            var subject = CarryOver.NewAsset(state, rule).Code;
            state.Agenda.Add(new Due(calendar.Moment(rule.HoldingsAt), DueKind.CarryOverCensus, subject));
            state.Agenda.Add(new Due(calendar.Moment(rule.ApplyUntil), DueKind.CarryOverClose, subject));
        }
    }

    /// <summary>The rules of the period that an agenda item names, or null.</summary>
    internal static PeriodRules? RulesOf(SchemeState state, Due due) =>
        CompliancePeriod.TryParse(due.Subject, null, out var period) ? state.Rules.Period(period) : null;

    internal static Place Surrendered(SchemeState state) => new(state.Registry.System!.Surrendered);
}
