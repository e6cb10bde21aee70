using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Tanheng.Quantities;

namespace Tanheng.Rulebook.Reading;

/// <summary>How a text becomes a value, and what to say when it does not.</summary>
internal sealed class Kind<T>
{
    private readonly Reader reader;
    private readonly Func<string, Refusal> refuse;

    public Kind(Reader reader, Func<string, Refusal> refuse)
    {
        this.reader = reader;
        this.refuse = refuse;
    }

    public delegate bool Reader(string text, [MaybeNullWhen(false)] out T value);

    public bool Read(string text, [MaybeNullWhen(false)] out T value, [NotNullWhen(false)] out Refusal? refusal)
    {
        refusal = reader(text, out value) ? null : refuse(text);
        return refusal is null;
    }
}

/// <summary>The kinds of text a rulebook has.</summary>
internal static class Kinds
{
    private static readonly CultureInfo Plain = CultureInfo.InvariantCulture;

    /// <summary>Any text that says something.</summary>
    public static readonly Kind<string> Words = Bad<string>(
        (string text, [MaybeNullWhen(false)] out string value) => (value = text.Trim()).Length > 0,
        "…");

    public static readonly Kind<bool> YesNo = Bad(
        (string text, out bool value) => (value = text is "yes" or "true") || text is "no" or "false",
        "yes, no");

    public static readonly Kind<int> Count = Bad(
        (string text, out int value) => int.TryParse(text, NumberStyles.None, Plain, out value),
        "5");

    public static readonly Kind<decimal> Multiple = Bad(
        (string text, out decimal value) =>
            decimal.TryParse(text, NumberStyles.AllowDecimalPoint, Plain, out value),
        "1.5");

    public static readonly Kind<Tonnes> Tonnes = Bad(
        (string text, out Tonnes value) => TryTonnes(text, out value),
        "26000 t");

    public static readonly Kind<int> Hours = Amount("h", "24 h");

    public static readonly Kind<int> Days = Amount("d", "10 d");

    /// <summary>A wait in hours or days: <c>26 h</c>, <c>7 d</c> (seven times twenty-four hours).</summary>
    public static readonly Kind<int> Span = Bad(
        (string text, out int value) => TryAmount(text, "h", out value)
            || (TryAmount(text, "d", out value) && (value *= 24) >= 0),
        "26 h, 7 d");

    /// <summary>A time of day: <c>09:00</c>.</summary>
    public static readonly Kind<TimeOnly> TimeOfDay = Bad(
        (string text, out TimeOnly value) =>
            TimeOnly.TryParseExact(text, "HH:mm", Plain, DateTimeStyles.None, out value),
        "09:00");

    public static readonly Kind<CompliancePeriod> Period = Bad(
        (string text, out CompliancePeriod value) =>
            CompliancePeriod.TryParse(text, null, out value) && value != default,
        "2021, 2019-2020");

    public static readonly Kind<MethodReference> Method = Bad(
        (string text, out MethodReference value) => TryMethod(text, out value),
        "allocation/cn-power@2022");

    public static readonly Kind<Currency> Currency = Bad(
        (string text, out Currency value) => Quantities.Currency.TryParse(text, null, out value) && value != default,
        "CNY");

    /// <summary>Letters and digits, a letter first: a unit, a gas, a transaction type.</summary>
    public static readonly Kind<string> Code = Bad<string>(
        (string text, [MaybeNullWhen(false)] out string value) =>
            (value = text).Length is > 0 and <= 32
            && char.IsAsciiLetter(text[0]) && text.All(char.IsAsciiLetterOrDigit),
        "CEA");

    public static readonly Kind<string> Prefix = Bad<string>(
        (string text, [MaybeNullWhen(false)] out string value) =>
            (value = text).Length == 2 && text.All(char.IsAsciiLetterUpper),
        "CN");

    /// <summary>Small letters and digits in words joined by hyphens: commands, sectors, fields.</summary>
    public static readonly Kind<string> Slug = Bad<string>(
        (string text, [MaybeNullWhen(false)] out string value) => IsSlug(value = text),
        "allocate-final");

    public static readonly Kind<Percent> Share = new(
        (string text, out Percent value) =>
            Percent.TryParse(text, null, out value) && value.Value is >= 0 and <= 100,
        text => RulebookRefusals.BadShare.With(("value", text)));

    /// <summary>A share in thousandths: <c>0.5 ‰</c>.</summary>
    public static readonly Kind<Percent> PerMille = Bad(
        (string text, out Percent value) => TryPerMille(text, out value),
        "0.5 ‰");

    public static readonly Kind<DateOnly> Day = new(
        (string text, out DateOnly value) => TryDay(text, out value),
        text => RulebookRefusals.BadDate.With(("value", text), ("example", "2023-12-31")));

    /// <summary>
    /// The end of a day, or of a minute named: <c>2023-12-31</c> is 24:00, the next day's first moment.
    /// </summary>
    public static readonly Kind<DateTime> End = Moment(endOfDay: true);

    /// <summary>The beginning of a day, or a minute named.</summary>
    public static readonly Kind<DateTime> Start = Moment(endOfDay: false);

    /// <summary>One of a list of words.</summary>
    public static Kind<T> Choice<T>(IReadOnlyDictionary<string, T> choices) => new(
        (string text, [MaybeNullWhen(false)] out T value) => choices.TryGetValue(text, out value),
        text =>
        {
            var nearest = Suggestion.For(text, choices.Keys);
            return RulebookRefusals.NotAChoice.With(
                ("value", text),
                ("nearest", nearest),
                ("allowed", string.Join(", ", choices.Keys)));
        });

    /// <summary>
    /// Money of one currency (of any while the book's own is not readable), written <c>20000 CNY</c> or, outside
    /// braces, <c>20,000 CNY</c>.
    /// </summary>
    public static Kind<Money> Money(Currency currency) => new(
        (string text, out Money value) => TryMoney(text, out value)
            && (value.Currency == currency || currency == default),
        text => TryMoney(text, out _)
            ? RulebookRefusals.OtherCurrency.With(("value", text), ("currency", currency))
            : BadValue(text, "20000 " + currency.Code));

    /// <summary>A day of the calendar, exactly as officials write it.</summary>
    public static bool TryDay(ReadOnlySpan<char> text, out DateOnly day) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", Plain, DateTimeStyles.None, out day)
        && day.Year is >= 1990 and <= 2199;

    /// <summary>Small letters, digits and single hyphens, a letter first.</summary>
    public static bool IsSlug(string text) =>
        text.Length is > 0 and <= 64 && char.IsAsciiLetterLower(text[0]) && text[^1] != '-'
        && !text.Contains("--", StringComparison.Ordinal)
        && text.All(letter => char.IsAsciiLetterLower(letter) || char.IsAsciiDigit(letter) || letter == '-');

    private static Kind<DateTime> Moment(bool endOfDay) => new(
        (string text, out DateTime value) => TryMoment(text, endOfDay, out value),
        text => RulebookRefusals.BadDate.With(("value", text), ("example", "2023-12-31, 2023-12-31T17:00")));

    private static bool TryMoment(string text, bool endOfDay, out DateTime moment)
    {
        moment = default;
        if (!TryDay(text.AsSpan(0, Math.Min(10, text.Length)), out var day))
        {
            return false;
        }

        if (text.Length == 10 || text[10..] == "T24:00")
        {
            moment = (text.Length > 10 || endOfDay ? day.AddDays(1) : day).ToDateTime(TimeOnly.MinValue);
            return true;
        }

        var good = TimeOnly.TryParseExact(text.AsSpan(10), "'T'HH:mm", Plain, DateTimeStyles.None, out var time);
        moment = day.ToDateTime(time);
        return good;
    }

    private static bool TryTonnes(string text, out Tonnes tonnes)
    {
        var good = TryUngroup(text.EndsWith(" t", StringComparison.Ordinal) ? text[..^2] : text, out var digits);
        good &= long.TryParse(digits, NumberStyles.None, Plain, out var value);
        tonnes = new Tonnes(value);
        return good;
    }

    private static bool TryMoney(string text, out Money money)
    {
        money = default;
        var space = text.IndexOf(' ', StringComparison.Ordinal);
        return space is > 0 and <= 24 && TryUngroup(text[..space], out var digits)
            && Quantities.Money.TryParse(digits + text[space..], null, out money) && money.Minor >= 0;
    }

    /// <summary>Takes the commas out of 1,234,567; refuses commas at other places.</summary>
    private static bool TryUngroup(string text, out string digits)
    {
        digits = text;
        if (!text.Contains(',', StringComparison.Ordinal))
        {
            return true;
        }

        var groups = text.Split('.')[0].Split(',');
        digits = text.Replace(",", "", StringComparison.Ordinal);
        return groups[0].Length is >= 1 and <= 3 && groups.Skip(1).All(group => group.Length == 3)
            && groups.All(group => group.All(char.IsAsciiDigit));
    }

    private static bool TryPerMille(string text, out Percent share)
    {
        var good = text.EndsWith('‰')
            & decimal.TryParse(text.TrimEnd('‰').TrimEnd(' '), NumberStyles.AllowDecimalPoint, Plain, out var value);
        share = new Percent(value / 10);
        return good && value < 1000;
    }

    private static bool TryMethod(string text, out MethodReference reference)
    {
        var parts = text.Split('@');
        reference = new MethodReference(parts[0], parts[^1]);
        return parts.Length == 2 && parts[0].Split('/').All(IsSlug)
            && parts[1].Length is > 0 and <= 32
            && parts[1].All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '.' or '-');
    }

    private static Kind<int> Amount(string unit, string example) => Bad(
        (string text, out int value) => TryAmount(text, unit, out value),
        example);

    private static bool TryAmount(string text, string unit, out int value)
    {
        value = 0;
        return text.EndsWith(" " + unit, StringComparison.Ordinal)
            && int.TryParse(text.AsSpan(0, text.Length - unit.Length - 1), NumberStyles.None, Plain, out value)
            && value <= 100_000;
    }

    private static Kind<T> Bad<T>(Kind<T>.Reader reader, string example) =>
        new(reader, text => BadValue(text, example));

    private static Refusal BadValue(string text, string example) =>
        RulebookRefusals.BadValue.With(("value", text), ("example", example));
}
