using System.CommandLine;
using Tanheng.Cli.Output;
using Tanheng.Engine.Verifying;

namespace Tanheng.Cli.Commands;

/// <summary><c>tanheng verify</c>: every hash, the chain, every invariant, and a second replay.</summary>
internal static class VerifyCommand
{
    public static Command Build()
    {
        var command = new Command(
            "verify", "核验日志：全部哈希、不变量与重放 | verify the journal: every hash, every invariant, the replay");
        command.Does(Verify);
        return command;
    }

    private static async Task<int> Verify(ParseResult parsed, Screen screen, CancellationToken cancel)
    {
        var store = Common.Store(parsed);
        if (!store.Choose(parsed.GetValue(Common.Scheme)).Try(out var scheme, out var refusal))
        {
            return screen.Refuse(refusal);
        }

        using var journal = store.Open(scheme);
        var result = await screen.Progress($"核验 {scheme}", $"Verifying {scheme}", progress => Task.Run(
            () => Verification.Run(journal, StateChecks.OfScheme, progress: new Rows(progress), cancel: cancel),
            cancel));
        if (screen.Json)
        {
            Screen.Write(new
            {
                result.Scheme,
                rows = result.Head.Sequence,
                head = result.Head.Hash,
                state = result.StateHash,
                result.Holds,
                result.Findings,
            });
        }
        else
        {
            var head = result.Head;
            screen.Line(
                $"{scheme}：{head.Sequence:#,0} 行，末行哈希 {head.Hash}，状态哈希 {result.StateHash}",
                $"{scheme}: {head.Sequence:#,0} rows, last hash {head.Hash}, state hash {result.StateHash}");
            foreach (var finding in result.Findings)
            {
                screen.Error(
                    $"第 {finding.Sequence} 行 [{finding.Check}] {finding.Message}",
                    $"row {finding.Sequence} [{finding.Check}] {finding.Message}");
            }

            screen.Line(
                result.Holds ? "全部成立。" : $"发现 {result.Findings.Count} 处问题。",
                result.Holds ? "Everything holds." : $"{result.Findings.Count} findings.");
        }

        return result.Holds ? Endings.Done : Endings.Refused;
    }

    private sealed class Rows(IProgress<double> share) : IProgress<VerificationProgress>
    {
        public void Report(VerificationProgress value) => share.Report((double)value.Row / Math.Max(1, value.Rows));
    }
}
