using System.Data.Common;
using Tanheng.Cli.Output;
using Tanheng.Cli.Scenarios;
using Tanheng.Engine.Journal;
using Tanheng.Engine.Markets;

namespace Tanheng.Cli.Commands;

/// <summary>Exit codes, and what is said before.</summary>
internal static class Endings
{
    public const int Done = 0;
    public const int Refused = 1;
    public const int Usage = 2;
    public const int Failure = 3;
    public const int Cancelled = 130;

    /// <summary>The exit code for what went wrong; the sentence goes to the error output.</summary>
    public static int Of(Exception problem, Screen screen)
    {
        switch (problem)
        {
            case OperationCanceledException:
                screen.Error("已取消，未完成的部分没有写入。", "Cancelled; what was not finished was not written.");
                return Cancelled;
            case BrokenJournalException { Refusal: { } refusal }:
                return screen.Refuse(refusal);
            case StoreRefusedException { Refusal: { } refusal }:
                return screen.Refuse(refusal);
            case ScenarioException or MarketFileException or InputException:
                screen.Error(problem.Message, problem.Message);
                return Refused;
            case FileNotFoundException or DirectoryNotFoundException:
                screen.Error($"找不到文件：{problem.Message}", $"File not found: {problem.Message}");
                return Usage;
            case DbException or IOException or UnauthorizedAccessException:
                screen.Error($"存储不可用：{problem.Message}", $"The store cannot be used: {problem.Message}");
                return Failure;
            default:
                screen.Error($"程序故障，数据没有改变：{problem}", $"A defect; no data has changed: {problem}");
                return Failure;
        }
    }
}

/// <summary>Something the user gave cannot be used; the message says what and where.</summary>
internal sealed class InputException(string message) : Exception(message);
