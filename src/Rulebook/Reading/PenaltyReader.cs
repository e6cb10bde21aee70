using Tanheng.Quantities;

namespace Tanheng.Rulebook.Reading;

/// <summary>Reads <c>penalties:</c> and checks that every offence has one price on every day.</summary>
internal static class PenaltyReader
{
    private static readonly string[] Figures = ["least", "most", "least_multiple", "most_multiple", "gain_from"];

    public static IReadOnlyList<PenaltyRule> Read(Context context, Fields root)
    {
        var read = new List<(PenaltyRule Rule, Fields Fields)>();
        foreach (var fields in root.Items("penalties", mayBeEmpty: true))
        {
            if (fields.NeedOrNull("offence", Choices.Offence) is { } offence)
            {
                read.Add((Rule(context, fields, offence), fields));
            }
            else
            {
                Rule(context, fields, default);
            }

            fields.Close();
        }

        foreach (var offence in read.GroupBy(pair => pair.Rule.Offence))
        {
            CheckValidity([.. offence.OrderBy(pair => pair.Rule.Cite.From ?? DateOnly.MinValue)]);
        }

        return [.. read.Select(pair => pair.Rule)];
    }

    private static PenaltyRule Rule(Context context, Fields fields, Offence offence)
    {
        var fine = fields.Section("fine");
        var basis = fine?.NeedOrNull("basis", Choices.FineBasis);
        var cut = fields.MaybeSection("cut");
        var rule = new PenaltyRule
        {
            Offence = offence,
            Basis = basis ?? FineBasis.Unknown,
            Least = fine?.Maybe("least", context.Money),
            Most = fine?.Maybe("most", context.Money),
            LeastMultiple = fine?.Maybe("least_multiple", Kinds.Multiple),
            MostMultiple = fine?.Maybe("most_multiple", Kinds.Multiple),
            GainFrom = fine?.Maybe("gain_from", context.Money),
            Cut = cut?.Need("kind", Choices.NextCut) ?? NextCut.None,
            CutLeast = cut?.Maybe("least", Kinds.Share),
            CutMost = cut?.Maybe("most", Kinds.Share),
            ShortfallRemainsDue = fields.Or("shortfall_remains_due", Kinds.YesNo, true),
            Persons = Persons(context, fields.MaybeSection("persons")),
            Cite = SourceReader.Cite(context, fields),
            Line = fields.Line,
        };
        if (basis is { } known)
        {
            CheckFine(fine!, known);
        }

        fine?.Close();
        CheckCut(cut, rule);
        cut?.Close();
        if (fine is not null)
        {
            CheckBounds(fine, "least", rule.Least, rule.Most);
            CheckBounds(fine, "least_multiple", rule.LeastMultiple, rule.MostMultiple);
        }

        return rule;
    }

    private static (Money Least, Money Most)? Persons(Context context, Fields? persons)
    {
        if (persons is null)
        {
            return null;
        }

        var least = persons.Need("least", context.Money);
        var most = persons.Need("most", context.Money);
        persons.Close();
        if (least.Currency == most.Currency)
        {
            CheckBounds<Money>(persons, "least", least, most);
        }

        return (least, most);
    }

    private static void CheckFine(Fields fine, FineBasis basis)
    {
        string[] needed = basis switch
        {
            FineBasis.Range => ["least", "most"],
            FineBasis.ShortfallValue or FineBasis.UnitsValue => ["least_multiple", "most_multiple"],
            FineBasis.PerTonne => ["least"],
            FineBasis.Gain => Figures,
            _ => [],
        };
        foreach (var key in Figures)
        {
            if (fine.Has(key) != needed.Contains(key))
            {
                var expected = needed.Length == 0 ? "—" : string.Join(", ", needed);
                fine.Add(key, RulebookRefusals.FineIncomplete,
                    ("basis", Choices.Word(basis)), ("expected", expected), ("key", key));
            }
        }
    }

    private static void CheckCut(Fields? cut, PenaltyRule rule)
    {
        foreach (var key in new[] { "least", "most" })
        {
            if (cut is not null && cut.Has("kind") && cut.Has(key) != (rule.Cut == NextCut.Share))
            {
                cut.Add(key, RulebookRefusals.FineIncomplete,
                    ("basis", Choices.Word(rule.Cut)),
                    ("expected", rule.Cut == NextCut.Share ? "least, most" : "—"),
                    ("key", key));
            }
        }

        if (cut is not null)
        {
            CheckBounds(cut, "least", rule.CutLeast, rule.CutMost);
        }
    }

    private static void CheckBounds<T>(Fields fields, string key, T? least, T? most)
        where T : struct, IComparable<T>
    {
        if (least is { } low && most is { } high && low.CompareTo(high) > 0)
        {
            fields.Add(key, RulebookRefusals.LeastAboveMost, ("least", low), ("most", high));
        }
    }

    private static void CheckValidity(IReadOnlyList<(PenaltyRule Rule, Fields Fields)> rules)
    {
        for (var i = 1; i < rules.Count; i++)
        {
            var (before, (rule, fields)) = (rules[i - 1].Rule, rules[i]);
            var from = rule.Cite.From ?? DateOnly.MinValue;
            var offence = Choices.Word(rule.Offence);
            if (before.Cite.Until is not { } until || from <= until)
            {
                fields.Add("valid", RulebookRefusals.PenaltyOverlap,
                    ("offence", offence),
                    ("day", from == DateOnly.MinValue ? "—" : SourceReader.Iso(from)),
                    ("line", before.Line));
            }
            else if (from > until.AddDays(1))
            {
                fields.Add("valid", RulebookRefusals.PenaltyGap,
                    ("offence", offence),
                    ("from", SourceReader.Iso(until.AddDays(1))),
                    ("until", SourceReader.Iso(from.AddDays(-1))),
                    ("line", before.Line));
            }
        }
    }
}
