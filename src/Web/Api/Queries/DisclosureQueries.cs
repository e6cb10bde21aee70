using Microsoft.Extensions.DependencyInjection;
using Tanheng.Quantities;
using Tanheng.Rulebook;
using Tanheng.Scheme;
using Tanheng.Scheme.Allocation;
using Tanheng.Scheme.Mrv;
using Tanheng.Scheme.Registry;
using Tanheng.Web.Api.Lists;
using Tanheng.Web.Api.Shapes;
using Tanheng.Web.Portal.Public;

namespace Tanheng.Web.Api.Queries;

/// <summary>
/// What the rulebook has published, field by field: what it does not list is left out of the answer, and a kind of
/// record it does not name is not there at all.
/// </summary>
internal static class DisclosureQueries
{
    public static IEnumerable<Operation> All => [.. Lists, .. Reports, Transactions];

    private static IEnumerable<Operation> Lists =>
    [
        Query.List(
            "list-disclosures",
            "/disclosure",
            Audience.Everyone,
            new("规则手册规定公开的内容", "What the rulebook has published"),
            look => look.State.Rules.Disclosures.OrderBy(rule => rule.What, StringComparer.Ordinal)
                .Select(rule => new DisclosureView(rule.What, rule.Fields, rule.Withheld, rule.Cite)),
            rule => rule.What),
        Public(
            "list-public-coverage",
            "coverage-list",
            new("公开：重点排放单位名录", "Public: who is covered"),
            Coverage,
            one => Query.Key(one.Year, one.Holder.Value),
            Parameters.Year),
        Public(
            "list-public-service-bodies",
            "service-bodies",
            new("公开：技术服务机构", "Public: technical service bodies"),
            (look, fields) => look.State.Mrv.Bodies.Values.OrderBy(body => body.Code, StringComparer.Ordinal)
                .Select(body => new PublicBody(
                    body.Code,
                    fields.Contains("body") ? body.Name : null,
                    Known<IReadOnlyList<string>>(fields, body.Prepares, "role", "province"),
                    Known<IReadOnlyList<string>>(fields, body.Verifies, "role", "province"))),
            body => body.Code),
        Public(
            "list-public-allocations",
            "allocation",
            new("公开：配额分配", "Public: allocations"),
            Allocations,
            one => Query.Key(one.Holder.Value, one.Period?.First ?? 0, one.Period?.Last ?? 0)),
    ];

    private static IEnumerable<Operation> Reports =>
    [
        Public(
            "list-public-verifications",
            "verification",
            new("公开：核定排放量", "Public: verified emissions"),
            (look, fields) => Emissions(look).Select(one => new PublicVerification(
                one.Emissions.Holder,
                NameIn(fields, one.Holder),
                one.Emissions.Year,
                fields.Contains("verified-emissions") ? one.Emissions.Total : null)),
            one => Query.Key(one.Holder.Value, one.Year),
            Parameters.Year),
        Public(
            "list-public-reports",
            "entity-report",
            new("公开：排放报告摘要", "Public: summaries of reports"),
            (look, fields) => Emissions(look).Select(one => Report(look.State, fields, one.Holder, one.Emissions)),
            one => Query.Key(one.Holder.Value, one.Year),
            Parameters.Year),
        Public(
            "list-public-results",
            "surrender-result",
            new("公开：清缴结果（以最近一次公布为准）", "Public: results of surrender, as last published"),
            (look, _) => look.State.Compliance.Publications
                .Where(pair => look.Call.Period is not { } only || only == pair.Key)
                .OrderBy(pair => pair.Key)
                .SelectMany(pair => pair.Value.Results.OrderBy(one => one.Holder.Value)
                    .Select(one => PublicResult.Of(pair.Key, one))),
            one => Query.Key(one.Period.First, one.Period.Last, one.Holder.Value),
            Parameters.Period),
    ];

    private static Operation Transactions => new()
    {
        Id = "list-public-transactions",
        Path = "/disclosure/transactions",
        Tag = "",
        Title = new("公开：每日登记交易量，新的在前", "Public: what was moved day by day, newest first"),
        Audience = Audience.Everyone,
        Parameters = PageRequest.Parameters,
        IsList = true,
        Answer = typeof(PublicTransaction),
        Versioned = true,
        Handle = TransactionsAsync,
    };

    /// <summary>Days come from the public record, which follows the journal beside the market.</summary>
    private static async Task TransactionsAsync(ApiCall call)
    {
        var days = (await call.Http.RequestServices.GetRequiredService<PublicRecord>().ReadAsync()).Days;
        var operation = Public(
            call.Operation.Id,
            "transactions",
            call.Operation.Title,
            (_, fields) => days
                .Select((pair, at) => (Key: Query.Key(at), pair.Key, pair.Value))
                .Select(one => new PublicTransaction(
                    fields.Contains("day") ? one.Item2.Day : null,
                    Known(fields, one.Item2.Type, "type"),
                    Known(fields, one.Item2.Unit, "unit"),
                    fields.Contains("quantity") ? new Tonnes(one.Value) : null)
                { Key = one.Key }),
            one => one.Key);
        await operation.Handle(call);
    }

    private static Operation Public<T>(
        string id,
        string what,
        Text title,
        Func<Look, IReadOnlySet<string>, IEnumerable<T>> rows,
        Func<T, string> key,
        params IReadOnlyList<Parameter> parameters) => Query.ListOrNot(
            id,
            "/disclosure/" + what,
            Audience.Everyone,
            title,
            look => Fields(look, what).Try(out var fields, out var refusal)
                ? Outcome.Of(rows(look, fields))
                : refusal,
            key,
            parameters);

    private static Outcome<IReadOnlySet<string>> Fields(Look look, string what) =>
        look.State.Rules.Disclosures.FirstOrDefault(rule => rule.What == what) is { } rule
            ? Outcome.Of<IReadOnlySet<string>>(rule.Fields.Except(rule.Withheld).ToHashSet(StringComparer.Ordinal))
            : ApiRefusals.NotDisclosed.With(
                ("what", what),
                ("disclosed", string.Join(", ", look.State.Rules.Disclosures.Select(one => one.What))));

    /// <summary>A value whose every field is listed.</summary>
    private static T? Known<T>(IReadOnlySet<string> fields, T value, params ReadOnlySpan<string> needed)
        where T : class
    {
        foreach (var field in needed)
        {
            if (!fields.Contains(field))
            {
                return null;
            }
        }

        return value;
    }

    private static Text? NameIn(IReadOnlySet<string> fields, Holder holder) =>
        fields.Contains("holder") || fields.Contains("name") || fields.Contains("installation") ? holder.Name : null;

    private static IEnumerable<PublicCoverage> Coverage(Look look, IReadOnlySet<string> fields)
    {
        var registry = look.State.Registry;
        foreach (var year in registry.Coverage.Keys.Order()
            .Where(year => look.Call.Year is not { } only || only == year))
        {
            foreach (var id in registry.Coverage[year].OrderBy(id => id.Value))
            {
                var holder = registry.Holders[id];
                yield return new PublicCoverage(
                    year,
                    id,
                    NameIn(fields, holder),
                    Known(fields, holder.Code, "credit-code"),
                    Known(fields, holder.Province, "province"),
                    Known(fields, holder.Sector, "sector"),
                    fields.Contains("facilities") ? Sites(look.State, id) : null);
            }
        }
    }

    private static List<Text> Sites(SchemeState state, HolderId holder) =>
        [.. state.Registry.Facilities.Values.Where(site => site.Holder == holder).Select(site => site.Name)];

    private static IEnumerable<PublicAllocation> Allocations(Look look, IReadOnlySet<string> fields)
    {
        foreach (var holder in look.State.Registry.Holders.Values.OrderBy(holder => holder.Id.Value))
        {
            foreach (var period in look.State.Rules.Periods.Select(rules => rules.Period))
            {
                if (look.State.Allocation.Of(holder.Id, period) is { } one)
                {
                    yield return new PublicAllocation(
                        holder.Id,
                        NameIn(fields, holder),
                        period,
                        fields.Contains("quantity") || fields.Contains("allocation")
                            ? one.Determined ?? one.PreAllocated
                            : null);
                }
            }
        }
    }

    private static IEnumerable<(Holder Holder, AcceptedEmissions Emissions)> Emissions(Look look)
    {
        var accepted = look.State.Mrv.Accepted;
        var years = look.Call.Year is { } only
            ? [only]
            : accepted.Keys.Select(key => key.Year).Distinct().Order().ToArray();
        foreach (var holder in look.State.Registry.Holders.Values.OrderBy(holder => holder.Id.Value))
        {
            foreach (var year in years)
            {
                if (accepted.TryGetValue((holder.Id, year), out var one))
                {
                    yield return (holder, one);
                }
            }
        }
    }

    private static PublicReport Report(
        SchemeState state, IReadOnlySet<string> fields, Holder holder, AcceptedEmissions emissions) => new(
            holder.Id,
            NameIn(fields, holder),
            emissions.Year,
            fields.Contains("total-emissions") ? emissions.Total : null,
            fields.Contains("facilities")
                ? [.. emissions.Lines.Select(line => line.Line.Facility).Distinct()
                    .Select(id => state.Registry.Facilities[id].Name)]
                : null,
            fields.Contains("method")
                ? [.. emissions.Lines.Select(line => line.Method.ToString()).Distinct()]
                : null);
}
