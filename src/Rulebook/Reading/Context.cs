using Tanheng.Quantities;

namespace Tanheng.Rulebook.Reading;

/// <summary>What the readers of single rules need to know of the rest of the book.</summary>
internal sealed class Context(Findings findings, IReadOnlyCollection<string>? commands)
{
    public Findings Findings { get; } = findings;

    /// <summary>The commands the program has, or null when nobody said.</summary>
    public IReadOnlyCollection<string>? Commands { get; } = commands;

    public Dictionary<string, LegalSource> Sources { get; } = new(StringComparer.Ordinal);

    /// <summary>Sources of the included files, under keys of their own.</summary>
    public List<LegalSource> IncludedSources { get; } = [];

    public Currency Currency { get; set; }

    public List<UnitRule> Units { get; } = [];

    /// <summary>Families whose kind could not be read: nothing is concluded from it.</summary>
    public HashSet<string> OfUnknownKind { get; } = [];

    public Kind<Money> Money => Kinds.Money(Currency);

    /// <summary>A unit family named by a field; null after reporting that it is not defined.</summary>
    public UnitRule? Unit(Fields fields, string key, UnitKind expected)
    {
        var code = fields.Need(key, Kinds.Code);
        if (code is null)
        {
            return null;
        }

        var unit = Units.Find(unit => unit.Code == code);
        if (unit is null)
        {
            var allowed = string.Join(", ", Units.Select(unit => unit.Code));
            fields.Add(key, RulebookRefusals.UnknownUnit, ("value", code), ("allowed", allowed));
        }
        else if (unit.Kind != expected && !OfUnknownKind.Contains(code))
        {
            fields.Add(
                key,
                RulebookRefusals.WrongUnitKind,
                ("expected", Choices.Word(expected)),
                ("unit", code),
                ("kind", Choices.Word(unit.Kind)));
        }

        return unit;
    }

    /// <summary>Reports a vintage that the family does not have.</summary>
    public static void CheckVintage(
        Fields fields, string key, UnitRule? unit, CompliancePeriod vintage, Node? at = null)
    {
        if (unit is null || vintage == default || unit.Vintages.Contains(vintage))
        {
            return;
        }

        var known = unit.Vintages.Count == 0 ? "—" : string.Join(", ", unit.Vintages);
        fields.Findings.Add(
            at ?? fields.Where(key),
            fields.At(key),
            RulebookRefusals.UnknownVintage,
            ("unit", unit.Code),
            ("value", vintage),
            ("allowed", known));
    }
}
