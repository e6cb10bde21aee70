using System.Globalization;
using Tanheng.Engine.Journal;

namespace Tanheng.Storage;

/// <summary>
/// The numbered SQL files of <c>Sql/</c>, embedded: <c>sqlite/journal-1.sql</c> is the first step of the part
/// <c>journal</c> on SQLite. Steps are only ever added. The table <c>schema_version</c> says how far a database is.
/// </summary>
internal static class Migrations
{
    public const string Table =
        "create table if not exists schema_version (part text not null primary key, version integer not null)";

    /// <summary>The steps a database at <paramref name="version"/> still lacks, in order.</summary>
    /// <exception cref="StoreRefusedException">The database is newer than the program.</exception>
    public static IEnumerable<(int Version, string Sql)> After(string dialect, string part, long version)
    {
        var prefix = dialect + "/" + part + "-";
        var steps = typeof(Migrations).Assembly.GetManifestResourceNames()
            .Select(name => name.Replace('\\', '/'))
            .Where(name => name.StartsWith(prefix, StringComparison.Ordinal))
            .Select(name => int.Parse(name[prefix.Length..^".sql".Length], CultureInfo.InvariantCulture))
            .Order()
            .ToArray();
        if (version > steps[^1])
        {
            throw new StoreRefusedException(JournalRefusals.NewerSchema.With(("found", version), ("known", steps[^1])));
        }

        return steps.Where(step => step > version).Select(step => (step, Read(prefix + step + ".sql")));
    }

    private static string Read(string name)
    {
        using var stream = typeof(Migrations).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"No embedded {name}.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
