namespace Tanheng.Quantities;

/// <summary>One command's "no": a stable code and the details that make its sentence concrete. Nothing has changed.</summary>
public sealed record Refusal(RefusalCode Code, IReadOnlyList<KeyValuePair<string, string>> Details)
{
    /// <summary>The sentence in the language of a BCP 47 tag, with the details filled in.</summary>
    public string Message(string language)
    {
        var text = new Text(Code.Zh, Code.En).In(language);
        foreach (var (name, value) in Details)
        {
            text = text.Replace("{" + name + "}", value, StringComparison.Ordinal);
        }

        return text;
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
