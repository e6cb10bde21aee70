using Tanheng.Methodology;
using Tanheng.Quantities;
using Tanheng.Rulebook;
using Tanheng.Scheme;
using Tanheng.Scheme.Allocation;

namespace Tanheng.Web.Actions.Forms;

/// <summary>
/// Which inputs a form asks for: those of the method that the rulebook names for the entity's sector and year. Null
/// while the form does not say enough to know the method.
/// </summary>
internal static class MethodFields
{
    private static readonly string[] FilledByScheme = ["units", "verified", "year", "gap_cap", "share"];

    private static readonly string[] FilledByRulebook = ["year", "gap_cap", "share"];

    public static InputSet? For(SchemeState state, Pickers form, FieldShape field) => field.Name switch
    {
        "emissions" => Emissions(state, form),
        "production" => Production(state, form),
        "attributes" => Attributes(state, form, field),
        "given" => Given(state, form),
        "inputs" => OfMethod(state, form.Value("method"), complete: true),
        _ => null,
    };

    private static InputSet? Emissions(SchemeState state, Pickers form) =>
        SectorOf(state, form.Holder, YearOf(form)) is { } sector
            ? OfMethod(state, sector.Emissions.ToString(), complete: true)
            : null;

    /// <summary>Columns of the allocation's rows that neither the scheme nor the unit's attributes fill.</summary>
    private static InputSet? Production(SchemeState state, Pickers form)
    {
        if (form.Holder is not { } holder || SectorOf(state, holder, YearOf(form)) is not { } sector
            || Rows(state, sector.Allocation) is not { } rows)
        {
            return null;
        }

        var known = state.Registry.UnitsOf.GetValueOrDefault(holder, [])
            .SelectMany(id => state.Registry.Units[id].Attributes.Values.Select(pair => pair.Key))
            .Concat(["id", "verified"]).ToHashSet(StringComparer.Ordinal);
        return new InputSet(rows.Title, [.. rows.Columns.Where(column => !known.Contains(column.Name))], false);
    }

    private static InputSet? Attributes(SchemeState state, Pickers form, FieldShape field)
    {
        var sector = field.Path == "attributes"
            ? form.IdIn("facility", FieldKind.Facility) is { } id
                && state.Registry.Facilities.TryGetValue(new FacilityId(id), out var site)
                    ? state.Registry.Find(site.Holder)?.Sector
                    : null
            : form.Value("sector");
        var rule = sector is null ? null : state.Rules.Periods
            .Select(rules => rules.Sector(sector)).LastOrDefault(known => known is not null);
        return rule is not null && Rows(state, rule.Allocation) is { } rows
            ? new InputSet(rows.Title, [.. rows.Columns.Where(one => one.Name is not ("id" or "verified"))], false)
            : null;
    }

    private static InputSet? Given(SchemeState state, Pickers form)
    {
        if (!CompliancePeriod.TryParse(form.Value("period"), null, out var period)
            || state.Rules.Period(period) is not { } rules)
        {
            return null;
        }

        var sector = form.Holder is { } holder && state.Registry.Find(holder) is { } known
            ? rules.Sector(known.Sector)
            : rules.Sectors is [var first, ..] ? first : null;
        var pre = form.Value("stage") == "pre-allocation" || form.Command == "pre-allocate";
        var reference = pre ? sector?.PreAllocation ?? sector?.Allocation : sector?.Allocation;
        var filled = pre && IsBeforeTheMarket(state, form, period) ? FilledByRulebook : FilledByScheme;
        return reference is { } method && OfMethod(state, method.ToString(), complete: false) is { } set
            ? set with { Inputs = [.. set.Inputs.Where(input => !filled.Contains(input.Name))] }
            : null;
    }

    /// <summary>
    /// True when the basis of a pre-allocation is not among the accepted emissions, so that it is given.
    /// </summary>
    private static bool IsBeforeTheMarket(SchemeState state, Pickers form, CompliancePeriod period)
    {
        var year = int.TryParse(form.Value("basisYear"), out var basis) ? basis : period.First - 1;
        return form.Holder is { } holder && state.Mrv.Of(holder, year) is null;
    }

    private static InputSet? OfMethod(SchemeState state, string reference, bool complete) =>
        state.Methods.Find(reference).Try(out var method, out _)
            ? new InputSet(method.Title, method.Inputs, complete)
            : null;

    private static MethodInput? Rows(SchemeState state, MethodReference reference) =>
        state.Methods.Find(reference.Id, reference.Version).Try(out var method, out _)
            ? method.Inputs.FirstOrDefault(input => input.Name == "units" && input.Type == MethodType.Rows)
            : null;

    private static int? YearOf(Pickers form) => int.TryParse(form.Value("year"), out var year) ? year : null;

    private static SectorRule? SectorOf(SchemeState state, HolderId? id, int? year) =>
        id is { } holder && year is { } wanted && state.Registry.Find(holder) is { } known
            ? state.Rules.Periods.FirstOrDefault(rules => rules.Period.Contains(wanted))?.Sector(known.Sector)
            : null;
}
