namespace Tanheng.Methodology.Tests;

public class ShippedMethodsTests
{
    public static TheoryData<string> Names => [.. Shipped.Files().Select(file => file.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_file_reads_without_a_diagnostic_and_every_example_comes_out(string name)
    {
        var text = Shipped.Files().Single(file => file.Name == name).Text;
        var reading = Method.Read(name, text);
        reading.Diagnostics.Select(d => d.ToString()).ShouldBeEmpty();
        var method = reading.Method.ShouldNotBeNull();
        method.Examples.ShouldNotBeEmpty();
        method.CheckExamples().ShouldBeEmpty();
        name.ShouldBe($"{method.Id}/{method.Version}.yaml");
    }
}
