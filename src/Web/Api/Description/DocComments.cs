using System.Collections.Concurrent;
using System.Reflection;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Tanheng.Scheme;

namespace Tanheng.Web.Api.Description;

/// <summary>
/// The doc comments of the code, out of the XML files that the compiler puts beside the assemblies. Where a file is
/// missing, descriptions are missing, and nothing else.
/// </summary>
internal static partial class DocComments
{
    private static readonly ConcurrentDictionary<Assembly, Dictionary<string, XElement>> Files = new();

    /// <summary>What a type is.</summary>
    public static string? Of(Type type) => Text(Find(type.Assembly, "T:" + NameOf(type))?.Element("summary"));

    /// <summary>What a property is: a parameter of its record, or a property with a comment of its own.</summary>
    public static string? Of(Type type, string property)
    {
        var parameter = Find(type.Assembly, "T:" + NameOf(type))?.Elements("param")
            .FirstOrDefault(one => (string?)one.Attribute("name") == property);
        return Text(parameter) is { Length: > 0 } text
            ? text
            : Text(Find(type.Assembly, $"P:{NameOf(type)}.{property}")?.Element("summary"));
    }

    /// <summary>What a member of an enumeration is.</summary>
    public static string? OfMember(Type type, string member) =>
        Text(Find(type.Assembly, $"F:{NameOf(type)}.{member}")?.Element("summary"));

    /// <summary>What the class says that decides a command: the rule, and its refusals in their order.</summary>
    public static string? OfDecision(CommandEntry entry)
    {
        const BindingFlags own = BindingFlags.Static | BindingFlags.NonPublic | BindingFlags.Public;
        var decider = entry.Type.Assembly.GetTypes().FirstOrDefault(type =>
            type.Namespace == entry.Type.Namespace && type.GetMethods(own).Any(method =>
                method.Name.StartsWith("Decide", StringComparison.Ordinal)
                && method.GetParameters() is [_, _, { } third] && third.ParameterType == entry.Type));
        return decider is null ? null : Of(decider);
    }

    private static XElement? Find(Assembly assembly, string name) =>
        Files.GetOrAdd(assembly, Read).GetValueOrDefault(name);

    private static Dictionary<string, XElement> Read(Assembly assembly)
    {
        var path = Path.ChangeExtension(assembly.Location, ".xml");
        return File.Exists(path)
            ? XDocument.Load(path).Descendants("member")
                .GroupBy(member => (string)member.Attribute("name")!)
                .ToDictionary(group => group.Key, group => group.First())
            : [];
    }

    private static string NameOf(Type type) => (type.FullName ?? type.Name).Replace('+', '.');

    private static string? Text(XElement? element)
    {
        if (element is null)
        {
            return null;
        }

        var text = new StringBuilder();
        Add(text, element);
        var plain = Blanks().Replace(text.ToString(), " ").Trim();
        return plain.Length == 0 ? null : plain;
    }

    private static void Add(StringBuilder text, XElement element)
    {
        foreach (var node in element.Nodes())
        {
            switch (node)
            {
                case XText words:
                    text.Append(words.Value);
                    break;
                case XElement { Name.LocalName: "see" or "paramref" or "typeparamref" } reference:
                    text.Append(reference.IsEmpty ? Last(reference) : reference.Value);
                    break;
                case XElement { Name.LocalName: "item" } item:
                    text.Append(" • ");
                    Add(text, item);
                    break;
                case XElement { Name.LocalName: "c" or "code" } code:
                    text.Append('`').Append(code.Value).Append('`');
                    break;
                case XElement other:
                    Add(text, other);
                    break;
            }
        }
    }

    /// <summary>The last name of what a reference leads to.</summary>
    private static string Last(XElement reference)
    {
        var target = (string?)(reference.Attribute("cref") ?? reference.Attribute("name")
            ?? reference.Attribute("langword")) ?? "";
        var plain = target.Split('(')[0];
        return plain[(Math.Max(plain.LastIndexOf('.'), plain.LastIndexOf(':')) + 1)..];
    }

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();
}
