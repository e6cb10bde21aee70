namespace Tanheng.Rulebook.Reading;

/// <summary>Reads <c>pledges:</c>.</summary>
internal static class PledgeReader
{
    /// <summary>Into and out of a pledge; to the lender or a buyer.</summary>
    private static readonly string[] Types = ["Pledge", "PledgeRealise"];

    /// <summary>The rule; null where nothing may be pledged.</summary>
    public static PledgeRule? Read(Context context, Fields? fields, IReadOnlyList<TransactionRule> transactions)
    {
        if (fields is null)
        {
            return null;
        }

        foreach (var type in Types.Where(type => transactions.All(known => known.Code != type)))
        {
            fields.Findings.Add(
                fields.Key, fields.Path, RulebookRefusals.PledgeWithoutTransaction, ("type", type));
        }

        var (most, call) = (fields.Maybe("loan_to_value", Kinds.Share), fields.Maybe("margin_call", Kinds.Share));
        if (most is { Value: 0 } zero)
        {
            fields.Add("loan_to_value", RulebookRefusals.NothingAllowed, ("value", zero));
        }

        if (call is { } line && line <= (most ?? default))
        {
            fields.Add(
                "margin_call", RulebookRefusals.MarginCallTooLow, ("value", line), ("most", most ?? default));
        }

        var rule = new PledgeRule
        {
            Units = fields.Values("units", Kinds.Code, check: (code, node, path) => Known(context, code, node, path)),
            LoanToValue = most,
            MarginCall = call,
            VoidWithTheRest = fields.Need("void_with_the_rest", Kinds.YesNo),
            Cite = SourceReader.Cite(context, fields),
            Line = fields.Line,
        };
        fields.Close();
        return rule;
    }

    private static void Known(Context context, string code, Node node, string path)
    {
        if (context.Units.Find(unit => unit.Code == code) is null)
        {
            var allowed = string.Join(", ", context.Units.Select(unit => unit.Code));
            context.Findings.Add(
                node, path, RulebookRefusals.UnknownUnit, ("value", code), ("allowed", allowed));
        }
    }
}
