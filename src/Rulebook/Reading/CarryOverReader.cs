using System.Globalization;
using Tanheng.Quantities;

namespace Tanheng.Rulebook.Reading;

/// <summary>Reads <c>carry_overs:</c>.</summary>
internal static class CarryOverReader
{
    public static IReadOnlyList<CarryOverRule> Read(Context context, Fields root, IReadOnlyList<PeriodRules> periods)
    {
        var rules = new List<CarryOverRule>();
        foreach (var fields in root.Items("carry_overs", mayBeEmpty: true))
        {
            rules.Add(Rule(context, fields, periods));
            fields.Close();
        }

        return rules;
    }

    private static CarryOverRule Rule(Context context, Fields fields, IReadOnlyList<PeriodRules> periods)
    {
        var unit = context.Unit(fields, "unit", UnitKind.Allowance);
        var to = fields.Need("to_vintage", Kinds.Period);
        Context.CheckVintage(fields, "to_vintage", unit, to);
        var sales = fields.Section("sales");
        var window = fields.Section("apply");
        var rule = new CarryOverRule
        {
            Unit = unit?.Code ?? "",
            FromVintages = fields.Values("from_vintages", Kinds.Period, check: (vintage, node, _) =>
                Context.CheckVintage(fields, "from_vintages", unit, vintage, node)),
            ToVintage = to,
            Base = fields.Need("base", Kinds.Tonnes),
            Multiple = fields.Need("multiple", Kinds.Multiple),
            SalesFrom = sales?.Need("from", Kinds.Day) ?? default,
            SalesUntil = sales?.Need("until", Kinds.Day) ?? default,
            HoldingsAt = fields.Need("holdings_at", Kinds.End),
            ApplyFrom = window?.Need("from", Kinds.Start) ?? default,
            ApplyUntil = window?.Need("until", Kinds.End) ?? default,
            RequiresMet = fields.Values("requires_met", Kinds.Period, mayBeEmpty: true, check: (period, node, path) =>
            {
                if (!periods.Any(rules => rules.Period == period))
                {
                    var known = string.Join(", ", periods.Select(rules => rules.Period));
                    fields.Findings.Add(node, path, RulebookRefusals.NotAChoice,
                        ("value", period), ("nearest", "—"), ("allowed", known));
                }
            }),
            Rounding = fields.Or("rounding", Choices.Rounding, Rounding.Floor),
            IssueWithinWorkingDays = fields.Need("issue_within_working_days", Kinds.Count),
            VoidsTheRest = fields.Need("voids_the_rest", Kinds.YesNo),
            Cite = SourceReader.Cite(context, fields),
            Line = fields.Line,
        };
        sales?.Close();
        window?.Close();
        CheckOrder(fields, sales, window, rule);
        return rule;
    }

    private static void CheckOrder(Fields fields, Fields? sales, Fields? window, CarryOverRule rule)
    {
        if (rule.SalesUntil != default && rule.SalesFrom > rule.SalesUntil)
        {
            sales?.Add("until", RulebookRefusals.CarryOverOrder,
                ("later", "sales.until"), ("earlier", "sales.from"));
        }

        if (rule.ApplyUntil != default && rule.ApplyFrom >= rule.ApplyUntil)
        {
            window?.Add("until", RulebookRefusals.CarryOverOrder,
                ("later", "apply.until"), ("earlier", "apply.from"));
        }

        var salesBegin = rule.SalesFrom.ToDateTime(TimeOnly.MinValue);
        if (rule.HoldingsAt != default && rule.HoldingsAt < salesBegin)
        {
            fields.Add("holdings_at", RulebookRefusals.CarryOverOrder,
                ("later", "holdings_at"), ("earlier", "sales.from"));
        }

        if (rule.ApplyFrom != default && rule.ApplyFrom < rule.HoldingsAt)
        {
            window?.Add("from", RulebookRefusals.CarryOverOrder,
                ("later", "apply.from"), ("earlier", "holdings_at " + Show(rule.HoldingsAt)));
        }
    }

    private static string Show(DateTime at) => at.ToString("yyyy-MM-dd'T'HH:mm", CultureInfo.InvariantCulture);
}
