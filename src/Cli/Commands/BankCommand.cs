using System.CommandLine;
using System.Security.Cryptography;
using Tanheng.Cli.Output;
using Tanheng.Cli.Stores;
using Tanheng.Engine.Banking;
using Tanheng.Engine.Hosting;
using Tanheng.Engine.Journal;
using Tanheng.Engine.Sequencing;
using Tanheng.Quantities;
using Tanheng.Scheme;
using Tanheng.Scheme.Settlement;
using Command = System.CommandLine.Command;

namespace Tanheng.Cli.Commands;

/// <summary>
/// <c>tanheng market bank import FILE</c> and <c>market bank export</c>: statements of the settlement bank in, payments
/// out.
/// </summary>
internal static class BankCommand
{
    private static readonly Argument<string> Statement = new("FILE")
    {
        Description = "对账单：camt.053 或 CSV | statements: camt.053 or CSV",
    };

    private static readonly Argument<long?> Payments = new("NUMBER")
    {
        Description = "付款文件编号；省略为最近一份 | number of the payment file; the last one when left out",
        Arity = ArgumentArity.ZeroOrOne,
    };

    private static readonly Option<string> By = new("--by")
    {
        Description = "以哪位登记机构人员的名义 | for which official of the registry",
        HelpName = "USER",
        Required = true,
    };

    private static readonly Option<string?> As = new("--by")
    {
        Description = "与 --order 同用：以哪位登记机构人员的名义 | with --order: for which official of the registry",
        HelpName = "USER",
    };

    private static readonly Option<bool> Preview = new("--preview")
    {
        Description = "只显示将如何入账 | only show what would be booked",
    };

    private static readonly Option<string?> Order = new("--order")
    {
        Description = "先把全部待付款项列入该专户的新文件 | first put all payments that wait into a new file of this account",
        HelpName = "ACCOUNT",
    };

    private static readonly Option<string> Format = new("--format")
    {
        Description = "pain（ISO 20022 pain.001）或 csv | pain (ISO 20022 pain.001) or csv",
        HelpName = "FORMAT",
        DefaultValueFactory = _ => "pain",
    };

    public static Command Build()
    {
        Format.AcceptOnlyFromAmong("pain", "csv");
        var import = new Command(
            "import", "导入结算银行对账单（全有或全无，不重复入账） | import bank statements: all or nothing, nothing twice")
        {
            Statement, By, Preview,
        };
        import.Does(Import);
        var export = new Command(
            "export", "写出付款文件到标准输出 | write a file of payments to standard output")
        {
            Payments, Order, As, Format,
        };
        export.Does(Export);
        return new Command("bank", "结算银行 | settlement bank") { import, export };
    }

    private static async Task<int> Import(ParseResult parsed, Screen screen, CancellationToken cancel)
    {
        var (path, store) = (parsed.GetValue(Statement)!, Common.Store(parsed));
        var content = new FileInfo(path) is { Exists: true, Length: > BankFile.MostBytes } large
            ? throw new InputException(screen.Say(
                $"{path} 有 {large.Length} 字节，超过 {BankFile.MostBytes} 字节。",
                $"{path} has {large.Length} bytes, more than {BankFile.MostBytes}."))
            : await File.ReadAllBytesAsync(path, cancel);
        if (!BankFile.Read(content).Try(out var statements, out var refusal)
            || !store.Choose(parsed.GetValue(Common.Scheme)).Try(out var scheme, out refusal))
        {
            return screen.Refuse(refusal);
        }

        using var journal = store.Open(scheme);
        await using var host = await LeadAsync(store, scheme, journal);
        var command = new ImportStatements(Path.GetFileName(path), statements);
        var user = new UserId(parsed.GetValue(By)!);
        if (parsed.GetValue(Preview))
        {
            var trial = await host.PreviewAsync(new Submission(command, CommandId.From("preview"), user));
            return trial.Try(out var would, out var bad)
                ? Report(screen, would.Events.OfType<StatementImported>().ToList(), null)
                : screen.Refuse(bad);
        }

        // The same file again is the same command: it is answered with the row that took it.
        var id = CommandId.From($"{scheme}/bank/{Convert.ToHexStringLower(SHA256.HashData(content))}");
        if (!(await host.SubmitAsync(new Submission(command, id, user))).Try(out var reply, out refusal))
        {
            return screen.Refuse(refusal);
        }

        return Report(screen, reply.Events.OfType<StatementImported>().ToList(), reply);
    }

    private static int Report(Screen screen, List<StatementImported> imported, Reply? reply)
    {
        if (screen.Json)
        {
            Screen.Write(new
            {
                row = reply?.Sequence,
                repeated = reply?.Repeated,
                statements = imported.Select(one => new
                {
                    account = one.Statement.Number,
                    statement = one.Statement.Statement,
                    closing = one.Statement.Closing,
                    repeated = one.Repeated,
                    lines = one.Lines.Select(taken => new
                    {
                        reference = taken.Line.Line.Reference,
                        amount = taken.Line.Line.Amount,
                        status = taken.Line.Status.ToString(),
                        holder = taken.Line.Holder?.Value,
                    }),
                }),
            });
            return Endings.Done;
        }

        screen.Table(
            [
                ("流水", "Line", false), ("对账单", "Statement", false), ("银行流水号", "Reference", false),
                ("金额", "Amount", true), ("处理结果", "Outcome", false),
            ],
            imported.SelectMany(one => one.Lines).Select(taken => new[]
            {
                taken.Line.Id.ToString(),
                taken.Line.Statement,
                taken.Line.Line.Reference,
                taken.Line.Line.Amount.ToString(),
                screen.Language == "en"
                    ? Web.Portal.Names.Of(taken.Line.Status).En
                    : Web.Portal.Names.Of(taken.Line.Status).Zh,
            }));
        var (lines, repeated) = (imported.Sum(one => one.Lines.Count), imported.Sum(one => one.Repeated));
        screen.Note(
            reply is null
                ? $"预览：{imported.Count} 份对账单，新流水 {lines} 笔，重复 {repeated} 笔；尚未入账。"
                : $"第 {reply.Sequence} 行：{imported.Count} 份对账单，新流水 {lines} 笔，重复 {repeated} 笔。",
            reply is null
                ? $"Preview: {imported.Count} statements, {lines} new lines, {repeated} repeated; nothing is booked."
                : $"Row {reply.Sequence}: {imported.Count} statements, {lines} new lines, {repeated} repeated.");
        return Endings.Done;
    }

    private static async Task<int> Export(ParseResult parsed, Screen screen, CancellationToken cancel)
    {
        var store = Common.Store(parsed);
        if (!store.Choose(parsed.GetValue(Common.Scheme)).Try(out var scheme, out var refusal))
        {
            return screen.Refuse(refusal);
        }

        using var journal = store.Open(scheme);
        if (parsed.GetValue(Order) is { } account)
        {
            if (parsed.GetValue(As) is not { } by)
            {
                throw new InputException(screen.Say("--order 须同时给出 --by。", "--order needs --by."));
            }

            await using var host = await LeadAsync(store, scheme, journal);
            var sending = new Submission(
                new OrderPayments(account, []), CommandId.From($"{scheme}/order/{journal.Head().Sequence}"),
                new UserId(by));
            if ((await host.SubmitAsync(sending)).IsRefused(out refusal))
            {
                return screen.Refuse(refusal);
            }
        }

        var state = HoldingsCommand.StateAt(journal, null, cancel);
        var wanted = parsed.GetValue(Payments);
        var file = wanted is { } number
            ? state.Cash.PaymentFiles.Find(one => one.Id.Value == number)
            : state.Cash.PaymentFiles.LastOrDefault();
        if (file is null)
        {
            throw new InputException(wanted is { } missing
                ? screen.Say(
                    $"没有编号为 {missing} 的付款文件；已有 {state.Cash.PaymentFiles.Count} 份。",
                    $"There is no payment file {missing}; there are {state.Cash.PaymentFiles.Count}.")
                : screen.Say(
                    "还没有付款文件：用 --order 列入待付款项。",
                    "There is no payment file yet: put the payments that wait into one with --order."));
        }

        Console.Out.Write(parsed.GetValue(Format) == "csv"
            ? PaymentText.Csv(state, file)
            : PaymentText.Xml(state, file));
        screen.Note(
            $"付款文件 {file.Id}：{file.Payments.Count} 笔，合计 {file.Total}。",
            $"Payment file {file.Id}: {file.Payments.Count} payments, {file.Total} in all.");
        return Endings.Done;
    }

    /// <summary>A demonstration keeps its own time; in a market it is now.</summary>
    private static Task<SchemeHost> LeadAsync(Store store, string scheme, IJournal journal)
    {
        var virtualTime = DemonstrationStore.HasReplay(store, scheme);
        return SchemeHost.LeadAsync(
            journal, new HostOptions { Sequencer = new SequencerOptions { VirtualTime = virtualTime } });
    }
}
