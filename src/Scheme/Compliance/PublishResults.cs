using Tanheng.Quantities;
using Tanheng.Rulebook;

namespace Tanheng.Scheme.Compliance;

/// <summary>公开清缴结果: publish who met a period, who was late and who is short.</summary>
public sealed record PublishResults(CompliancePeriod Period) : Command;

/// <summary>One holder's public result; what the rulebook does not list as public is left out (null).</summary>
public sealed record PublishedResult(
    HolderId Holder,
    Text? Name,
    ObligationStatus? Status,
    Tonnes? Obligation,
    Tonnes? Surrendered,
    Tonnes? Offsets,
    Tonnes? Shortfall,
    Money? Penalty);

/// <summary>The results as they were published; publishing again replaces them.</summary>
public sealed record ResultsPublished(CompliancePeriod Period, IReadOnlyList<PublishedResult> Results) : Event;

/// <summary>
/// The rulebook's disclosure rule <c>surrender-result</c> names the public fields: holder, obligation, surrendered,
/// offsets, shortfall, penalty; where an obligation stands is the result itself and always public. Refusals in order:
/// unknown period; before the deadline; no disclosure rule.
/// </summary>
internal static class PublishedResults
{
    private const string What = "surrender-result";

    internal static void Register(Catalogue catalogue) => catalogue
        .Command<PublishResults>("publish-results", Permission.Of(Role.Authority), Decide)
        .Event<ResultsPublished>("results-published", Apply);

    private static Outcome<Decision> Decide(SchemeState state, in Context context, PublishResults command)
    {
        if (state.Rules.Period(command.Period) is not { } rules)
        {
            return ComplianceRefusals.UnknownPeriod.With(("period", command.Period));
        }

        if (!SurrenderCalendar.IsLate(state, rules, context.Time))
        {
            return ComplianceRefusals.TooEarly.With(
                ("period", command.Period), ("deadline", SurrenderCalendar.Deadline(state, rules)));
        }

        if (state.Rules.Disclosures.FirstOrDefault(rule => rule.What == What) is not { } disclosure)
        {
            return ComplianceRefusals.NothingToPublish.With(("what", What));
        }

        var fields = disclosure.Fields.ToHashSet(StringComparer.Ordinal);
        var results = ComplianceTable.Of(state, command.Period).Select(row => Public(row, fields));
        return Decision.Of(new ResultsPublished(command.Period, [.. results]));
    }

    private static PublishedResult Public(ComplianceRow row, HashSet<string> fields) => new(
        row.Holder,
        fields.Contains("holder") ? row.Name : null,
        row.Status,
        fields.Contains("obligation") ? row.Due : null,
        fields.Contains("surrendered") ? row.Allowances + row.Offsets : null,
        fields.Contains("offsets") ? row.Offsets : null,
        fields.Contains("shortfall") ? row.Missing : null,
        fields.Contains("penalty") ? row.Fine : null);

    private static void Apply(SchemeState state, in Context context, ResultsPublished happened) =>
        state.Compliance.Publications[happened.Period] = happened;
}
