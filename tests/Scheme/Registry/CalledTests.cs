using Tanheng.Ledger;
using Tanheng.Quantities;
using Tanheng.Rulebook;

namespace Tanheng.Scheme.Tests.Registry;

/// <summary>A closed list of which one member has a name for refusals has names for all.</summary>
public sealed class CalledTests
{
    [Fact]
    public void Every_member_of_a_list_with_names_has_one_in_both_languages()
    {
        var lists = new[] { typeof(Text), typeof(Compartment), typeof(Role), typeof(SchemeState) }
            .SelectMany(type => type.Assembly.GetTypes().Where(one => one.IsEnum))
            .Select(list => (List: list, Names: Enum.GetValues(list).Cast<Enum>().Select(CalledAttribute.Of).ToList()))
            .Where(one => one.Names.Any(name => name is not null))
            .ToList();

        lists.Count.ShouldBeGreaterThan(10);
        foreach (var (list, names) in lists)
        {
            names.ShouldAllBe(name => name != null && name.Zh.Length > 0 && name.En.Length > 0, list.Name);
            names.Select(name => name!.Zh).Distinct().Count().ShouldBe(names.Count, list.Name);
        }
    }
}
