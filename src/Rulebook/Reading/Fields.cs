using Tanheng.Quantities;

namespace Tanheng.Rulebook.Reading;

/// <summary>
/// One mapping while it is read: remembers which keys were asked for, so that <see cref="Close"/> can report the
/// others. A value that cannot be read is reported and replaced by its default; a reading with findings gives no
/// rulebook.
/// </summary>
internal sealed class Fields
{
    private readonly MapNode map;
    private readonly List<string> asked = [];

    private Fields(Findings findings, MapNode map, string path)
    {
        Findings = findings;
        this.map = map;
        Path = path;
    }

    public Findings Findings { get; }

    public string Path { get; }

    /// <summary>The key of this mapping; the mapping itself in a list.</summary>
    public required Node Key { get; init; }

    /// <summary>The line a rule begins on: that of its key where it has one.</summary>
    public int Line => Key.Line;

    /// <summary>A node as a mapping; an empty one after reporting that it is something else.</summary>
    public static Fields Of(Findings findings, Node node, string path, Node? key = null)
    {
        if (node is MapNode map)
        {
            return new Fields(findings, map, path) { Key = key ?? node };
        }

        Shape(findings, node, path, "{ key: value }");
        return new Fields(findings, new MapNode([], node.Line, node.Column), path) { Key = key ?? node, Broken = true };
    }

    /// <summary>True when this was no mapping at all: missing keys are then no news.</summary>
    private bool Broken { get; init; }

    public string At(string key) => Path.Length == 0 ? key : Path + "." + key;

    /// <summary>The value's node, or the mapping's when the key is missing: where a complaint belongs.</summary>
    public Node Where(string key) => map.Entries.FirstOrDefault(entry => entry.Key.Text == key)?.Value ?? map;

    public void Add(string key, RefusalCode code, params ReadOnlySpan<(string Name, object? Value)> details) =>
        Findings.Add(Where(key), At(key), code, details);

    public bool Has(string key) => map.Entries.Any(entry => entry.Key.Text == key);

    public Entry? Find(string key)
    {
        asked.Add(key);
        return map.Entries.FirstOrDefault(entry => entry.Key.Text == key);
    }

    public Entry? Require(string key)
    {
        var entry = Find(key);
        if (entry is null && !Broken)
        {
            Findings.Add(map, At(key), RulebookRefusals.MissingKey, ("key", key));
        }

        return entry;
    }

    /// <summary>A value that must be there.</summary>
    public T Need<T>(string key, Kind<T> kind) =>
        Require(key) is { } entry && TryScalar(entry.Value, At(key), kind, out var value) ? value : default!;

    /// <summary>
    /// A value that must be there; null after reporting, so that nothing is concluded from a value nobody wrote.
    /// </summary>
    public T? NeedOrNull<T>(string key, Kind<T> kind)
        where T : struct =>
        Require(key) is { } entry && TryScalar(entry.Value, At(key), kind, out var value) ? value : null;

    /// <summary>A value, or null when the key is missing.</summary>
    public T? Maybe<T>(string key, Kind<T> kind)
        where T : struct =>
        Find(key) is { } entry && TryScalar(entry.Value, At(key), kind, out var value) ? value : null;

    /// <summary>A value, or what holds when the key is missing.</summary>
    public T Or<T>(string key, Kind<T> kind, T otherwise) =>
        Find(key) is { } entry && TryScalar(entry.Value, At(key), kind, out var value) ? value : otherwise;

    /// <summary>A text in both languages.</summary>
    public Text NeedText(string key)
    {
        var text = Section(key);
        var both = new Text(text?.Need("zh", Kinds.Words) ?? "", text?.Need("en", Kinds.Words) ?? "");
        text?.Close();
        return both;
    }

    /// <summary>A mapping that must be there; null after reporting.</summary>
    public Fields? Section(string key) => Require(key) is { } entry ? Inner(entry) : null;

    /// <summary>A mapping that may be missing.</summary>
    public Fields? MaybeSection(string key) => Find(key) is { } entry ? Inner(entry) : null;

    /// <summary>Every entry of this mapping as a mapping of its own, under its key.</summary>
    public IEnumerable<(Entry Entry, Fields Fields)> Sections()
    {
        foreach (var entry in map.Entries)
        {
            asked.Add(entry.Key.Text);
            yield return (entry, Inner(entry));
        }
    }

    /// <summary>The keys of this mapping.</summary>
    public IReadOnlyList<string> Keys => [.. map.Entries.Select(entry => entry.Key.Text)];

    /// <summary>The mappings of a list.</summary>
    public IEnumerable<Fields> Items(string key, bool required = true, bool mayBeEmpty = false)
    {
        foreach (var (node, path) in Nodes(key, required, mayBeEmpty))
        {
            yield return Of(Findings, node, path);
        }
    }

    /// <summary>The values of a list; a repeated one is reported.</summary>
    public IReadOnlyList<T> Values<T>(
        string key, Kind<T> kind, bool required = true, bool mayBeEmpty = false, Action<T, Node, string>? check = null)
    {
        var values = new List<T>();
        foreach (var (node, path) in Nodes(key, required, mayBeEmpty))
        {
            if (!TryScalar(node, path, kind, out var value))
            {
                continue;
            }

            if (values.Contains(value))
            {
                Findings.Add(node, path, RulebookRefusals.NamedTwice, ("value", ((ScalarNode)node).Text));
            }

            values.Add(value);
            check?.Invoke(value, node, path);
        }

        return values;
    }

    /// <summary>The nodes of a list with their paths.</summary>
    public IEnumerable<(Node Node, string Path)> Nodes(string key, bool required = true, bool mayBeEmpty = false)
    {
        var entry = required ? Require(key) : Find(key);
        if (entry?.Value is ListNode list)
        {
            if (list.Items.Count == 0 && !mayBeEmpty)
            {
                Findings.Add(list, At(key), RulebookRefusals.EmptyList);
            }

            return list.Items.Select((item, index) => (item, $"{At(key)}[{index + 1}]"));
        }

        if (entry is not null)
        {
            Shape(Findings, entry.Value, At(key), "[ a, b ]");
        }

        return [];
    }

    /// <summary>Reports every key nobody asked for.</summary>
    public void Close()
    {
        foreach (var entry in map.Entries.Where(entry => !asked.Contains(entry.Key.Text)))
        {
            var nearest = Suggestion.For(entry.Key.Text, asked);
            Findings.Add(
                entry.Key,
                At(entry.Key.Text),
                RulebookRefusals.UnknownKey,
                ("key", entry.Key.Text),
                ("nearest", nearest),
                ("allowed", string.Join(", ", asked.Distinct())));
        }
    }

    public bool TryScalar<T>(Node node, string path, Kind<T> kind, out T value)
    {
        value = default!;
        if (node is not ScalarNode { Text: var text } scalar)
        {
            Shape(Findings, node, path, "key: value");
            return false;
        }

        if (kind.Read(text, out var read, out var refusal))
        {
            value = read;
            return true;
        }

        Findings.Add(scalar, path, refusal);
        return false;
    }

    private Fields Inner(Entry entry) => Of(Findings, entry.Value, At(entry.Key.Text), entry.Key);

    private static void Shape(Findings findings, Node node, string path, string expected) =>
        findings.Add(node, path, RulebookRefusals.WrongShape, ("expected", expected));
}
