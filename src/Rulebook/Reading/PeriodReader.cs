using Tanheng.Quantities;

namespace Tanheng.Rulebook.Reading;

/// <summary>Reads <c>periods:</c>, one compliance period after the other.</summary>
internal static class PeriodReader
{
    public static IReadOnlyList<PeriodRules> Read(Context context, Fields? section)
    {
        var read = new List<(PeriodRules Rules, Fields Fields)>();
        foreach (var (entry, fields) in section?.Sections() ?? [])
        {
            fields.TryScalar(entry.Key, fields.Path, Kinds.Period, out var period);
            read.Add((Period(context, fields, period), fields));
            fields.Close();
        }

        var ordered = read.OrderBy(pair => pair.Rules.Period).ToList();
        CheckYears([.. ordered.Where(pair => pair.Rules.Period != default)]);
        return [.. ordered.Select(pair => pair.Rules)];
    }

    private static PeriodRules Period(Context context, Fields fields, CompliancePeriod period)
    {
        var cite = SourceReader.Cite(context, fields);
        var sectors = Sectors(context, fields.Section("sectors"), cite);
        var allocation = fields.Section("allocation");
        var rules = new PeriodRules
        {
            Period = period,
            Sectors = sectors,
            Deadlines = DeadlineReader.Read(context, fields, period, sectors, cite),
            Allocation = Allocation(context, allocation, sectors, cite),
            Surrender = SurrenderReader.Read(context, fields.Section("surrender"), cite),
            Advance = SurrenderReader.Advance(context, fields.MaybeSection("advance"), allocation, cite),
            Cap = Cap(context, fields.MaybeSection("cap"), period, cite),
            Cite = cite,
            Line = fields.Line,
        };
        allocation?.Close();
        return rules;
    }

    private static CapRule? Cap(Context context, Fields? fields, CompliancePeriod period, Citation outer)
    {
        if (fields is null)
        {
            return null;
        }

        var years = new List<YearCap>();
        var inner = fields.MaybeSection("years");
        foreach (var key in inner?.Keys ?? [])
        {
            var cap = inner!.Need(key, Kinds.Tonnes);
            if (!int.TryParse(key, System.Globalization.CultureInfo.InvariantCulture, out var year)
                || !period.Contains(year))
            {
                inner.Add(key, RulebookRefusals.BadValue, ("value", key), ("example", period.First));
            }

            years.Add(new YearCap(year, cap));
        }

        var rule = new CapRule
        {
            Total = years.Count == 0 ? fields.Need("total", Kinds.Tonnes) : fields.Maybe("total", Kinds.Tonnes),
            Years = years,
            Cite = SourceReader.Cite(context, fields, outer),
            Line = fields.Line,
        };
        fields.Close();
        return rule;
    }

    private static List<SectorRule> Sectors(Context context, Fields? section, Citation outer)
    {
        var rules = new List<SectorRule>();
        foreach (var (entry, fields) in section?.Sections() ?? [])
        {
            fields.TryScalar(entry.Key, fields.Path, Kinds.Slug, out var sector);
            string[] methods = ["emissions", "allocation", "pre_allocation"];
            rules.Add(new SectorRule
            {
                Sector = sector ?? "",
                Threshold = fields.Or("threshold", Kinds.Tonnes, Tonnes.Zero),
                VerifiedElsewhere = fields.Or("verified_elsewhere", Kinds.YesNo, false),
                Gases = fields.Values("gases", Kinds.Code),
                Emissions = fields.Need("emissions", Kinds.Method),
                Allocation = fields.Need("allocation", Kinds.Method),
                PreAllocation = fields.Maybe("pre_allocation", Kinds.Method),
                LineOf = methods.Where(fields.Has).ToDictionary(key => key, key => fields.Where(key).Line),
                Cite = SourceReader.Cite(context, fields, outer),
                Line = fields.Line,
            });
            fields.Close();
        }

        return rules;
    }

    private static AllocationRule Allocation(
        Context context, Fields? fields, IReadOnlyList<SectorRule> sectors, Citation outer)
    {
        if (fields is null)
        {
            return new AllocationRule { Unit = "", Cite = outer };
        }

        var unit = context.Unit(fields, "unit", UnitKind.Allowance);
        var vintage = unit is { Vintages.Count: > 0 }
            ? fields.Need("vintage", Kinds.Period)
            : fields.Or("vintage", Kinds.Period, default);
        Context.CheckVintage(fields, "vintage", unit, vintage);
        var share = fields.Maybe("pre_allocation_share", Kinds.Share);
        if (sectors.Any(sector => sector.PreAllocation is not null) != fields.Has("pre_allocation_share"))
        {
            var key = fields.Has("pre_allocation_share") ? "sectors.….pre_allocation" : "pre_allocation_share";
            fields.Add("pre_allocation_share", RulebookRefusals.PreAllocationShare, ("key", key));
        }

        return new AllocationRule
        {
            Unit = unit?.Code ?? "",
            Vintage = vintage,
            ThroughProvince = fields.Or("through_province", Kinds.YesNo, false),
            CustodyForRisky = fields.Or("custody_for_risky", Kinds.YesNo, false),
            GapCap = fields.Maybe("gap_cap", Kinds.Share),
            PreAllocationShare = share,
            Cite = SourceReader.Cite(context, fields, outer),
            Line = fields.Line,
        };
    }

    private static void CheckYears(IReadOnlyList<(PeriodRules Rules, Fields Fields)> periods)
    {
        for (var i = 1; i < periods.Count; i++)
        {
            var before = periods[i - 1].Rules;
            var (rules, fields) = periods[i];
            var year = before.Period.Last;
            if (rules.Period.First <= year)
            {
                fields.Findings.Add(fields.Key, fields.Path, RulebookRefusals.PeriodTwice,
                    ("year", rules.Period.First), ("other", before.Period), ("line", before.Line));
            }
            else if (rules.Period.First > year + 1)
            {
                fields.Findings.Add(fields.Key, fields.Path, RulebookRefusals.PeriodGap,
                    ("year", year + 1), ("other", before.Period), ("line", before.Line));
            }
        }
    }
}
