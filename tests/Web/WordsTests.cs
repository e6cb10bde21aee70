using System.Reflection;
using System.Text.RegularExpressions;
using Tanheng.Quantities;
using Tanheng.Web.Portal;

namespace Tanheng.Web.Tests;

/// <summary>The words of the pages: none missing, none left over.</summary>
public sealed partial class WordsTests
{
    private static readonly Dictionary<string, Text> All = typeof(Words)
        .GetFields(BindingFlags.Static | BindingFlags.Public)
        .ToDictionary(field => field.Name, field => (Text)field.GetValue(null)!);

    private static IEnumerable<MethodInfo> Namers => typeof(Names)
        .GetMethods(BindingFlags.Static | BindingFlags.Public)
        .Where(method => method.Name == nameof(Names.Of));

    [Fact]
    public void Every_word_is_used_by_a_page()
    {
        var pages = Path.Combine(Root(AppContext.BaseDirectory), "src", "Web");
        var used = Directory.EnumerateFiles(pages, "*", SearchOption.AllDirectories)
            .Where(path => Path.GetExtension(path) is ".razor" or ".cs")
            .SelectMany(path => Use().Matches(File.ReadAllText(path)).Select(match => match.Groups[1].Value))
            .ToHashSet();

        used.Count.ShouldBeGreaterThan(50);
        All.Keys.Except(used).ShouldBeEmpty();
    }

    [Fact]
    public void Every_word_is_there_in_both_languages()
    {
        foreach (var (field, word) in All.Where(one => one.Key != nameof(Words.OtherLanguage)))
        {
            ShouldSpeakBoth(word, field);
        }

        // The link to the other language is written in that one.
        Words.OtherLanguage.ShouldBe(new Text("English", "中文"));
    }

    [Fact]
    public void Every_member_of_an_enumeration_that_pages_show_has_a_name()
    {
        Namers.Count().ShouldBeGreaterThan(5);
        foreach (var namer in Namers)
        {
            foreach (var member in Enum.GetValues(namer.GetParameters().Single().ParameterType))
            {
                ShouldSpeakBoth((Text)namer.Invoke(null, [member])!, $"{member.GetType().Name}.{member}");
            }
        }
    }

    [Fact]
    public void No_two_members_of_an_enumeration_have_the_same_name()
    {
        foreach (var namer in Namers)
        {
            var names = Enum.GetValues(namer.GetParameters().Single().ParameterType).Cast<object>()
                .Select(member => (Text)namer.Invoke(null, [member])!).ToList();
            names.Select(name => name.Zh).ShouldBeUnique();
            names.Select(name => name.En).ShouldBeUnique();
        }
    }

    private static void ShouldSpeakBoth(Text text, string whose)
    {
        Chinese().IsMatch(text.Zh).ShouldBeTrue($"{whose} has no Chinese");
        text.En.ShouldNotBeNullOrWhiteSpace(whose);
        Chinese().IsMatch(text.En).ShouldBeFalse($"{whose} has Chinese in its English");
        text.Zh.Trim().ShouldBe(text.Zh, whose);
        text.En.Trim().ShouldBe(text.En, whose);
    }

    private static string Root(string from) => File.Exists(Path.Combine(from, "Tanheng.slnx"))
        ? from
        : Root(Path.GetDirectoryName(from) ?? throw new InvalidOperationException("Not inside the repository."));

    [GeneratedRegex(@"\bWords\.(\w+)")]
    private static partial Regex Use();

    [GeneratedRegex(@"\p{IsCJKUnifiedIdeographs}")]
    private static partial Regex Chinese();
}
