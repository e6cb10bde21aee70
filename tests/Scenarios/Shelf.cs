using System.Globalization;
using Tanheng.Cli.Scenarios;
using Tanheng.Engine.Hosting;
using Tanheng.Engine.Sequencing;

namespace Tanheng.Scenarios.Tests;

/// <summary>The rules and stories of the repository, and how they are played.</summary>
internal static class Shelf
{
    /// <summary>The repository's own.</summary>
    public static RuleShelf Repository { get; } = new(RuleShelf.FindRoot());

    /// <summary>A story sets the time of its commands itself.</summary>
    public static HostOptions VirtualTime => new() { Sequencer = new SequencerOptions { VirtualTime = true } };

    /// <summary>Rows of a comma-separated file without quotes, by column name.</summary>
    public static IReadOnlyList<IReadOnlyDictionary<string, string>> Csv(params string[] path)
    {
        var lines = File.ReadAllLines(Repository.PathOf(path));
        var head = lines[0].Split(',');
        return [.. lines.Skip(1).Where(line => line.Length > 0).Select(line =>
            head.Zip(line.Split(',')).ToDictionary(cell => cell.First, cell => cell.Second, StringComparer.Ordinal))];
    }

    /// <summary>A cell as a number.</summary>
    public static long Number(this IReadOnlyDictionary<string, string> row, string column) =>
        long.Parse(row[column], CultureInfo.InvariantCulture);
}
