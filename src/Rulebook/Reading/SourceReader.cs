using Tanheng.Quantities;

namespace Tanheng.Rulebook.Reading;

/// <summary>Reads <c>sources:</c> and the <c>source</c>, <c>status</c> and <c>valid</c> of every rule.</summary>
internal static class SourceReader
{
    private static readonly Kind<Uri> Address = new(
        (string text, [System.Diagnostics.CodeAnalysis.MaybeNullWhen(false)] out Uri value) =>
            Uri.TryCreate(text, UriKind.Absolute, out value) && value.Scheme is "https" or "http",
        text => RulebookRefusals.BadValue.With(
            ("value", text), ("example", "https://www.mee.gov.cn/")));

    public static void ReadAll(Context context, Fields? sources)
    {
        foreach (var (entry, fields) in sources?.Sections() ?? [])
        {
            var key = entry.Key.Text;
            if (!Kinds.IsSlug(key))
            {
                context.Findings.Add(entry.Key, fields.Path, RulebookRefusals.BadValue,
                    ("value", key), ("example", "plan-2021-2022"));
            }

            context.Sources[key] = new LegalSource(
                key,
                fields.Need("kind", Choices.SourceKind),
                fields.NeedText("title"),
                fields.Or("number", Kinds.Words, null!),
                fields.Maybe("issued", Kinds.Day),
                fields.Maybe("in_force", Kinds.Day),
                fields.Or("url", Address, null!),
                fields.Line,
                fields.Or("number_en", Kinds.Words, null!),
                Sections(fields));
            fields.Close();
        }
    }

    /// <summary>
    /// The citation of a rule. A rule inside another one (a deadline of a period) takes source and status from it
    /// where it has none of its own; validity is never taken.
    /// </summary>
    public static Citation Cite(Context context, Fields fields, Citation? outer = null)
    {
        var source = Source(context, fields, outer);
        var standing = outer is null || fields.Has("status") || fields.Has("source")
            ? fields.Need("status", Choices.Standing)
            : outer.Standing;
        DateOnly? from = null;
        DateOnly? until = null;
        if (fields.MaybeSection("valid") is { } valid)
        {
            from = valid.Maybe("from", Kinds.Day);
            until = valid.Maybe("until", Kinds.Day);
            valid.Close();
            if (from > until)
            {
                valid.Add("from", RulebookRefusals.SpanReversed, ("from", Iso(from)), ("until", Iso(until)));
            }
        }

        var citation = new Citation(source.Text.Zh, standing, from, until)
        {
            Reference = source.Reference,
            SourceEn = source.Text.En,
        };
        CheckStanding(context, fields, citation);
        return citation;
    }

    public static string Iso(DateOnly? day) =>
        day?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture) ?? "";

    private static (Text Text, string Reference) Source(Context context, Fields fields, Citation? outer)
    {
        if (outer is not null && !fields.Has("source"))
        {
            fields.Find("source");
            return (new Text(outer.Source, outer.SourceEn), outer.Reference);
        }

        var reference = fields.Need("source", Kinds.Words);
        var texts = new List<Text>();
        const StringSplitOptions clean = StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries;
        var parts = (reference ?? "").Split(';', clean);
        foreach (var part in parts)
        {
            var space = part.IndexOf(' ', StringComparison.Ordinal);
            var key = space < 0 ? part : part[..space];
            if (context.Sources.TryGetValue(key, out var source))
            {
                var section = space < 0 ? "" : part[(space + 1)..];
                texts.Add(space < 0
                    ? new Text(source.Cited, source.CitedEn)
                    : new Text($"{source.Cited} {section}", $"{source.CitedEn}, {source.SectionEn(section)}"));
                continue;
            }

            var nearest = Suggestion.For(key, context.Sources.Keys);
            fields.Add("source", RulebookRefusals.UnknownSource,
                ("value", key), ("nearest", nearest));
        }

        var zh = string.Join("；", texts.Select(text => text.Zh));
        return (new Text(zh, string.Join("; ", texts.Select(text => text.En))), string.Join("; ", parts));
    }

    private static Dictionary<string, string> Sections(Fields fields)
    {
        var named = new Dictionary<string, string>(StringComparer.Ordinal);
        if (fields.MaybeSection("sections") is { } sections)
        {
            foreach (var heading in sections.Keys)
            {
                named[heading] = sections.Need(heading, Kinds.Words) ?? heading;
            }

            sections.Close();
        }

        return named;
    }

    private static void CheckStanding(Context context, Fields fields, Citation citation)
    {
        var cited = citation.Keys.Select(key => context.Sources.GetValueOrDefault(key)).ToList();
        if (citation.Standing == Standing.Law && cited.Count > 0
            && cited.TrueForAll(source => source is { Kind: SourceKind.Draft }))
        {
            fields.Add(fields.Has("status") ? "status" : "source",
                RulebookRefusals.DraftIsNotLaw, ("value", citation.Reference));
        }
    }
}
