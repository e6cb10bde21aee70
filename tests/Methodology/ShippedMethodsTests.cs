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

    [Theory]
    [MemberData(nameof(Names))]
    public void An_explanation_in_English_has_no_Chinese(string name)
    {
        var method = Shipped.All.Find(name[..name.LastIndexOf('/')], Path.GetFileNameWithoutExtension(name)).Value;
        foreach (var example in method.Examples.Where(example => example.Refused is null))
        {
            var text = method.Explain(example.Given).Value.ToText("en");
            text.Split('\n').Where(line => line.Any(letter => letter >= '\u2e80')).ShouldBeEmpty(name);
        }
    }
}
