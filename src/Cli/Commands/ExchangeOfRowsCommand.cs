using System.CommandLine;
using Tanheng.Cli.Output;
using Tanheng.Engine.Journal;

namespace Tanheng.Cli.Commands;

/// <summary><c>tanheng export</c> and <c>tanheng import</c>: a journal as JSON lines.</summary>
internal static class ExchangeOfRowsCommand
{
    private static readonly Argument<string> Target = new("FILE")
    {
        Description = "JSON 行文件，- 为标准输出或输入 | JSON lines; - for standard output or input",
        DefaultValueFactory = _ => "-",
    };

    public static Command BuildExport()
    {
        var command = new Command("export", "导出日志为 JSON 行 | export the journal as JSON lines") { Target };
        command.Does(Export);
        return command;
    }

    public static Command BuildImport()
    {
        var command = new Command(
            "import",
            "从 JSON 行导入日志（逐行核验，全有或全无） | import a journal: every row is checked, all or nothing")
        {
            Target,
        };
        command.Does(Import);
        return command;
    }

    private static async Task<int> Export(ParseResult parsed, Screen screen, CancellationToken cancel)
    {
        var store = Common.Store(parsed);
        if (!store.Choose(parsed.GetValue(Common.Scheme)).Try(out var scheme, out var refusal))
        {
            return screen.Refuse(refusal);
        }

        using var journal = store.Open(scheme);
        var path = parsed.GetValue(Target)!;
        var head = Math.Max(1, journal.Head().Sequence);
        await using var output = path == "-" ? Console.OpenStandardOutput() : File.Create(path);
        var rows = await screen.Progress($"导出 {scheme}", $"Exporting {scheme}", progress => Task.Run(
            () => JournalLines.Export(journal, output, new Share(progress, head), cancel), cancel));
        screen.Note($"{scheme}：已导出 {rows:#,0} 行。", $"{scheme}: {rows:#,0} rows exported.");
        return Endings.Done;
    }

    private static async Task<int> Import(ParseResult parsed, Screen screen, CancellationToken cancel)
    {
        if (parsed.GetValue(Common.Scheme) is not { } scheme)
        {
            screen.Error("请用 --scheme 指定市场名（与文件中一致）。", "Name the market with --scheme, as it stands in the file.");
            return Endings.Usage;
        }

        var path = parsed.GetValue(Target)!;
        await using var input = path == "-" ? Console.OpenStandardInput() : File.OpenRead(path);
        using var journal = Common.Store(parsed).Open(scheme);
        var outcome = await screen.Progress($"导入 {scheme}", $"Importing {scheme}", progress => Task.Run(
            () => JournalLines.Import(journal, input, new Position(progress, input), cancel), cancel));
        if (outcome.IsRefused(out var refusal))
        {
            return screen.Refuse(refusal);
        }

        screen.Note($"{scheme}：已导入 {outcome.Value:#,0} 行。", $"{scheme}: {outcome.Value:#,0} rows imported.");
        return Endings.Done;
    }

    private sealed class Share(IProgress<double> share, long all) : IProgress<long>
    {
        public void Report(long value) => share.Report((double)value / all);
    }

    private sealed class Position(IProgress<double> share, Stream input) : IProgress<long>
    {
        public void Report(long value) =>
            share.Report(input.CanSeek ? (double)input.Position / Math.Max(1, input.Length) : 0);
    }
}
