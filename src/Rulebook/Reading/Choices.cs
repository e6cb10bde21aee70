using System.Text;
using Tanheng.Quantities;

namespace Tanheng.Rulebook.Reading;

/// <summary>The closed lists of words: every enum in kebab-case.</summary>
internal static class Choices
{
    public static readonly Kind<Standing> Standing = Of<Standing>();
    public static readonly Kind<SourceKind> SourceKind = Of<SourceKind>();
    public static readonly Kind<UnitKind> UnitKind = Of<UnitKind>();
    public static readonly Kind<AccountKind> AccountKind = Of<AccountKind>();
    public static readonly Kind<Rounding> Rounding = Of<Rounding>();
    public static readonly Kind<Role> Role = Of<Role>();
    public static readonly Kind<Step> Step = Of<Step>();
    public static readonly Kind<AtDeadline> AtDeadline = Of<AtDeadline>();
    public static readonly Kind<Offence> Offence = Of<Offence>();
    public static readonly Kind<FineBasis> FineBasis = Of<FineBasis>();
    public static readonly Kind<NextCut> NextCut = Of<NextCut>();
    public static readonly Kind<Runs> Runs = Of<Runs>();
    public static readonly Kind<Executes> Executes = Of<Executes>();
    public static readonly Kind<ApprovalWhen> ApprovalWhen = Of<ApprovalWhen>();
    public static readonly Kind<HolderKind> HolderKind = Of<HolderKind>();
    public static readonly Kind<HolderField> HolderField = Of<HolderField>();
    public static readonly Kind<Usable> Usable = Of<Usable>();
    public static readonly Kind<AuctionKind> AuctionKind = Of<AuctionKind>();
    public static readonly Kind<Marginal> Marginal = Of<Marginal>();
    public static readonly Kind<Undersubscribed> Undersubscribed = Of<Undersubscribed>();
    public static readonly Kind<Consignment> Consignment = Of<Consignment>();
    public static readonly Kind<Taking> Taking = Of<Taking>();
    public static readonly Kind<OtcSettlement> OtcSettlement = Of<OtcSettlement>();
    public static readonly Kind<PlanSection> PlanSection = Of<PlanSection>();
    public static readonly Kind<DayOfWeek> DayOfWeek = Of<DayOfWeek>();

    /// <summary>What a duty to publish can be about.</summary>
    public static readonly IReadOnlyList<string> Disclosures =
    [
        "coverage-list", "verification", "surrender-result", "allocation", "entity-report", "service-bodies",
        "transactions",
    ];

    /// <summary>The word of an enum's member: <c>SurrenderMilestone</c> is <c>surrender-milestone</c>.</summary>
    public static string Word<T>(T value)
        where T : struct, Enum
    {
        var word = new StringBuilder();
        foreach (var letter in value.ToString())
        {
            if (char.IsAsciiLetterUpper(letter) && word.Length > 0)
            {
                word.Append('-');
            }

            word.Append(char.ToLowerInvariant(letter));
        }

        return word.ToString();
    }

    private static Kind<T> Of<T>()
        where T : struct, Enum =>
        Kinds.Choice(Enum.GetValues<T>().ToDictionary(Word, StringComparer.Ordinal));
}
