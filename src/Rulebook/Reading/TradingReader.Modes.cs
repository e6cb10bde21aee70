using Tanheng.Quantities;

namespace Tanheng.Rulebook.Reading;

/// <summary>The modes beside listed orders and blocks; a market may have any of them.</summary>
internal static partial class TradingReader
{
    private static PricedRule? Priced(Context context, Fields? fields, Citation outer)
    {
        if (fields is null)
        {
            return null;
        }

        var rule = new PricedRule
        {
            Mode = TradingMode.Priced,
            Below = MaybePositive(fields, "below"),
            AtLeast = MaybePositive(fields, "at_least"),
            Band = fields.Need("band", Kinds.Share),
            Sessions = Sessions(fields),
            Taking = fields.Need("taking", Choices.Taking),
            Parts = fields.Need("parts", Kinds.YesNo),
            Cite = SourceReader.Cite(context, fields, outer),
            Line = fields.Line,
        };
        fields.Close();
        return rule;
    }

    private static IntentionRule? Intention(Context context, Fields? fields, Citation outer)
    {
        if (fields is null)
        {
            return null;
        }

        var rule = new IntentionRule
        {
            Mode = TradingMode.Intention,
            Band = default,
            AnyPrice = true,
            Sessions = Sessions(fields),
            Days = Positive(fields, "days", Kinds.Days, days => days),
            Cite = SourceReader.Cite(context, fields, outer),
            Line = fields.Line,
        };
        fields.Close();
        return rule;
    }

    private static TradingModeRule? Deal(Context context, Fields? fields, Citation outer)
    {
        if (fields is null)
        {
            return null;
        }

        var rule = new TradingModeRule
        {
            Mode = TradingMode.Deal,
            Below = MaybePositive(fields, "below"),
            AtLeast = MaybePositive(fields, "at_least"),
            Band = fields.Need("band", Kinds.Share),
            Sessions = Sessions(fields),
            Cite = SourceReader.Cite(context, fields, outer),
            Line = fields.Line,
        };
        fields.Close();
        return rule;
    }

    private static OtcRule? Otc(Context context, Fields? fields, Citation outer)
    {
        if (fields is null)
        {
            return null;
        }

        var rule = new OtcRule
        {
            Mode = TradingMode.Otc,
            AtLeast = MaybePositive(fields, "at_least"),
            Band = default,
            AnyPrice = true,
            Sessions = Sessions(fields),
            ReportDays = fields.Need("report_within_working_days", Kinds.Count),
            ConfirmDays = Positive(fields, "confirm_within_working_days", Kinds.Count, days => days),
            Settlements = fields.Values("settlement", Choices.OtcSettlement),
            Cite = SourceReader.Cite(context, fields, outer),
            Line = fields.Line,
        };
        fields.Close();
        return rule;
    }
}
