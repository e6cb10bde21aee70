using Tanheng.Quantities;

namespace Tanheng.Methodology;

// Placeholder signatures until the language lands from its own branch; replaced whole.
#pragma warning disable CA1822, CA1801, IDE0060
public sealed class Method
{
    public string Id => "";
    public string Version => "";
    public string Reference => "";
    public Outcome<MethodResult> Evaluate(MethodInputs inputs) => throw new InvalidOperationException();
}

public sealed class MethodResult
{
    public decimal Number(string output) => throw new InvalidOperationException();
    public IReadOnlyList<MethodResult> Rows(string input) => throw new InvalidOperationException();
}

public sealed class MethodLibrary
{
    public static MethodLibrary Empty { get; } = new();
    public IReadOnlyList<Diagnostic> Diagnostics => [];
    public static MethodLibrary Read(IEnumerable<(string Name, string Text)> files) => Empty;
    public Method? Find(string id, string version) => null;
}
