namespace Tanheng.Rulebook.Reading;

/// <summary>Reads <c>calendar:</c> and the holiday file it may include.</summary>
internal static class CalendarReader
{
    private static readonly Kind<TimeZoneInfo> Zone = new(
        (string text, [System.Diagnostics.CodeAnalysis.MaybeNullWhen(false)] out TimeZoneInfo value) =>
        {
            value = null;
            return text.Length is > 0 and <= 64
                && text.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '/' or '_' or '-' or '+')
                && TimeZoneInfo.TryFindSystemTimeZoneById(text, out value);
        },
        text => RulebookRefusals.UnknownTimeZone.With(("value", text)));

    private static readonly Kind<string> IncludePath = new(
        (string text, [System.Diagnostics.CodeAnalysis.MaybeNullWhen(false)] out string value) =>
            (value = text).Length is > 0 and <= 200
            && !text.StartsWith('/') && !text.Contains("..", StringComparison.Ordinal)
            && text.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '/' or '_' or '-' or '.'),
        text => RulebookRefusals.IncludeNotFound.With(("value", text)));

    /// <summary>The calendar, its years, and the included text (empty when none).</summary>
    public static (WorkCalendar Calendar, IReadOnlyList<HolidayYear> Years, string Included) Read(
        Context context, Fields? fields, Func<string, string?> include)
    {
        if (fields is null)
        {
            return (new WorkCalendar(TimeZoneInfo.Utc, [], [], []), [], "");
        }

        var zone = fields.Need("time_zone", Zone) ?? TimeZoneInfo.Utc;
        var weekend = fields.Values("weekend", Choices.DayOfWeek, mayBeEmpty: true);
        var readable = fields.Where("weekend") is ListNode list && list.Items.Count == weekend.Count;
        var hours = Hours(fields.MaybeSection("office_hours"));
        IReadOnlyList<HolidayYear> years = [];
        var included = "";
        if (fields.Or("holidays", IncludePath, null!) is { } path)
        {
            included = include(path) ?? "";
            if (included.Length == 0)
            {
                fields.Add("holidays", RulebookRefusals.IncludeNotFound, ("value", path));
            }
            else
            {
                years = Years(context, context.Findings.For(path), included, readable ? weekend : null);
            }
        }

        fields.Close();
        var calendar = new WorkCalendar(
            zone, weekend, years.SelectMany(year => year.Days), years.SelectMany(year => year.Worked), hours);
        return (calendar, years, included);
    }

    private static OfficeHours? Hours(Fields? fields)
    {
        if (fields is null)
        {
            return null;
        }

        var hours = new OfficeHours(fields.Need("from", Kinds.TimeOfDay), fields.Need("until", Kinds.TimeOfDay));
        fields.Close();
        if (hours.From >= hours.Until && fields.Has("from") && fields.Has("until"))
        {
            fields.Add("from", RulebookRefusals.SpanReversed, ("from", hours.From), ("until", hours.Until));
        }

        return hours;
    }

    private static List<HolidayYear> Years(
        Context outer, Findings findings, string yaml, IReadOnlyList<DayOfWeek>? weekend)
    {
        var years = new List<HolidayYear>();
        if (YamlTree.Parse(findings, yaml) is not { } root)
        {
            return years;
        }

        var file = Fields.Of(findings, root, "");
        var own = new Context(findings, null);
        SourceReader.ReadAll(own, file.Section("sources"));
        foreach (var fields in file.Items("years"))
        {
            years.Add(Year(own, fields, weekend));
        }

        file.Close();
        outer.IncludedSources.AddRange(own.Sources.Values);
        return years;
    }

    private static HolidayYear Year(Context context, Fields fields, IReadOnlyList<DayOfWeek>? weekend)
    {
        var days = new List<DateOnly>();
        foreach (var holiday in fields.Items("holidays"))
        {
            holiday.NeedText("name");
            var from = holiday.Need("from", Kinds.Day);
            var until = holiday.Need("until", Kinds.Day);
            holiday.Close();
            if (from > until && until != default)
            {
                holiday.Add("from", RulebookRefusals.SpanReversed,
                    ("from", SourceReader.Iso(from)), ("until", SourceReader.Iso(until)));
            }

            // A holiday of a month or more is a typing error that would only fill memory.
            for (var day = from; day <= until && day < from.AddDays(31); day = day.AddDays(1))
            {
                days.Add(day);
            }
        }

        var worked = fields.Values("worked", Kinds.Day, required: false, mayBeEmpty: true, (day, node, path) =>
        {
            if (days.Contains(day) || weekend?.Contains(day.DayOfWeek) == false)
            {
                context.Findings.Add(node, path, RulebookRefusals.MakeUpDay, ("day", SourceReader.Iso(day)));
            }
        });

        var year = new HolidayYear
        {
            Year = fields.Need("year", Kinds.Count),
            Days = days,
            Worked = worked,
            Cite = SourceReader.Cite(context, fields),
            Line = fields.Line,
        };
        fields.Close();
        return year;
    }
}
