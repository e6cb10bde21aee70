using System.Text.Json;
using System.Xml.Linq;
using Tanheng.Cli.Scenarios;
using Tanheng.Engine.Hosting;
using Tanheng.Engine.Sequencing;
using Tanheng.Quantities;
using Tanheng.Rulebook;
using Tanheng.Scheme;
using Tanheng.Scheme.Approval;
using Tanheng.Scheme.Registry;
using Tanheng.Scheme.Settlement;
using Tanheng.Scheme.Trading;
using Tanheng.Storage.Sqlite;

namespace Tanheng.Cli.Tests;

/// <summary>market bank import and export: statements in, payments out.</summary>
public sealed class BankVerbTests
{
    private const string Head = "account,statement,day,reference,currency,debit,credit,balance,counterparty\n";

    [Fact]
    public async Task A_statement_is_shown_then_booked_once_and_payments_are_written_out()
    {
        using var folder = new TemporaryFolder();
        await Prepare(folder.Path);
        var file = folder.Write(
            "bank.csv",
            Head + "42000099,S1,2026-01-05,r1,CNY,,100.00,100.00,62220001\n"
            + "42000099,S1,2026-01-05,r2,CNY,,7.00,107.00,9999\n");
        string[] import = ["market", "bank", "import", file, "--by", "registrar-a", "--data", folder.Path];
        var shown = await Tool.Run([.. import, "--preview", "--lang", "en"]);
        shown.ExitCode.ShouldBe(0, shown.Error);
        shown.Output.ShouldContain("In suspense");
        shown.Error.ShouldContain("nothing is booked");
        var done = await Tool.Run([.. import, "--json"]);
        done.ExitCode.ShouldBe(0, done.Error);
        var lines = JsonDocument.Parse(done.Output).RootElement.GetProperty("statements")[0].GetProperty("lines");
        lines.EnumerateArray().Select(line => line.GetProperty("status").GetString())
            .ShouldBe(["Deposit", "Suspense"]);

        // The same file is the same command; another file with the same statement is refused.
        var again = await Tool.Run([.. import, "--json"]);
        JsonDocument.Parse(again.Output).RootElement.GetProperty("repeated").GetBoolean().ShouldBeTrue();
        await File.AppendAllTextAsync(file, "\n");
        var other = await Tool.Run(import);
        other.ExitCode.ShouldBe(1);
        other.Error.ShouldContain("TH10114");

        (await Tool.Run("market", "bank", "export", "--data", folder.Path)).Error.ShouldContain("还没有付款文件");
        await WithHost(folder.Path, async submit =>
            await submit("one-a", new RequestWithdrawal(new HolderId(1), Money.Parse("60.00 CNY"))));
        (await Tool.Run("market", "bank", "export", "--order", "42000099", "--data", folder.Path)).ExitCode.ShouldBe(1);
        var pain = await Tool.Run(
            "market", "bank", "export", "--order", "42000099", "--by", "registrar-a", "--data", folder.Path);
        pain.ExitCode.ShouldBe(0, pain.Error);
        XNamespace space = "urn:iso:std:iso:20022:tech:xsd:pain.001.001.09";
        XDocument.Parse(pain.Output).Descendants(space + "InstdAmt").Single().Value.ShouldBe("60.00");
        var csv = await Tool.Run("market", "bank", "export", "1", "--format", "csv", "--data", folder.Path);
        csv.Output.ShouldContain("TH-W1,60.00,CNY,42000099");
        var none = await Tool.Run("market", "bank", "export", "99", "--data", folder.Path, "--lang", "en");
        (none.ExitCode, none.Output).ShouldBe((1, ""));
        none.Error.ShouldContain("There is no payment file 99; there are 1.");
        (await Tool.Run("verify", "--data", folder.Path)).ExitCode.ShouldBe(0);
    }

    [Fact]
    public async Task A_bad_file_is_refused_with_its_line_and_nothing_is_booked()
    {
        using var folder = new TemporaryFolder();
        await Prepare(folder.Path);
        var file = folder.Write("bank.csv", Head + "42000099,S1,2026-01-05,r1,CNY,,1OO.00,100.00,62220001\n");
        string[] import = ["market", "bank", "import", file, "--by", "registrar-a", "--data", folder.Path];
        var run = await Tool.Run([.. import, "--lang", "en"]);
        run.ExitCode.ShouldBe(1);
        run.Error.ShouldContain("Line 2 of the file");
        await File.WriteAllTextAsync(file, "<!DOCTYPE x [<!ENTITY a SYSTEM \"file:///etc/passwd\">]><x>&a;</x>");
        (await Tool.Run(import)).Error.ShouldContain("TH10153");
        await using (var stream = File.Create(file))
        {
            stream.SetLength(9L * 1024 * 1024);
        }

        (await Tool.Run([.. import, "--lang", "en"])).Error.ShouldContain("9437184 bytes");
        await File.WriteAllTextAsync(file, Head + "42000099,S1,2026-01-05,r1,CNY,,1.00,1.00,62220001\n");
        (await Tool.Run("market", "bank", "import", file, "--by", "one-a", "--data", folder.Path)).Error
            .ShouldContain("TH2005");
        (await Tool.Run("market", "bank", "import", file + "x", "--by", "registrar-a", "--data", folder.Path)).ExitCode
            .ShouldBe(2);
    }

    /// <summary>A market of today with an open exchange, a settlement account and one participant.</summary>
    private static async Task Prepare(string folder)
    {
        var book = Path.Combine(RuleShelf.FindRoot(), "rulebooks", "china-national.yaml");
        var founded = await Tool.Run(
            "found", book, "--scheme", "mine", "--authority", "authority-a", "--data", folder);
        founded.ExitCode.ShouldBe(0, founded.Error);
        await WithHost(folder, async submit =>
        {
            foreach (var (user, role) in new[]
            {
                ("registrar-a", Role.RegistryOperator), ("registrar-b", Role.RegistryOperator),
                ("exchange", Role.ExchangeOperator),
            })
            {
                await submit("authority-a", new AppointOfficial(new UserId(user), [role]));
            }

            await submit("exchange", new OpenExchange());
            await submit("registrar-a", Propose.Of(
                new RegisterSettlementBank("42000099", "结算银行", "登记结算机构")));
            await submit("registrar-b", new ApproveProposal(new ProposalId(1)));
            await submit("registrar-a", new AdmitHolder(
                "91110000MA000020XN",
                new Text("第一电厂", "Plant 1"),
                "CN-BJ",
                "power",
                [
                    new(new UserId("one-a"), Rights.Read | Rights.Initiate),
                    new(new UserId("one-b"), Rights.Read | Rights.Approve),
                ],
                []));
            await submit("registrar-a", new RegisterBankAccount(new HolderId(1), "银行", "6222 0001"));
        });
    }

    private static async Task WithHost(string folder, Func<Func<string, Command, Task>, Task> work)
    {
        using var journal = new SqliteJournal(folder, "mine");
        await using var host = await SchemeHost.LeadAsync(journal);
        var sent = 0;
        await work(async (by, command) =>
        {
            var id = CommandId.From($"{journal.Head().Sequence} {++sent}");
            var reply = await host.SubmitAsync(new Submission(command, id, new UserId(by)));
            reply.Refusal.ShouldBeNull($"{command.GetType().Name}: {reply.Refusal?.Message("en")}");
        });
    }
}
