using System.Globalization;
using Tanheng.Quantities;
using Tanheng.Scheme;
using Tanheng.Scheme.Compliance;
using Tanheng.Scheme.Registry;

namespace Tanheng.Web.Portal.Public;

/// <summary>
/// What the market knows for its public lists, whole; <see cref="Disclosure"/> takes from it what is public.
/// </summary>
internal sealed class DisclosureSource(SchemeState state, IReadOnlyList<KeyValuePair<DayKey, long>> days)
{
    private ILookup<HolderId, Text>? facilities;

    public IReadOnlyList<string> Periods(string what) => what switch
    {
        "coverage-list" => Years(state.Registry.Coverage.Keys),
        "verification" or "entity-report" => Years(state.Mrv.Accepted.Keys.Select(key => key.Year)),
        "surrender-result" => Newest(state.Compliance.Publications.Keys),
        "allocation" => Newest(state.Allocation.Entitlements.Keys.Select(key => key.Period)),
        _ => [],
    };

    public IEnumerable<DisclosureRow> Rows(string what, string period) => what switch
    {
        "coverage-list" => Year(period) is { } year ? Coverage(year) : [],
        "verification" => Year(period) is { } year ? Verified(year) : [],
        "entity-report" => Year(period) is { } year ? Reports(year) : [],
        "surrender-result" => Period(period) is { } of ? Results(of) : [],
        "allocation" => Period(period) is { } of ? Allocation(of) : [],
        "service-bodies" => Bodies(),
        "transactions" => Transactions(),
        _ => [],
    };

    private IEnumerable<DisclosureRow> Coverage(int year) => state.Registry.Coverage[year]
        .OrderBy(id => id.Value)
        .Select(id => Row([.. Of(state.Registry.Holders[id]), ("period", year)]));

    private IEnumerable<DisclosureRow> Verified(int year) => state.Mrv.Accepted
        .Where(pair => pair.Key.Year == year)
        .OrderBy(pair => pair.Key.Holder.Value)
        .Select(pair => Row(
        [
            .. Of(state.Registry.Holders[pair.Key.Holder]),
            ("period", year.ToString(CultureInfo.InvariantCulture)), ("verified-emissions", pair.Value.Total),
        ]));

    private IEnumerable<DisclosureRow> Reports(int year) => state.Mrv.Accepted
        .Where(pair => pair.Key.Year == year)
        .OrderBy(pair => pair.Key.Holder.Value)
        .Select(pair => Row(
        [
            .. Of(state.Registry.Holders[pair.Key.Holder]),
            ("period", year.ToString(CultureInfo.InvariantCulture)), ("total-emissions", pair.Value.Total),
            ("method", string.Join(", ", pair.Value.Lines.Select(line => line.Method.ToString()).Distinct())),
        ]));

    private IEnumerable<DisclosureRow> Results(CompliancePeriod period) =>
        state.Compliance.Publications[period].Results.Select(result => Row(
        [
            ("holder", result.Name), ("installation", result.Name), ("period", period.ToString()),
            ("obligation", result.Obligation), ("surrendered", result.Surrendered), ("offsets", result.Offsets),
            ("shortfall", result.Shortfall), ("penalty", result.Penalty),
            ("status", result.Status),
        ]));

    private IEnumerable<DisclosureRow> Allocation(CompliancePeriod period) => state.Allocation.Entitlements
        .Where(pair => pair.Key.Period == period)
        .OrderBy(pair => pair.Key.Holder.Value)
        .Select(pair => Row(
        [
            .. Of(state.Registry.Holders[pair.Key.Holder]), ("period", period.ToString()),
            ("pre-allocated", pair.Value.PreAllocated), ("allocation", pair.Value.Determined),
            ("determined", pair.Value.Determined), ("delivered", pair.Value.Delivered),
        ]));

    private IEnumerable<DisclosureRow> Bodies() => state.Mrv.Bodies.Values
        .OrderBy(body => body.Code, StringComparer.Ordinal)
        .SelectMany(body => new[]
        {
            (Role: Words.Prepares, Provinces: body.Prepares), (Role: Words.Verifies, Provinces: body.Verifies),
        }
            .Where(part => part.Provinces.Length > 0)
            .Select(part => Row(
            [
                ("body", body.Name), ("role", part.Role),
                ("province", ProvinceNames.Of(part.Provinces)),
            ])));

    private IEnumerable<DisclosureRow> Transactions() => days.Select(pair => Row(
    [
        ("day", pair.Key.Day),
        ("type", state.Rules.Transaction(pair.Key.Type)?.Title ?? new Text(pair.Key.Type, pair.Key.Type)),
        ("unit", pair.Key.Unit), ("quantity", new Tonnes(pair.Value)),
    ]));

    private List<(string, object?)> Of(Holder holder) =>
    [
        ("holder", holder.Name), ("installation", holder.Name), ("credit-code", holder.Code),
        ("province", ProvinceNames.Of(holder.Province)), ("sector", Names.OfSector(holder.Sector)),
        ("facilities", Facilities(holder.Id)),
    ];

    private Text Facilities(HolderId holder)
    {
        facilities ??= state.Registry.Facilities.Values
            .Where(facility => facility.ClosedOn is null)
            .ToLookup(facility => facility.Holder, facility => facility.Name);
        var names = facilities[holder].ToList();
        return new Text(
            string.Join('、', names.Select(name => name.Zh)), string.Join(", ", names.Select(name => name.En)));
    }

    private static DisclosureRow Row(IEnumerable<(string Field, object? Value)> values) =>
        new(values.ToDictionary(pair => pair.Field, pair => pair.Value));

    private static string[] Years(IEnumerable<int> years) =>
        [.. years.Distinct().OrderDescending().Select(year => year.ToString(CultureInfo.InvariantCulture))];

    private static string[] Newest(IEnumerable<CompliancePeriod> periods) =>
        [.. periods.Distinct().OrderByDescending(period => period.Last).Select(period => period.ToString())];

    private static int? Year(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var year) ? year : null;

    private static CompliancePeriod? Period(string text) =>
        CompliancePeriod.TryParse(text, null, out var period) ? period : null;
}
