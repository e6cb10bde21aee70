using Tanheng.Quantities;

namespace Tanheng.Engine.Journal;

/// <summary>Why the shell around the scheme says no.</summary>
public static class JournalRefusals
{
    /// <summary>The id was used for something else.</summary>
    public static readonly RefusalCode RepeatedIdOtherInput = RefusalCode.Final(
        9001,
        "repeated-id-other-input",
        "命令编号 {id} 已用于另一项内容不同的命令（第 {sequence} 行）：请换用新的编号。",
        "The command id {id} was used for a different command (row {sequence}): send this one under a new id.");

    /// <summary>This process only follows.</summary>
    public static readonly RefusalCode NotLeader = RefusalCode.Passing(
        9002,
        "not-leader",
        "本进程不是写入方，当前写入方为 {holder}：请改向其提交，或稍后重试。",
        "This process does not write; {holder} does: send the command there, or try again shortly.");

    /// <summary>The append failed or the process is going down.</summary>
    public static readonly RefusalCode UnknownOutcome = RefusalCode.Passing(
        9003,
        "unknown-outcome",
        "写入日志时中断，结果未知：请用同一命令编号重试，系统会给出原结果或执行一次。",
        "The journal was interrupted and the outcome is unknown: repeat with the same command id; it happens once.");

    /// <summary>The database cannot be reached or is locked.</summary>
    public static readonly RefusalCode StoreUnavailable = RefusalCode.Passing(
        9004,
        "store-unavailable",
        "存储不可用：{problem}。请检查数据库或数据目录后重试。",
        "The store is not available: {problem}. Check the database or the data directory and try again.");

    /// <summary>Too much waits already.</summary>
    public static readonly RefusalCode QueueFull = RefusalCode.Passing(
        9005, "queue-full", "等待处理的命令已达 {limit} 条：请稍后重试。", "{limit} commands wait already: try again shortly.");

    /// <summary>Going down.</summary>
    public static readonly RefusalCode Stopping = RefusalCode.Passing(
        9006, "stopping", "服务正在停止：请稍后重试。", "The service is stopping: try again shortly.");

    /// <summary>A use case failed where it should have refused.</summary>
    public static readonly RefusalCode Defect = RefusalCode.Final(
        9007,
        "defect",
        "执行 {command} 时出现程序缺陷（{problem}），未作任何更改：请报告。",
        "{command} met a defect of the program ({problem}); nothing was changed: please report it.");

    /// <summary>A text that cannot stand in a row.</summary>
    public static readonly RefusalCode BadText = RefusalCode.Final(
        9008,
        "bad-text",
        "{field} 须为 1 至 200 个可见字符，不含换行。",
        "{field} must be 1 to 200 visible characters without line breaks.");

    /// <summary>A row that was changed after it was written.</summary>
    public static readonly RefusalCode EditedRow = RefusalCode.Final(
        9010,
        "edited-row",
        "日志第 {sequence} 行（文件第 {line} 行）的哈希与内容不符：该行被改动过，请用未改动的副本。",
        "Row {sequence} (line {line}) does not have the hash of its content: it was edited; use an untouched copy.");

    /// <summary>A row that does not follow on the one before.</summary>
    public static readonly RefusalCode BrokenChain = RefusalCode.Final(
        9011,
        "broken-chain",
        "日志第 {sequence} 行（文件第 {line} 行）与上一行不衔接：有行缺失、重复或次序颠倒。",
        "Row {sequence} (line {line}) does not follow on the row before it: "
            + "rows are missing, repeated or out of order.");

    /// <summary>A line that is no row.</summary>
    public static readonly RefusalCode UnreadableRow = RefusalCode.Final(
        9012,
        "unreadable-row",
        "第 {line} 行不是日志行：{problem}",
        "Line {line} is not a row of a journal: {problem}");

    /// <summary>An import into something that is not empty.</summary>
    public static readonly RefusalCode NotEmpty = RefusalCode.Final(
        9013,
        "journal-not-empty",
        "市场 {scheme} 的日志已有 {rows} 行：只能导入到空日志。",
        "The journal of {scheme} has {rows} rows already: import goes into an empty journal only.");

    /// <summary>Events that no longer apply.</summary>
    public static readonly RefusalCode UnreadableEvents = RefusalCode.Final(
        9014,
        "unreadable-events",
        "日志第 {sequence} 行的事件无法读取或应用：{problem}",
        "The events of row {sequence} cannot be read or applied: {problem}");

    /// <summary>Content that is not what its name says.</summary>
    public static readonly RefusalCode WrongAttachmentHash = RefusalCode.Final(
        9020,
        "wrong-attachment-hash",
        "附件内容的 SHA-256 为 {actual}，与声明的 {claimed} 不符：请重新上传。",
        "The attachment's SHA-256 is {actual}, not {claimed} as claimed: upload it again.");

    /// <summary>Too big.</summary>
    public static readonly RefusalCode AttachmentTooLarge = RefusalCode.Final(
        9021,
        "attachment-too-large",
        "附件为 {size} 字节，超过上限 {limit} 字节：请压缩或拆分。",
        "The attachment has {size} bytes, more than {limit}: compress or split it.");

    /// <summary>A scheme id that cannot name a file or a row.</summary>
    public static readonly RefusalCode BadSchemeId = RefusalCode.Final(
        9022,
        "bad-scheme-id",
        "市场编号 {scheme} 无效：请用 1 至 60 个小写字母、数字或连字符。",
        "The scheme id {scheme} is not valid: use 1 to 60 lower-case letters, digits or hyphens.");

    /// <summary>A database written by a newer program.</summary>
    public static readonly RefusalCode NewerSchema = RefusalCode.Final(
        9023,
        "newer-schema",
        "数据库结构版本为 {found}，本程序只认识到 {known}：请升级程序。",
        "The database has schema version {found}, this program knows {known}: upgrade the program.");
}
