using System.Reflection;
using Tanheng.Engine.Journal;
using Tanheng.Ledger;
using Tanheng.Methodology;
using Tanheng.Quantities;
using Tanheng.Scheme;
using Tanheng.Web.Api;
using Tanheng.Web.People;

namespace Tanheng.Web.Tests;

/// <summary>Which status a refusal has: a promise, like its number.</summary>
public sealed class ApiStatusTests
{
    private static readonly Assembly[] Assemblies =
    [
        typeof(LedgerRefusals).Assembly, typeof(SchemeRefusals).Assembly, typeof(MethodRefusals).Assembly,
        typeof(Rulebook.RulebookRefusals).Assembly, typeof(JournalRefusals).Assembly, typeof(ApiRefusals).Assembly,
    ];

    private static IEnumerable<RefusalCode> Codes => Assemblies
        .SelectMany(assembly => assembly.GetTypes())
        .SelectMany(type => type.GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic))
        .Where(one => one.FieldType == typeof(RefusalCode))
        .Select(one => (RefusalCode)one.GetValue(null)!);

    [Fact]
    public void Whatever_is_unknown_is_404_and_whatever_is_unknown_to_a_file_is_not()
    {
        foreach (var code in Codes.Where(code => code.Number / 1000 is >= 1 and <= 6))
        {
            var unknown = code.Name.StartsWith("unknown-", StringComparison.Ordinal)
                || code.Name.EndsWith("-unknown", StringComparison.Ordinal);
            if (unknown)
            {
                Status.Of(code).ShouldBe(404, code.ToString());
            }
        }

        foreach (var code in Codes.Where(code => code.Number / 1000 is 7 or 8 && code.Name != "method-unknown"))
        {
            Status.Of(code).ShouldBe(422, code.ToString());
        }
    }

    [Fact]
    public void Whatever_has_been_done_already_conflicts()
    {
        foreach (var code in Codes.Where(code => code.Name.Contains("already", StringComparison.Ordinal)))
        {
            Status.Of(code).ShouldBe(409, code.ToString());
        }
    }

    [Fact]
    public void What_another_command_or_time_can_lift_conflicts_and_what_the_service_must_lift_is_503()
    {
        foreach (var code in Codes.Where(code => code.Transient))
        {
            if (code == PeopleRefusals.TooManyRequests)
            {
                Status.Of(code).ShouldBe(429);
                continue;
            }

            if (code.Number >= 9600)
            {
                continue; // Forms of persons, which the API does not have.
            }

            var shell = code.Number >= 9000 || code == SchemeRefusals.ClockBehind || code == SchemeRefusals.NothingDue;
            Status.Of(code).ShouldBe(shell ? 503 : 409, code.ToString());
        }
    }

    [Fact]
    public void Final_refusals_are_never_503_and_every_status_has_a_title()
    {
        Codes.Count().ShouldBeGreaterThan(250);
        foreach (var code in Codes)
        {
            var status = Status.Of(code);
            Status.Title(status).En.ShouldNotBeEmpty();
            if (!code.Transient)
            {
                status.ShouldNotBe(503, code.ToString());
            }
        }
    }
}
