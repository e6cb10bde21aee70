using System.CommandLine;
using Tanheng.Cli.Output;
using Tanheng.Engine.Views;

namespace Tanheng.Cli.Commands;

/// <summary><c>tanheng views rebuild</c>: throws the read tables away and makes them from the journal.</summary>
internal static class ViewsCommand
{
    public static Command Build()
    {
        var rebuild = new Command("rebuild", "由日志重建查询表 | make the read tables anew from the journal");
        rebuild.Does(Rebuild);
        return new Command("views", "查询表 | read tables") { rebuild };
    }

    private static async Task<int> Rebuild(ParseResult parsed, Screen screen, CancellationToken cancel)
    {
        var store = Common.Store(parsed);
        if (!store.Choose(parsed.GetValue(Common.Scheme)).Try(out var scheme, out var refusal))
        {
            return screen.Refuse(refusal);
        }

        using var journal = store.Open(scheme);
        using var views = store.OpenViews(scheme);
        var all = Math.Max(1, journal.Head().Sequence);
        var rows = await screen.Progress($"重建 {scheme}", $"Rebuilding {scheme}", progress => Task.Run(
            () => ViewWriter.Rebuild(journal, views, new Share(progress, all), cancel), cancel));
        if (screen.Json)
        {
            Screen.Write(new { scheme, rows });
        }
        else
        {
            screen.Line($"{scheme}：查询表已重建，覆盖 {rows:#,0} 行。", $"{scheme}: read tables made anew, {rows:#,0} rows.");
        }

        return Endings.Done;
    }

    private sealed class Share(IProgress<double> share, long all) : IProgress<long>
    {
        public void Report(long value) => share.Report((double)value / all);
    }
}
