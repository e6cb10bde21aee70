using System.Reflection;
using Tanheng.Cli.Scenarios;
using Tanheng.Quantities;
using Tanheng.Web.Portal;

namespace Tanheng.Web.Tests;

/// <summary>The words of the pages: each in two languages, none without a use, every member of an enumeration named.</summary>
public sealed class WordsTests
{
    [Fact]
    public void Every_word_has_both_languages()
    {
        foreach (var (name, text) in Fields())
        {
            text.Zh.ShouldNotBeNullOrWhiteSpace(name);
            text.En.ShouldNotBeNullOrWhiteSpace(name);
            text.En.ShouldNotBe(text.Zh, name);
        }
    }

    [Fact]
    public void Every_word_is_used()
    {
        var folder = new RuleShelf(RuleShelf.FindRoot()).PathOf("src", "Web");
        var sources = string.Concat(Directory.EnumerateFiles(folder, "*.*", SearchOption.AllDirectories)
            .Where(path => path.EndsWith(".razor", StringComparison.Ordinal)
                || (path.EndsWith(".cs", StringComparison.Ordinal) && Path.GetFileName(path) != "Words.cs"))
            .Where(path => !path.Contains("/obj/", StringComparison.Ordinal))
            .Select(File.ReadAllText));
        Fields().Select(field => field.Name)
            .Where(name => !System.Text.RegularExpressions.Regex.IsMatch(sources, $@"\bWords\.{name}\b"))
            .ShouldBeEmpty();
    }

    [Fact]
    public void Every_member_of_every_enumeration_has_a_name()
    {
        var namers = typeof(Names).GetMethods(BindingFlags.Public | BindingFlags.Static)
            .Where(method => method.Name == nameof(Names.Of) && method.GetParameters()[0].ParameterType.IsEnum).ToList();
        namers.Count.ShouldBeGreaterThan(5);
        foreach (var namer in namers)
        {
            foreach (var member in Enum.GetValues(namer.GetParameters()[0].ParameterType))
            {
                var name = (Text)namer.Invoke(null, [member])!;
                name.Zh.ShouldNotBeNullOrWhiteSpace();
                name.En.ShouldNotBeNullOrWhiteSpace();
            }
        }
    }

    private static IEnumerable<(string Name, Text Text)> Fields() => typeof(Words)
        .GetFields(BindingFlags.Public | BindingFlags.Static)
        .Where(field => field.FieldType == typeof(Text))
        .Select(field => (field.Name, (Text)field.GetValue(null)!));
}
