using Tanheng.Ledger;
using Tanheng.Quantities;
using Tanheng.Rulebook;
using Tanheng.Scheme.Registry;

namespace Tanheng.Scheme.Compliance;

/// <summary>Codes of this area's transactions.</summary>
internal static class Types
{
    public const string Surrender = TransactionTypes.Surrender;
    public const string OffsetSurrender = TransactionTypes.OffsetSurrender;
    public const string Compulsory = TransactionTypes.CompulsorySurrender;
    public const string Assisted = TransactionTypes.AssistedSurrender;
    public const string Reversal = TransactionTypes.Reversal;
    public const string Advance = TransactionTypes.Advance;
    public const string CarryOver = TransactionTypes.CarryOver;
    public const string Release = "CustodyRelease";
    public const string Expiry = "Expiry";
    public const string Fine = "Fine";
    public const string FinePayment = "FinePayment";
}

/// <summary>Moments of the surrender calendar.</summary>
public static class SurrenderCalendar
{
    /// <summary>The first moment that is too late to surrender; null when the calendar names none.</summary>
    public static DateTimeOffset? Deadline(SchemeState state, PeriodRules rules) =>
        rules.DeadlineOf(Step.Surrender) is { } deadline ? state.Rules.Calendar.Moment(deadline.At) : null;

    /// <summary>True from the deadline on.</summary>
    public static bool IsLate(SchemeState state, PeriodRules rules, DateTimeOffset time) =>
        Deadline(state, rules) is { } deadline && deadline <= time;

    /// <summary>The rules of the period that an agenda item names, or null.</summary>
    internal static PeriodRules? RulesOf(SchemeState state, Due due) =>
        CompliancePeriod.TryParse(due.Subject, null, out var period) ? state.Rules.Period(period) : null;

    internal static Place Surrendered(SchemeState state) => new(state.Registry.System!.Surrendered);
}
