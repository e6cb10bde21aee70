namespace Tanheng.Testing;

/// <summary>What a test may need from the machine, and where it is. The script <c>./test</c> provides both.</summary>
internal static class Needs
{
    /// <summary>The connection string of a throw-away PostgreSQL server, or null when there is none.</summary>
    public static string? Postgres => Read("TANHENG_TEST_POSTGRES");

    /// <summary>The Chromium that page tests drive, or null when there is none.</summary>
    public static string? Chromium => Read("TANHENG_TEST_CHROMIUM") ?? (File.Exists(Installed) ? Installed : null);

    /// <summary>True under <c>./test --long</c>: more rounds, larger journals.</summary>
    public static bool Long => Read("TANHENG_LONG") == "1";

    private const string Installed = "/usr/bin/chromium";

    private static string? Read(string name) =>
        Environment.GetEnvironmentVariable(name) is { Length: > 0 } value ? value : null;
}

/// <summary>A fact about PostgreSQL: skipped, and counted as skipped, where no server is given.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class PostgresFactAttribute : FactAttribute
{
    public PostgresFactAttribute() => Skip = Needs.Postgres is null ? PostgresTheoryAttribute.Reason : null;
}

/// <summary>A theory about PostgreSQL: skipped where no server is given.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class PostgresTheoryAttribute : TheoryAttribute
{
    internal const string Reason = "needs PostgreSQL: run ./test, or set TANHENG_TEST_POSTGRES to a connection string";

    public PostgresTheoryAttribute() => Skip = Needs.Postgres is null ? Reason : null;
}

/// <summary>A fact about a page in a browser: skipped where Chromium is not installed.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class ChromiumFactAttribute : FactAttribute
{
    public ChromiumFactAttribute() =>
        Skip = Needs.Chromium is null ? "needs Chromium: run ./test, or set TANHENG_TEST_CHROMIUM to its path" : null;
}

/// <summary>A fact that takes minutes: runs under <c>./test --long</c> only.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class LongFactAttribute : FactAttribute
{
    public LongFactAttribute() => Skip = Needs.Long ? null : "takes minutes: run ./test --long";
}
