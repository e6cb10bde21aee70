namespace Tanheng.Web.Desks;

/// <summary>The two parts of a unit type's code, as commands name them.</summary>
internal static class Units
{
    /// <summary>Family and vintage of <c>CEA-2022</c>; no vintage in <c>CCER</c>.</summary>
    public static (string Unit, string Vintage) Parts(string code)
    {
        var dash = code.IndexOf('-', StringComparison.Ordinal);
        return dash > 0 && dash + 1 < code.Length && char.IsAsciiDigit(code[dash + 1])
            ? (code[..dash], code[(dash + 1)..])
            : (code, "");
    }
}
