namespace Tanheng.Quantities;

/// <summary>A sentence or title in the two languages of the house. Both are complete; 中文 is shown first.</summary>
public sealed record Text(string Zh, string En)
{
    /// <summary>The text in the language of a BCP 47 tag: <c>en…</c> gives English, anything else Chinese.</summary>
    public string In(string language) => language.StartsWith("en", StringComparison.OrdinalIgnoreCase) ? En : Zh;

    /// <summary>Reads <c>中文 / English</c>; a text without the slash is the same in both.</summary>
    public static Text Of(string both)
    {
        var slash = both.IndexOf(" / ", StringComparison.Ordinal);
        return slash < 0 ? new Text(both, both) : new Text(both[..slash], both[(slash + 3)..]);
    }

    /// <inheritdoc />
    public override string ToString() => Zh;
}
