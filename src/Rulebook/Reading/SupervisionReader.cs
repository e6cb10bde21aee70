using Tanheng.Quantities;

namespace Tanheng.Rulebook.Reading;

/// <summary>
/// Reads <c>supervision:</c>; sections within it have its source and status where they have none of their own.
/// </summary>
internal static class SupervisionReader
{
    /// <summary>The rule; null where nothing is watched.</summary>
    public static SupervisionRule? Read(Context context, Fields? fields, bool exchange)
    {
        if (fields is null)
        {
            return null;
        }

        if (!exchange)
        {
            fields.Findings.Add(fields.Key, fields.Path, RulebookRefusals.SupervisionWithoutExchange);
        }

        var cite = SourceReader.Cite(context, fields);
        var rule = new SupervisionRule
        {
            CancelWhenHalted = fields.Need("cancel_when_halted", Kinds.YesNo),
            ExplainWorkingDays = Above(fields, "explain_working_days"),
            AppealWorkingDays = Above(fields, "appeal_working_days"),
            WashTrades = Section(fields, "wash_trades", inner => new WashTradeRule
            {
                AtLeast = inner.Need("at_least", Kinds.Tonnes),
                Cite = SourceReader.Cite(context, inner, cite),
                Line = inner.Line,
            }),
            CloseMarking = Section(fields, "close_marking", inner => CloseMarking(context, inner, cite)),
            Layering = Section(fields, "layering", inner => Layering(context, inner, cite)),
            PriceJump = Section(fields, "price_jump", inner => PriceJump(context, inner, cite)),
            Concentration = Section(fields, "concentration", inner => new ConcentrationRule
            {
                Share = inner.Need("share", Kinds.Share),
                AtLeast = inner.Need("at_least", Kinds.Tonnes),
                Cite = SourceReader.Cite(context, inner, cite),
                Line = inner.Line,
            }),
            LimitApproach = Section(fields, "limit_approach", inner => new LimitApproachRule
            {
                Share = inner.Need("share", Kinds.Share),
                Cite = SourceReader.Cite(context, inner, cite),
                Line = inner.Line,
            }),
            CancelRatio = Section(fields, "cancel_ratio", inner => new CancelRatioRule
            {
                Orders = Above(inner, "orders"),
                Share = inner.Need("share", Kinds.Share),
                Cite = SourceReader.Cite(context, inner, cite),
                Line = inner.Line,
            }),
            Cite = cite,
            Line = fields.Line,
        };
        fields.Close();
        return rule;
    }

    private static CloseMarkingRule CloseMarking(Context context, Fields fields, Citation outer) => new()
    {
        Minutes = Above(fields, "minutes"),
        Share = fields.Need("share", Kinds.Share),
        Move = fields.Need("move", Kinds.Share),
        AtLeast = fields.Need("at_least", Kinds.Tonnes),
        Cite = SourceReader.Cite(context, fields, outer),
        Line = fields.Line,
    };

    private static LayeringRule Layering(Context context, Fields fields, Citation outer) => new()
    {
        Minutes = Above(fields, "minutes"),
        Orders = Above(fields, "orders"),
        Times = Above(fields, "times"),
        Cite = SourceReader.Cite(context, fields, outer),
        Line = fields.Line,
    };

    private static PriceJumpRule PriceJump(Context context, Fields fields, Citation outer)
    {
        var move = fields.NeedOrNull("move", Kinds.Share);
        if (move is { Value: 0 } zero)
        {
            fields.Add("move", RulebookRefusals.NothingAllowed, ("value", zero));
        }

        return new PriceJumpRule
        {
            Minutes = Above(fields, "minutes"),
            Move = move ?? default,
            PauseMinutes = fields.Need("pause_minutes", Kinds.Count),
            Cite = SourceReader.Cite(context, fields, outer),
            Line = fields.Line,
        };
    }

    private static T? Section<T>(Fields fields, string key, Func<Fields, T> read)
        where T : Rule
    {
        if (fields.MaybeSection(key) is not { } inner)
        {
            return null;
        }

        var rule = read(inner);
        inner.Close();
        return rule;
    }

    /// <summary>A count that must be there and above zero.</summary>
    private static int Above(Fields fields, string key)
    {
        var value = fields.NeedOrNull(key, Kinds.Count);
        if (value is 0)
        {
            fields.Add(key, RulebookRefusals.NothingAllowed, ("value", value));
        }

        return value ?? 0;
    }
}
