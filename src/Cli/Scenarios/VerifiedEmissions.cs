using System.Globalization;
using System.IO.Compression;
using Tanheng.Quantities;

namespace Tanheng.Cli.Scenarios;

/// <summary>One figure: an installation, a year, verified tonnes.</summary>
public readonly record struct VerifiedFigure(long Installation, int Year, Tonnes Tonnes);

/// <summary>
/// A table <c>installation_id,year,verified_tco2e</c>, plain or gzip, as the transaction log publishes it. A figure is
/// a number that is not negative, rounded down to whole tonnes, or the word <c>Excluded</c>: such rows are counted and
/// not reported.
/// </summary>
public sealed class VerifiedEmissions
{
    private const string Head = "installation_id,year,verified_tco2e";

    private VerifiedEmissions(List<VerifiedFigure> figures, int excluded)
    {
        Figures = figures;
        Excluded = excluded;
    }

    /// <summary>The figures, in the order of the file.</summary>
    public IReadOnlyList<VerifiedFigure> Figures { get; }

    /// <summary>Rows that say <c>Excluded</c>.</summary>
    public int Excluded { get; }

    /// <summary>Reads a file.</summary>
    /// <exception cref="ScenarioException">A row that is none of this, with file and line; nothing is kept.</exception>
    public static VerifiedEmissions Read(string path)
    {
        using var file = File.OpenRead(path);
        using var plain = path.EndsWith(".gz", StringComparison.Ordinal)
            ? new GZipStream(file, CompressionMode.Decompress)
            : (Stream)file;
        using var reader = new StreamReader(plain);
        try
        {
            return Read(path, reader);
        }
        catch (InvalidDataException broken)
        {
            throw new ScenarioException(path, 1, broken.Message);
        }
    }

    private static VerifiedEmissions Read(string path, StreamReader reader)
    {
        var figures = new List<VerifiedFigure>();
        var seen = new HashSet<(long, int)>();
        var excluded = 0;
        var line = 1;
        if (reader.ReadLine()?.TrimEnd('\r') != Head)
        {
            throw new ScenarioException(path, 1, $"第一行应为 | the first line must be {Head}");
        }

        while (reader.ReadLine() is { } text)
        {
            line++;
            if (text.AsSpan().Trim().IsEmpty)
            {
                continue;
            }

            var cells = text.TrimEnd('\r').Split(',');
            if (cells.Length != 3
                || !long.TryParse(cells[0], NumberStyles.None, CultureInfo.InvariantCulture, out var installation)
                || !int.TryParse(cells[1], NumberStyles.None, CultureInfo.InvariantCulture, out var year)
                || year is < 1990 or > 2198)
            {
                throw new ScenarioException(path, line, $"应为 装置,年份,吨数 | expected installation, year, tonnes: '{text}'");
            }

            if (!seen.Add((installation, year)))
            {
                throw new ScenarioException(path, line, $"重复 | twice: {installation}, {year}");
            }

            if (cells[2] == "Excluded")
            {
                excluded++;
                continue;
            }

            figures.Add(new VerifiedFigure(installation, year, Tonnes(path, line, cells[2])));
        }

        return figures.Count > 0
            ? new VerifiedEmissions(figures, excluded)
            : throw new ScenarioException(path, line, "没有一行可报告的数据 | no row can be reported");
    }

    private static Tonnes Tonnes(string path, int line, string cell) =>
        decimal.TryParse(cell, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value)
        && value <= 1_000_000_000_000m
            ? new Tonnes((long)decimal.Floor(value))
            : throw new ScenarioException(
                path, line, $"吨数应为非负数或 Excluded | tonnes are a number of at least 0, or Excluded: '{cell}'");
}
