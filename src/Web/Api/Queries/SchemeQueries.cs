using Microsoft.Extensions.DependencyInjection;
using Tanheng.Quantities;
using Tanheng.Rulebook;
using Tanheng.Scheme;
using Tanheng.Web.Api.Shapes;
using Tanheng.Web.Portal;
using Tanheng.Web.Portal.Models;

namespace Tanheng.Web.Api.Queries;

/// <summary>What everybody may know of a market: its figures, its rules, its calendar, its refusals.</summary>
internal static class SchemeQueries
{
    public static IEnumerable<Operation> All =>
    [
        Query.One<SchemeView>(
            "get-scheme", "/scheme", Audience.Everyone, new("市场概览", "The market at a glance"), Scheme),
        Query.One<RulebookView>(
            "get-rulebook",
            "/rulebook",
            Audience.Everyone,
            new("规则手册全文，每条规则附出处与核对状态", "The whole rulebook, each rule with its source and standing"),
            look => Rulebook(look.State.Rules)),
        Query.List(
            "list-calendar",
            "/calendar",
            Audience.Everyone,
            new("履约日历", "The compliance calendar"),
            Calendar,
            step => Query.Key(step.At.ToUnixTimeSeconds(), step.Period.First, (int)step.Step, step.Sectors.Count),
            Parameters.Period),
        Query.List(
            "list-refusals",
            "/refusals",
            Audience.Everyone,
            new("全部拒绝代码", "Every refusal by its number"),
            _ => RefusalList.All,
            refusal => Query.Key(refusal.Code)),
        Query.One<RefusalView>(
            "get-refusal",
            "/refusals/{code}",
            Audience.Everyone,
            new("一个拒绝代码", "One refusal"),
            look => RefusalList.All.FirstOrDefault(refusal => refusal.Code == look.Call.Get<long>("code")),
            Parameter.Number("code", "编号，如 2005", "The number, such as 2005")),
    ];

    private static Outcome<SchemeView?> Scheme(Look look)
    {
        var (state, rules) = (look.State, look.State.Rules);
        var periods = rules.Periods.Select(period => Overview.Line(state, period)).Where(line => line.Obligations > 0);
        return new SchemeView(
            look.Call.Http.RequestServices.GetRequiredService<Market>().Name,
            rules.Code,
            rules.Name,
            rules.Version,
            rules.Text,
            rules.Currency,
            rules.Calendar.Zone.Id,
            state.Sequence,
            state.Time,
            state.Registry.Holders.Count,
            state.Registry.Accounts.Values.Count(account => account.Holder is not null),
            [.. periods.Select(line => new PeriodSummary(
                line.Period,
                line.Obligations,
                line.Met,
                line.Late,
                line.Short,
                line.Open,
                line.Due,
                line.Allowances,
                line.Offsets,
                line.Missing,
                line.Deadline is { } local ? rules.Calendar.Moment(local) : null))],
            [.. Overview.UnitsOf(state).Select(line => new UnitSummary(
                line.Asset.Code,
                new Tonnes(line.Issued),
                new Tonnes(line.Held),
                new Tonnes(line.Surrendered),
                new Tonnes(line.Cancelled),
                new Tonnes(line.Expired)))]);
    }

    private static IEnumerable<CalendarStep> Calendar(Look look)
    {
        var rules = look.State.Rules;
        return rules.Periods
            .Where(period => look.Call.Period is not { } wanted || wanted == period.Period)
            .SelectMany(period => period.Deadlines.Select(deadline => new CalendarStep(
                period.Period,
                deadline.Step,
                rules.Calendar.Moment(deadline.At),
                deadline.At,
                deadline.Share,
                deadline.Sectors,
                deadline.Cite)))
            .OrderBy(step => step.At)
            .ThenBy(step => step.Period)
            .ThenBy(step => step.Step)
            .ThenBy(step => step.Sectors.Count);
    }

    private static Outcome<RulebookView?> Rulebook(Rulebook.Rulebook book) => new RulebookView(
        book.Code,
        book.Version,
        book.Name,
        book.Text,
        book.Currency,
        book.Calendar.Zone.Id,
        book.Calendar.Weekend,
        book.Sources,
        [.. book.Citations()],
        book.Holidays,
        book.Units,
        book.Registry,
        book.Periods,
        book.CarryOvers,
        book.Transactions,
        book.Approvals,
        book.Objections,
        book.Plans,
        book.FollowUps,
        [.. book.Penalties.Select(Penalty)],
        book.Disclosures);

    private static PenaltyView Penalty(PenaltyRule rule) => new(
        rule.Offence,
        rule.Basis,
        Amount.Of(rule.Least),
        Amount.Of(rule.Most),
        rule.LeastMultiple,
        rule.MostMultiple,
        Amount.Of(rule.GainFrom),
        rule.Cut,
        rule.CutLeast,
        rule.CutMost,
        rule.ShortfallRemainsDue,
        Amount.Of(rule.Persons?.Least),
        Amount.Of(rule.Persons?.Most),
        rule.Cite,
        rule.Line);
}
