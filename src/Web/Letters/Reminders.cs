using System.Globalization;
using Tanheng.Engine.People;
using Tanheng.Quantities;
using Tanheng.Rulebook;
using Tanheng.Scheme;
using Tanheng.Scheme.Compliance;
using Tanheng.Scheme.Mrv;
using Tanheng.Web.Portal;

namespace Tanheng.Web.Letters;

/// <summary>
/// Letters before a deadline to whoever acts for an entity that has not yet done what is due by then. Whether it has is
/// looked at when the letter is written.
/// </summary>
internal static class Reminders
{
    /// <summary>The reminders that are due at a moment of the market's own time.</summary>
    public static IEnumerable<Letter> Of(
        SchemeState state, DateTime now, DateTimeOffset at, IReadOnlyList<int> daysBefore)
    {
        foreach (var rules in state.Rules.Periods)
        {
            foreach (var deadline in rules.Deadlines.Where(one => one.At > now))
            {
                var left = (deadline.At - now).TotalDays;
                var due = daysBefore.Where(days => left <= days).DefaultIfEmpty(0).Min();
                if (due == 0)
                {
                    continue;
                }

                foreach (var (holder, page) in Open(state, rules, deadline))
                {
                    foreach (var person in EventLetters.Representatives(state, holder))
                    {
                        yield return New(state, rules, deadline, due, holder, person, page, at);
                    }
                }
            }
        }
    }

    private static IEnumerable<(HolderId Holder, string Page)> Open(
        SchemeState state, PeriodRules rules, Deadline deadline) => deadline.Step switch
        {
            Step.Surrender => state.Compliance.Obligations
                .Where(pair => pair.Key.Period == rules.Period && pair.Value.Missing > Tonnes.Zero)
                .Where(pair => IsFor(state, deadline, pair.Key.Holder))
                .Select(pair => (pair.Key.Holder, $"/desk/{pair.Key.Holder.Value}/surrender/{rules.Period}")),
            Step.Report => state.Registry.Coverage.GetValueOrDefault(rules.Period.Last, [])
                .Where(holder => !state.Mrv.Reports.ContainsKey((holder, rules.Period.Last))
                    && state.Mrv.Of(holder, rules.Period.Last) is null)
                .Where(holder => IsFor(state, deadline, holder))
                .Select(holder => (holder, $"/desk/{holder.Value}/reports/{rules.Period.Last}")),
            _ => [],
        };

    private static bool IsFor(SchemeState state, Deadline deadline, HolderId holder) => deadline.Sectors.Count == 0
        || (state.Registry.Find(holder) is { } found && deadline.Sectors.Contains(found.Sector));

    private static Letter New(
        SchemeState state,
        PeriodRules rules,
        Deadline deadline,
        int due,
        HolderId holder,
        UserId person,
        string page,
        DateTimeOffset at)
    {
        var (step, name) = (Names.Of(deadline.Step), state.Registry.Find(holder)!.Name);
        var last = Format.LastDay(deadline.At);
        return new Letter(
            0,
            person.Name,
            state.Name,
            string.Create(
                CultureInfo.InvariantCulture, $"remind {rules.Period} {deadline.Step} {holder.Value} {due}"),
            LetterKind.Reminder,
            new Text($"提醒：{step.Zh} {last} 截止", $"Reminder: {step.En} by {last}"),
            new Text(
                $"{name.Zh} {rules.Period} 年度的“{step.Zh}”尚未完成，最后一日为 {last}。",
                $"{name.En} has not completed \"{step.En}\" of {rules.Period}; the last day is {last}."),
            page,
            at);
    }
}
