using Tanheng.Quantities;
using Tanheng.Scheme;
using Tanheng.Scheme.Registry;
using Tanheng.Web.Api.Shapes;

namespace Tanheng.Web.Api.Queries;

/// <summary>Holders, their sites and people, who is covered, who holds an office.</summary>
internal static class RegistryQueries
{
    public static IEnumerable<Operation> All =>
    [
        Query.List(
            "list-holders",
            "/holders",
            Audience.OwnPart,
            new("主体", "Holders"),
            Holders,
            holder => Query.Key(holder.Id.Value),
            Parameters.Search,
            new Parameter("province", ParameterKind.Text, new Text("省级主管部门，如 CN-GD", "Authority, such as CN-GD")),
            new Parameter("sector", ParameterKind.Text, new Text("行业代码", "Sector code")),
            Parameter.Of<HolderStatus>("status", "主体状态", "Whether it still exists")),
        Query.One<Holder>(
            "get-holder",
            "/holders/{holder}",
            Audience.ReadersOfHolder,
            new("一个主体", "One holder"),
            look => look.State.Registry.Find(look.Call.Holder!.Value),
            Parameters.HolderInPath),
        Query.List(
            "list-facilities",
            "/facilities",
            Audience.OwnPart,
            new("设施", "Facilities"),
            Facilities,
            site => Query.Key(site.Id.Value),
            Parameters.Holder),
        Query.List(
            "list-generating-units",
            "/generating-units",
            Audience.OwnPart,
            new("机组、生产线", "Generating units and production lines"),
            Units,
            unit => Query.Key(unit.Id.Value),
            Parameters.Holder),
        Query.List(
            "list-representatives",
            "/representatives",
            Audience.OwnPart,
            new("代表人及其权限", "Representatives and their rights"),
            look => look.Holders().SelectMany(holder => holder.Representatives
                .OrderBy(person => person.User.Name, StringComparer.Ordinal)
                .Select(person => new RepresentativeView(holder.Id, person.User, person.Rights, person.Suspended))),
            person => Query.Key(person.Holder.Value) + "." + person.User,
            Parameters.Holder),
        Query.List(
            "list-officials",
            "/officials",
            Audience.Officials,
            new("任职人员", "People with an office"),
            look => look.State.Registry.Officials
                .OrderBy(pair => pair.Key.Name, StringComparer.Ordinal)
                .Select(pair => new OfficialView(pair.Key, [.. pair.Value])),
            official => official.User.Name),
        Query.List(
            "list-covered-holders",
            "/coverage",
            Audience.OwnPart,
            new("名录：各年度的重点排放单位", "Who is covered in which year"),
            Coverage,
            line => Query.Key(line.Year, line.Holder.Value),
            Parameters.Year,
            Parameters.Holder),
    ];

    private static IEnumerable<Holder> Holders(Look look)
    {
        var (call, search) = (look.Call, look.Call.Text("q"));
        return look.Holders().Where(holder =>
            (call.Text("province") is not { } province || holder.Province == province)
            && (call.Text("sector") is not { } sector || holder.Sector == sector)
            && call.Wants("status", holder.Status)
            && (search is null || Has(holder.Code, search) || Has(holder.Name.Zh, search)
                || Has(holder.Name.En, search)));
    }

    private static bool Has(string text, string part) => text.Contains(part, StringComparison.OrdinalIgnoreCase);

    private static IEnumerable<Facility> Facilities(Look look)
    {
        var all = look.State.Registry.Facilities;
        for (var id = Math.Max(look.FromNumber, 1); id <= all.Count; id++)
        {
            var site = all[new FacilityId(id)];
            if (Wanted(look, site.Holder))
            {
                yield return site;
            }
        }
    }

    private static IEnumerable<GeneratingUnit> Units(Look look)
    {
        var all = look.State.Registry.Units;
        for (var id = Math.Max(look.FromNumber, 1); id <= all.Count; id++)
        {
            var unit = all[new GeneratingUnitId(id)];
            if (Wanted(look, unit.Holder))
            {
                yield return unit;
            }
        }
    }

    private static bool Wanted(Look look, HolderId holder) =>
        (look.Call.Holder is not { } only || only == holder) && look.Sight.Of(holder);

    private static IEnumerable<CoverageView> Coverage(Look look)
    {
        var registry = look.State.Registry;
        foreach (var year in registry.Coverage.Keys.Order()
            .Where(year => look.Call.Year is not { } only || only == year))
        {
            foreach (var id in registry.Coverage[year].Where(id => Wanted(look, id)).OrderBy(id => id.Value))
            {
                var holder = registry.Holders[id];
                yield return new CoverageView(year, id, holder.Code, holder.Name, holder.Province, holder.Sector);
            }
        }
    }
}
