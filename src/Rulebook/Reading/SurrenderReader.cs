using Tanheng.Quantities;

namespace Tanheng.Rulebook.Reading;

/// <summary>Reads how an obligation is settled: accepted vintages, offsets, the advance.</summary>
internal static class SurrenderReader
{
    public static SurrenderRule Read(Context context, Fields? fields, Citation outer)
    {
        if (fields is null)
        {
            return new SurrenderRule { Accepts = [], Cite = outer };
        }

        var cite = SourceReader.Cite(context, fields, outer);
        var rule = new SurrenderRule
        {
            Accepts = Accepts(context, fields, UnitKind.Allowance, cite),
            Offsets = Offsets(context, fields.MaybeSection("offsets"), cite),
            AtDeadline = fields.Need("at_deadline", Choices.AtDeadline),
            LateAccepted = fields.Or("late_accepted", Kinds.YesNo, true),
            Cite = cite,
            Line = fields.Line,
        };
        fields.Close();
        return rule;
    }

    /// <summary>The advance; the vintage it lends is one of the family that the period allocates.</summary>
    public static AdvanceRule? Advance(Context context, Fields? fields, Fields? allocation, Citation outer)
    {
        if (fields is null)
        {
            return null;
        }

        var family = allocation?.Where("unit") is ScalarNode code
            ? context.Units.Find(unit => unit.Code == code.Text)
            : null;
        var vintage = fields.Need("from_vintage", Kinds.Period);
        Context.CheckVintage(fields, "from_vintage", family, vintage);
        var rule = new AdvanceRule
        {
            FromVintage = vintage,
            MinimumGap = fields.Need("minimum_gap", Kinds.Share),
            LimitOfGap = fields.Need("limit_of_gap", Kinds.Share),
            Rounding = fields.Or("rounding", Choices.Rounding, Rounding.Floor),
            Cite = SourceReader.Cite(context, fields, outer),
            Line = fields.Line,
        };
        fields.Close();
        return rule;
    }

    private static OffsetRule? Offsets(Context context, Fields? fields, Citation outer)
    {
        if (fields is null)
        {
            return null;
        }

        var cite = SourceReader.Cite(context, fields, outer);
        var rule = new OffsetRule
        {
            Accepts = Accepts(context, fields, UnitKind.Offset, cite),
            Share = fields.Need("share", Kinds.Share),
            Rounding = fields.Or("rounding", Choices.Rounding, Rounding.Floor),
            Cite = cite,
            Line = fields.Line,
        };
        fields.Close();
        return rule;
    }

    private static List<AcceptedUnits> Accepts(Context context, Fields fields, UnitKind kind, Citation outer)
    {
        var accepts = new List<AcceptedUnits>();
        foreach (var item in fields.Items("accepts"))
        {
            var unit = context.Unit(item, "unit", kind);
            var from = item.Or("from_vintage", Kinds.Period, default);
            var upTo = item.Or("up_to_vintage", Kinds.Period, default);
            Context.CheckVintage(item, "from_vintage", unit, from);
            Context.CheckVintage(item, "up_to_vintage", unit, upTo);
            if (upTo != default && from > upTo)
            {
                item.Add("from_vintage", RulebookRefusals.LeastAboveMost, ("least", from), ("most", upTo));
            }

            accepts.Add(new AcceptedUnits
            {
                Unit = unit?.Code ?? "",
                FromVintage = from,
                UpToVintage = upTo,
                UsableUntil = item.Maybe("usable_until", Kinds.End),
                Cite = SourceReader.Cite(context, item, outer),
                Line = item.Line,
            });
            item.Close();
        }

        return accepts;
    }
}
