namespace Tanheng.Rulebook;

/// <summary>
/// 异议: how long an entity may object to a verification or an allocation, and how long the answer may take.
/// </summary>
public sealed record ObjectionRule : Rule
{
    /// <summary>
    /// The measures for the administration of carbon emission trading (trial): 7 working days, answer in 10.
    /// </summary>
    public static ObjectionRule Default { get; } = new()
    {
        Cite = new Citation("碳排放权交易管理办法（试行）", Standing.Law),
        FileWorkingDays = 7,
        AnswerWorkingDays = 10,
    };

    /// <summary>Working days after the result was told in which an objection is heard.</summary>
    public required int FileWorkingDays { get; init; }

    /// <summary>Working days after the objection in which it is answered.</summary>
    public required int AnswerWorkingDays { get; init; }
}
