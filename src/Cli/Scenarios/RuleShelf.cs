using Tanheng.Rulebook;
using Tanheng.Rulebook.Reading;
using Tanheng.Scheme;

namespace Tanheng.Cli.Scenarios;

/// <summary>The rulebooks and methods that travel with the program, or stand in another folder.</summary>
public sealed class RuleShelf(string root)
{
    /// <summary>The folder with <c>rulebooks/</c>, <c>methodologies/</c> and <c>scenarios/</c>.</summary>
    public string Root => root;

    /// <summary>The nearest folder above the program or the current one that has rulebooks.</summary>
    public static string FindRoot()
    {
        foreach (var start in new[] { AppContext.BaseDirectory, Directory.GetCurrentDirectory() })
        {
            for (var folder = new DirectoryInfo(start); folder is not null; folder = folder.Parent)
            {
                if (Directory.Exists(Path.Combine(folder.FullName, "rulebooks"))
                    && Directory.Exists(Path.Combine(folder.FullName, "methodologies")))
                {
                    return folder.FullName;
                }
            }
        }

        return Directory.GetCurrentDirectory();
    }

    /// <summary>A file below the root.</summary>
    public string PathOf(params string[] parts) => Path.Combine([root, .. parts]);

    /// <summary>The command that founds a market with a rulebook of the shelf and all methods.</summary>
    public FoundScheme Founding(string scheme, string rulebook, UserId administrator)
    {
        var text = File.ReadAllText(PathOf("rulebooks", rulebook));
        var includes = Includes();
        var book = RulebookReader.Read(
            rulebook, text, name => includes.FirstOrDefault(file => file.Name == name)?.Text);
        var used = book.Rulebook?.MethodsUsed().Select(use => use.Method.ToString()).ToHashSet() ?? [];
        return new FoundScheme(scheme, new RuleText(rulebook, text), includes, Methods(used), administrator);
    }

    /// <summary>
    /// The command that founds a market with any rulebook file. What it includes is looked for below its own folder,
    /// then on the shelf.
    /// </summary>
    public FoundScheme FoundingFrom(string path, string scheme, UserId administrator)
    {
        var full = Path.GetFullPath(path);
        var (name, text) = (Path.GetFileName(full), File.ReadAllText(full));
        var includes = new List<RuleText>();
        var book = RulebookReader.Read(name, text, asked =>
        {
            var found = Below(Path.GetDirectoryName(full)!, asked) ?? Below(PathOf("rulebooks"), asked);
            if (found is not null && includes.TrueForAll(one => one.Name != asked))
            {
                includes.Add(new RuleText(asked, found));
            }

            return found;
        });
        var used = book.Rulebook?.MethodsUsed().Select(use => use.Method.ToString()).ToHashSet() ?? [];
        return new FoundScheme(scheme, new RuleText(name, text), includes, Methods(used), administrator);
    }

    /// <summary>The calendar of a rulebook.</summary>
    public WorkCalendar Calendar(string rulebook)
    {
        var includes = Includes();
        var reading = RulebookReader.Read(
            rulebook,
            File.ReadAllText(PathOf("rulebooks", rulebook)),
            name => includes.FirstOrDefault(file => file.Name == name)?.Text);
        return reading.Rulebook?.Calendar
            ?? throw new ScenarioException(rulebook, 1, string.Join("; ", reading.Diagnostics));
    }

    /// <summary>Every method file with its name below <c>methodologies/</c>.</summary>
    public IEnumerable<RuleText> MethodFiles()
    {
        var folder = PathOf("methodologies");
        return Directory.EnumerateFiles(folder, "*.yaml", SearchOption.AllDirectories)
            .Order(StringComparer.Ordinal)
            .Select(path => new RuleText(
                Path.GetRelativePath(folder, path).Replace('\\', '/'), File.ReadAllText(path)));
    }

    private static string? Below(string folder, string name)
    {
        folder = Path.GetFullPath(folder);
        var path = Path.GetFullPath(Path.Combine(folder, name));
        return path.StartsWith(folder + Path.DirectorySeparatorChar, StringComparison.Ordinal) && File.Exists(path)
            ? File.ReadAllText(path)
            : null;
    }

    private List<RuleText> Methods(HashSet<string> used) =>
        [.. MethodFiles().Where(file =>
        {
            var method = Methodology.Method.Read(file.Name, file.Text).Method;
            return method is null || used.Contains(method.Reference);
        })];

    private List<RuleText> Includes()
    {
        var folder = PathOf("rulebooks");
        return [.. Directory.EnumerateFiles(folder, "*.yaml", SearchOption.AllDirectories)
            .Where(path => Path.GetDirectoryName(path) != Path.TrimEndingDirectorySeparator(folder))
            .Order(StringComparer.Ordinal)
            .Select(path => new RuleText(
                Path.GetRelativePath(folder, path).Replace('\\', '/'), File.ReadAllText(path)))];
    }
}
