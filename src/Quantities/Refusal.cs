using System.Text;

namespace Tanheng.Quantities;

/// <summary>
/// One command's "no": a stable code and the details that make its sentence concrete. Nothing has changed.
/// </summary>
public sealed record Refusal(RefusalCode Code, IReadOnlyList<KeyValuePair<string, string>> Details)
{
    /// <summary>What details are called in a sentence where that is not how they are written, in their order.</summary>
    internal IReadOnlyList<Text?> Called { get; init; } = [];

    /// <summary>The details as they were given, in their order.</summary>
    internal IReadOnlyList<object?> Values { get; init; } = [];

    /// <summary>
    /// The same refusal, whose sentence calls details by what people know them by: a number by its name, a moment by
    /// the clock of the place. The details themselves stay as they are.
    /// </summary>
    /// <param name="nameOf">What a detail is called; null leaves it as it is.</param>
    public Refusal Named(Func<object, Text?> nameOf)
    {
        Text?[]? called = null;
        for (var i = 0; i < Values.Count; i++)
        {
            if (Values[i] is { } value && (i >= Called.Count || Called[i] is null) && nameOf(value) is { } name)
            {
                called ??= [.. Called, .. new Text?[Values.Count - Called.Count]];
                called[i] = name;
            }
        }

        return called is null ? this : this with { Called = called };
    }

    /// <summary>The sentence in the language of a BCP 47 tag, with the details filled in.</summary>
    public string Message(string language)
    {
        var rest = new Text(Code.Zh, Code.En).In(language).AsSpan();
        var message = new StringBuilder();
        while (rest.IndexOf('{') is var open and >= 0)
        {
            // One pass: a detail that itself reads {like} this is shown as it is.
            var close = rest[open..].IndexOf('}');
            var value = close < 0 ? null : Said(rest[(open + 1)..(open + close)].ToString(), language);
            var used = value is null ? open + 1 : open + close + 1;
            message.Append(rest[..(value is null ? used : open)]).Append(value);
            rest = rest[used..];
        }

        return message.Append(rest).ToString();
    }

    /// <summary>A detail as a sentence of the language has it: states by their names, moments as clocks show.</summary>
    private string? Said(string name, string language)
    {
        for (var i = 0; i < Details.Count; i++)
        {
            if (Details[i].Key == name)
            {
                return i < Called.Count && Called[i] is { } called ? called.In(language) : Details[i].Value;
            }
        }

        return null;
    }

    /// <summary>A detail by name, or null.</summary>
    public string? this[string name]
    {
        get
        {
            foreach (var (key, value) in Details)
            {
                if (key == name)
                {
                    return value;
                }
            }

            return null;
        }
    }

    /// <summary>Two refusals are equal when their code and details are.</summary>
    public bool Equals(Refusal? other) =>
        other is not null && Code == other.Code && Details.SequenceEqual(other.Details);

    /// <inheritdoc />
    public override int GetHashCode() => Code.Number;

    /// <inheritdoc />
    public override string ToString() => $"TH{Code.Number} {Message("en")}";
}
