namespace Tanheng.Tidy.Tests;

/// <summary>How a check over the repository ends: with nothing found, or with one finding a line.</summary>
internal static class Findings
{
    /// <summary>Fails with every finding on a line of its own.</summary>
    public static void ShouldFindNothing(this IEnumerable<string> findings) =>
        Assert.True(!findings.Any(), Environment.NewLine + string.Join(Environment.NewLine, findings));
}
