using Tanheng.Quantities;

namespace Tanheng.Rulebook.Reading;

/// <summary>Collects what is wrong in one file; includes add to the same list under their own name.</summary>
internal sealed class Findings
{
    private readonly List<Diagnostic> all;

    public Findings(string file)
        : this(file, [])
    {
    }

    private Findings(string file, List<Diagnostic> all)
    {
        File = file;
        this.all = all;
    }

    public string File { get; }

    /// <summary>Everything found, in the order of file and line.</summary>
    public IReadOnlyList<Diagnostic> InOrder => [.. all
        .OrderBy(one => one.File, StringComparer.Ordinal).ThenBy(one => one.Line).ThenBy(one => one.Column)];

    public Findings For(string file) => new(file, all);

    public void Add(
        Node at, string path, RefusalCode code, params ReadOnlySpan<(string Name, object? Value)> details) =>
        Add(at, path, code.With(details));

    public void Add(Node at, string path, Refusal refusal) =>
        all.Add(new Diagnostic(File, at.Line, at.Column, path, refusal));
}
