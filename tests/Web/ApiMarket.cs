using Tanheng.Engine.Sequencing;
using Tanheng.Quantities;
using Tanheng.Rulebook;
using Tanheng.Scheme;
using Tanheng.Scheme.Registry;
using Tanheng.Scheme.Tests.Kit;

namespace Tanheng.Web.Tests;

/// <summary>A small market to send commands to: two holders with two people each, transfers under four eyes.</summary>
internal static class ApiMarket
{
    public const string Approvals =
        "[ { commands: [ transfer-units ], approvers: [ representative ], expires_after: 5 d, "
        + "source: test, status: parameter } ]";

    private static readonly DateTimeOffset Start = new(2023, 1, 1, 1, 0, 0, TimeSpan.Zero);

    /// <summary>Two plants: holder 1 with one-a and one-b, holder 2 with two-a, two-b and the reader two-r.</summary>
    public static Task<ApiServer> StartAsync() => ApiServer.StartAsync("test", async host =>
    {
        var commands = new List<(string By, Command Command)>
        {
            ("admin", new FoundScheme("test", TestRules.Book(Approvals), [], TestRules.Methods, new UserId("admin"))),
            ("admin", new AppointOfficial(new UserId("auditor"), [Role.Auditor])),
            ("admin", Admit(1, "one", Rights.Read | Rights.Initiate)),
            ("admin", Admit(2, "two", Rights.Read | Rights.Initiate)),
            ("admin", new AppointRepresentative(new HolderId(2), new UserId("two-r"), Rights.Read)),
        };
        for (var i = 0; i < commands.Count; i++)
        {
            var (by, command) = commands[i];
            var id = CommandId.From("start " + i);
            var reply = await host.SubmitAsync(new Submission(command, id, new UserId(by), Start.AddMinutes(i)));
            reply.Refusal.ShouldBeNull();
        }

        var account = (
            await host.QueryAsync(state => state.Registry.Find(new HolderId(1))!.RegistryAccount!.Value)).Value;
        var issue = new IssueOffsets(account, "CCER", default, new Tonnes(1000), "P-001");
        (await host.SubmitAsync(new Submission(issue, CommandId.From("issue"), new UserId("admin")))).Refusal
            .ShouldBeNull();
    });

    private static AdmitHolder Admit(int n, string name, Rights first) => new(
        Codes.Number(n),
        new Text($"第{n}电厂", $"Plant {n}"),
        "CN-BJ",
        "power",
        [new(new UserId(name + "-a"), first), new(new UserId(name + "-b"), Rights.Read | Rights.Approve)],
        []);
}
