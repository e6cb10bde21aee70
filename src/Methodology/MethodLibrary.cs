using Tanheng.Quantities;

namespace Tanheng.Methodology;

/// <summary>
/// All methods of a house, every version of them. A newer version replaces an older one for new work only:
/// <see cref="Find(string, string)"/> gives any version for ever, <see cref="Current"/> the one to use for a year of
/// data.
/// </summary>
public sealed class MethodLibrary
{
    private readonly Dictionary<string, Method> byReference;
    private readonly Dictionary<string, Method[]> byId;

    private MethodLibrary(IReadOnlyList<Method> methods, IReadOnlyList<Diagnostic> diagnostics)
    {
        Methods = methods;
        Diagnostics = diagnostics;
        byReference = methods.ToDictionary(method => method.Reference, StringComparer.Ordinal);
        byId = methods.GroupBy(method => method.Id, StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => group.ToArray(), StringComparer.Ordinal);
    }

    /// <summary>A library without methods.</summary>
    public static MethodLibrary Empty { get; } = Read([]);

    /// <summary>All versions, in ordinal order of their references.</summary>
    public IReadOnlyList<Method> Methods { get; }

    /// <summary>What is wrong with the files; a file with a diagnostic gives no method.</summary>
    public IReadOnlyList<Diagnostic> Diagnostics { get; }

    /// <summary>Reads files given as names and texts.</summary>
    public static MethodLibrary Read(IEnumerable<(string Name, string Text)> files)
    {
        var diagnostics = new List<Diagnostic>();
        var methods = new SortedDictionary<string, (string File, Method Method)>(StringComparer.Ordinal);
        foreach (var (name, text) in files)
        {
            var reading = Method.Read(name, text);
            diagnostics.AddRange(reading.Diagnostics);
            if (reading.Method is { } method && !methods.TryAdd(method.Reference, (name, method)))
            {
                var other = methods[method.Reference].File;
                diagnostics.Add(new(name, 1, 1, new(
                    $"{method.Reference} 已在 {other} 中定义；请改版本号。",
                    $"{method.Reference} already stands in {other}; give it another version.")));
            }
        }

        CheckValidity([.. methods.Values], diagnostics);
        return new MethodLibrary([.. methods.Values.Select(entry => entry.Method)], diagnostics);
    }

    /// <summary>One version of a method; refused (7009) when there is none.</summary>
    public Outcome<Method> Find(string id, string version) => Find($"{id}@{version}");

    /// <summary>One version by its reference <c>id@version</c>; refused (7009) when there is none.</summary>
    public Outcome<Method> Find(string reference) => byReference.TryGetValue(reference, out var method)
        ? method
        : MethodRefusals.MethodUnknown.With(("method", reference));

    /// <summary>All versions of a method, in ordinal order; empty when there is none.</summary>
    public IReadOnlyList<Method> Versions(string id) => byId.GetValueOrDefault(id) ?? [];

    /// <summary>
    /// The version to use for data of a year: valid then and not superseded by another that is; a draft only where
    /// nothing else is valid. Refused with 7009 for an unknown id, 7011 for a year without a version.
    /// </summary>
    public Outcome<Method> Current(string id, int year)
    {
        if (!byId.TryGetValue(id, out var versions))
        {
            return MethodRefusals.MethodUnknown.With(("method", id));
        }

        var valid = Array.FindAll(versions, method => method.Valid.Contains(year));
        var settled = Array.FindAll(valid, method => method.Status != MethodStatus.Draft);
        var candidates = settled.Length > 0 ? settled : valid;
        var current = Array.Find(
            candidates, method => !Array.Exists(candidates, other => other.Supersedes == method.Version));
        return current is null ? MethodRefusals.NoVersionForYear.With(("method", id), ("year", year)) : current;
    }

    /// <summary>True when one version replaces the other, directly or through versions between them.</summary>
    private static bool Replaces(IReadOnlyList<(string File, Method Method)> entries, Method newer, Method older)
    {
        var at = newer;
        for (var i = 0; i < entries.Count && at?.Supersedes is { } before; i++)
        {
            if (before == older.Version)
            {
                return true;
            }

            at = entries.FirstOrDefault(entry => entry.Method.Id == newer.Id && entry.Method.Version == before).Method;
        }

        return false;
    }

    private static void CheckValidity(IReadOnlyList<(string File, Method Method)> entries, List<Diagnostic> diagnostics)
    {
        for (var i = 0; i < entries.Count; i++)
        {
            var (file, method) = entries[i];
            for (var j = 0; j < i; j++)
            {
                var other = entries[j].Method;
                var clash = other.Id == method.Id && other.Valid.Overlaps(method.Valid)
                    && (other.Status == MethodStatus.Draft) == (method.Status == MethodStatus.Draft)
                    && !Replaces(entries, method, other) && !Replaces(entries, other, method);
                if (clash)
                {
                    diagnostics.Add(new(file, 1, 1, new(
                        $"{method.Reference} 与 {other.Reference} 的适用年份重叠；请写明 supersedes。",
                        $"{method.Reference} and {other.Reference} are valid for the same years; "
                            + "say which supersedes the other.")));
                }
            }
        }
    }
}
