namespace Tanheng.Quantities;

/// <summary>A sentence or title in the two languages of the house. Both are complete; 中文 is shown first.</summary>
public sealed record Text(string Zh, string En)
{
    /// <summary>The text in the language of a BCP 47 tag: <c>en…</c> gives English, anything else Chinese.</summary>
    public string In(string language) => language.StartsWith("en", StringComparison.OrdinalIgnoreCase) ? En : Zh;

    /// <inheritdoc />
    public override string ToString() => Zh;
}
