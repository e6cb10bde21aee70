using FsCheck;
using FsCheck.Fluent;

namespace Tanheng.Rulebook.Tests;

public sealed class FuzzTests
{
    private static readonly string[] Scraps =
    [
        "", " ", "\n", "\t", ":", ": ", "- ", "[", "]", "{", "}", "#", "&a", "*a", "!!int", "|", ">", "'", "\"", "%",
        "\0", "\uffff", "\ud800", "年", "2021", "2021-02-29", "9999-12-31T24:00", "0001-01-01", "-1 t",
        "99999999999999999999999999999 t", "79228162514264337593543950335 CNY", "1e9 %", "-0 %", "source: ",
        "units:", "unknown", "draft", "Reversal", "yes", "~", "null",
    ];

    [Theory]
    [InlineData("small")]
    [InlineData("china-national.yaml")]
    [InlineData("eu.yaml")]
    public void A_spoiled_rulebook_never_throws(string file)
    {
        var text = file == "small" ? SmallBook.Text : Shipped.Text(file);
        var edits = Gen.Choose(0, int.MaxValue - 1).ArrayOf(12);
        Prop.ForAll(edits.ToArbitrary(), numbers => Holds(Spoil(text, numbers)))
            .Check(Config.QuickThrowOnFailure.WithMaxTest(file == "small" ? 3000 : 250));
    }

    [Fact]
    public void A_spoiled_holiday_file_never_throws()
    {
        var edits = Gen.Choose(0, int.MaxValue - 1).ArrayOf(9);
        Prop.ForAll(edits.ToArbitrary(), numbers =>
        {
            var reading = SmallBook.Read(SmallBook.Text, Spoil(SmallBook.Holidays, numbers));
            return (reading.Rulebook is null) == (reading.Diagnostics.Count > 0);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(1000));
    }

    private static bool Holds(string text)
    {
        var reading = RulebookReader.Read("fuzz.yaml", text, Include, Shipped.Commands);
        foreach (var found in reading.Diagnostics)
        {
            found.ToString("zh").ShouldNotBeEmpty();
            found.ToString("en").ShouldNotBeEmpty();
            found.Line.ShouldBeGreaterThan(0);
        }

        if (reading.Rulebook is { } book)
        {
            _ = book.Citations().Count();
            _ = book.MethodsUsed().Count();
        }

        return (reading.Rulebook is null) == (reading.Diagnostics.Count > 0);
    }

    private static string? Include(string file) =>
        file == "holidays/xx.yaml" ? SmallBook.Holidays : Shipped.Include(file);

    /// <summary>Four edits, each of three numbers: where, how, with what.</summary>
    private static string Spoil(string text, int[] numbers)
    {
        for (var i = 0; i + 2 < numbers.Length; i += 3)
        {
            var lines = text.Split('\n');
            var line = numbers[i] % lines.Length;
            var other = numbers[i + 2] % lines.Length;
            var at = text.Length == 0 ? 0 : numbers[i] % text.Length;
            var scrap = Scraps[numbers[i + 2] % Scraps.Length];
            text = (numbers[i + 1] % 6) switch
            {
                0 => text.Insert(at, scrap),
                1 => text.Remove(at, Math.Min(numbers[i + 2] % 20, text.Length - at)),
                2 => string.Join('\n', lines.Where((_, index) => index != line)),
                3 => string.Join('\n', lines.SelectMany((one, index) => index == line ? [one, one] : new[] { one })),
                4 => string.Join('\n', lines.Select((one, index) => index == line ? lines[other] : one)),
                _ => string.Join('\n', lines.Select((one, index) => index == line ? Key(one) + scrap : one)),
            };
        }

        return text;
    }

    private static string Key(string line)
    {
        var colon = line.IndexOf(':', StringComparison.Ordinal);
        return colon < 0 ? line : line[..(colon + 1)] + " ";
    }
}
