namespace Tanheng.Rulebook.Tests;

public sealed class ShippedRulebookTests
{
    [Theory]
    [InlineData("china-national.yaml")]
    [InlineData("eu.yaml")]
    public void A_shipped_rulebook_reads_without_a_diagnostic(string file)
    {
        var reading = Shipped.Read(file);
        reading.Diagnostics.ShouldBeEmpty(string.Join('\n', reading.Diagnostics));
        reading.Rulebook.ShouldNotBeNull();
    }
}
