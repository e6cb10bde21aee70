using Tanheng.Quantities;
using Tanheng.Rulebook;
using Tanheng.Scheme;
using Tanheng.Scheme.Compliance;
using Tanheng.Scheme.Registry;
using Tanheng.Web.Portal.Tables;

namespace Tanheng.Web.Portal.Public;

/// <summary>A row of a public list: values by the rulebook's words for them.</summary>
public sealed record DisclosureRow(IReadOnlyDictionary<string, object?> Values)
{
    /// <summary>The value of a field, or null.</summary>
    public object? this[string field] => Values.GetValueOrDefault(field);
}

/// <summary>A list that the market has to publish.</summary>
/// <param name="Path">Its address below <c>/disclosure</c>.</param>
/// <param name="What">The rulebook's word for it.</param>
/// <param name="Title">What it is.</param>
public sealed record DisclosureList(string Path, string What, Text Title)
{
    /// <summary>All lists in the order of the page.</summary>
    public static IReadOnlyList<DisclosureList> All { get; } =
    [
        new("coverage", "coverage-list", Words.DisclosureCoverage),
        new("verification", "verification", Words.DisclosureVerification),
        new("allocation", "allocation", Words.DisclosureAllocation),
        new("compliance", "surrender-result", Words.DisclosureCompliance),
        new("reports", "entity-report", Words.DisclosureReports),
        new("service-bodies", "service-bodies", Words.DisclosureBodies),
        new("transactions", "transactions", Words.DisclosureTransactions),
    ];

    /// <summary>The list at an address, or null.</summary>
    public static DisclosureList? At(string path) => All.FirstOrDefault(list => list.Path == path);
}

/// <summary>
/// A public list as it stands: the fields that the rulebook's rule names and no others. Without a rule nothing is
/// public.
/// </summary>
/// <param name="List">Which list.</param>
/// <param name="Rule">The rule; null when the rulebook has none.</param>
/// <param name="Periods">Periods or years to choose from, the newest first.</param>
/// <param name="Period">The chosen one; empty for a list that has none.</param>
/// <param name="Columns">What is shown.</param>
/// <param name="Rows">All rows of the chosen period that match the search.</param>
public sealed record Disclosure(
    DisclosureList List,
    DisclosureRule? Rule,
    IReadOnlyList<string> Periods,
    string Period,
    IReadOnlyList<Column<DisclosureRow>> Columns,
    IReadOnlyList<DisclosureRow> Rows)
{
    /// <summary>Reads a list.</summary>
    /// <param name="state">The market.</param>
    /// <param name="list">Which.</param>
    /// <param name="period">The period or year asked for; the newest when it is none of the list's.</param>
    /// <param name="search">Part of a name or code.</param>
    /// <param name="days">What was moved, for the list of transactions.</param>
    public static Disclosure Of(
        SchemeState state,
        DisclosureList list,
        string? period,
        string? search,
        IReadOnlyList<KeyValuePair<DayKey, long>> days)
    {
        var rule = state.Rules.Disclosures.FirstOrDefault(one => one.What == list.What);
        if (rule is null)
        {
            return new Disclosure(list, null, [], "", [], []);
        }

        var source = new DisclosureSource(state, days);
        var periods = source.Periods(list.What);
        var chosen = period is not null && periods.Contains(period) ? period : periods.FirstOrDefault("");
        var allowed = rule.Fields.Except(rule.Withheld).ToList();
        if (list.What == "surrender-result")
        {
            // Where an obligation stands is the result itself.
            allowed.Add("status");
        }

        var columns = allowed.Select(DisclosureColumns.Of).ToList();
        var rows = source.Rows(list.What, chosen)
            .Select(row => new DisclosureRow(row.Values.Where(pair => allowed.Contains(pair.Key)).ToDictionary()))
            .Where(row => Matches(row, search))
            .ToList();
        return new Disclosure(list, rule, periods, chosen, columns, rows);
    }

    private static bool Matches(DisclosureRow row, string? search) => string.IsNullOrWhiteSpace(search)
        || row.Values.Values.Any(value => value switch
        {
            Text text => text.Zh.Contains(search.Trim(), StringComparison.OrdinalIgnoreCase)
                || text.En.Contains(search.Trim(), StringComparison.OrdinalIgnoreCase),
            string text => text.Contains(search.Trim(), StringComparison.OrdinalIgnoreCase),
            _ => false,
        });
}

/// <summary>How each field that a rulebook may name is shown.</summary>
public static class DisclosureColumns
{
    /// <summary>What a field is called; also of those that are kept back.</summary>
    public static Text TitleOf(string field) => field switch
    {
        "monthly-fuel" => Words.FieldMonthlyFuel,
        "fuel-analyses" => Words.FieldAnalyses,
        "evidence" => Words.FieldEvidence,
        "accounts" => Words.Accounts,
        "holders" => Words.Holders,
        _ => Of(field).Title,
    };

    /// <summary>The column of a field.</summary>
    public static Column<DisclosureRow> Of(string field) => field switch
    {
        "holder" or "installation" or "body" => Text(field, Words.Entity) with { Head = true },
        "credit-code" => Text(field, Words.CreditCode) with { Class = "serial nowrap" },
        "province" => Text(field, Words.Region),
        "sector" => Text(field, Words.Sector),
        "facilities" => Text(field, Words.Facilities),
        "period" => Text(field, Words.Period),
        "verified-emissions" => Tonnes(field, Words.Verified),
        "total-emissions" => Tonnes(field, Words.TotalEmissions),
        "obligation" => Tonnes(field, Words.Due),
        "surrendered" => Tonnes(field, Words.Surrendered),
        "offsets" => Tonnes(field, Words.Offsets),
        "shortfall" => Tonnes(field, Words.Missing),
        "pre-allocated" => Tonnes(field, Words.PreAllocated),
        "allocation" or "determined" => Tonnes(field, Words.Determined),
        "delivered" => Tonnes(field, Words.Delivered),
        "quantity" => Tonnes(field, Words.Quantity),
        "penalty" => Text(field, Words.Fine) with { Number = true },
        "status" => Text(field, Words.Status),
        "method" => Text(field, Words.Method) with { Class = "serial" },
        "role" => Text(field, Words.BodyRole),
        "rating" => Text(field, Words.Rating),
        "type" => Text(field, Words.Kind),
        "unit" => Text(field, Words.Unit),
        "day" => Text(field, Words.Day) with { Class = "nowrap" },
        _ => Text(field, new Text(field, field)),
    };

    private static Column<DisclosureRow> Text(string field, Text title) => new(field, title, row => row[field]);

    private static Column<DisclosureRow> Tonnes(string field, Text title) =>
        new(field, title, row => row[field]) { Number = true, Unit = Words.Tonne };
}
