using Tanheng.Quantities;

namespace Tanheng.Rulebook;

/// <summary>
/// Why a rulebook is refused, first part: its text and its values. Every sentence says what to change.
/// </summary>
public static partial class RulebookRefusals
{
    /// <summary>The text cannot be parsed.</summary>
    public static readonly RefusalCode NotYaml = RefusalCode.Final(
        8001, "rulebook-not-yaml",
        "此处不是有效的 YAML：{problem}；请更正格式（缩进、引号、冒号后的空格）。",
        "This is not valid YAML: {problem}; correct the form (indentation, quotes, the blank after a colon).");

    /// <summary>A key nobody reads.</summary>
    public static readonly RefusalCode UnknownKey = RefusalCode.Final(
        8002, "rulebook-unknown-key",
        "不认识字段“{key}”；请删除或更正。最接近的是：{nearest}；此处可用：{allowed}。",
        "The key \"{key}\" is unknown; remove or correct it. Nearest: {nearest}; allowed here: {allowed}.");

    /// <summary>A key that must be there.</summary>
    public static readonly RefusalCode MissingKey = RefusalCode.Final(
        8003, "rulebook-missing-key",
        "缺少字段“{key}”；请补充。",
        "The key \"{key}\" is missing; add it.");

    /// <summary>A key that stands twice in one mapping.</summary>
    public static readonly RefusalCode DuplicateKey = RefusalCode.Final(
        8004, "rulebook-duplicate-key",
        "字段“{key}”重复（首次在第 {first} 行）；请只保留一个。",
        "The key \"{key}\" stands twice (first in line {first}); keep one of them.");

    /// <summary>A list where a text belongs, and the like.</summary>
    public static readonly RefusalCode WrongShape = RefusalCode.Final(
        8005, "rulebook-wrong-shape",
        "此处的写法应为 {expected}；请改写。",
        "The form expected here is {expected}; rewrite it.");

    /// <summary>A word outside a closed list.</summary>
    public static readonly RefusalCode NotAChoice = RefusalCode.Final(
        8006, "rulebook-not-a-choice",
        "“{value}”不在可选值之内；最接近的是：{nearest}；只能是：{allowed}。",
        "\"{value}\" is not a choice; nearest: {nearest}; it can only be one of: {allowed}.");

    /// <summary>A value that cannot be read as what belongs there.</summary>
    public static readonly RefusalCode BadValue = RefusalCode.Final(
        8007, "rulebook-bad-value",
        "“{value}”不能用在此处；请写成 {example} 的样子。",
        "\"{value}\" cannot stand here; write it like {example}.");

    /// <summary>A day that does not exist or is written in another way.</summary>
    public static readonly RefusalCode BadDate = RefusalCode.Final(
        8008, "rulebook-bad-date",
        "“{value}”不是有效日期；请写成 {example} 的样子。",
        "\"{value}\" is not a valid date; write it like {example}.");

    /// <summary>A share below 0 % or above 100 %, or no share at all.</summary>
    public static readonly RefusalCode BadShare = RefusalCode.Final(
        8009, "rulebook-bad-share",
        "“{value}”不是 0 % 至 100 % 之间的比例；请写成 70 % 的样子。",
        "\"{value}\" is not a share from 0 % to 100 %; write it like 70 %.");

    /// <summary>An amount of money in another currency.</summary>
    public static readonly RefusalCode OtherCurrency = RefusalCode.Final(
        8010, "rulebook-other-currency",
        "“{value}”不是本规则书的货币 {currency}；请统一货币。",
        "\"{value}\" is not in the rulebook's currency {currency}; use one currency.");

    /// <summary>No such time zone on this system.</summary>
    public static readonly RefusalCode UnknownTimeZone = RefusalCode.Final(
        8011, "rulebook-unknown-time-zone",
        "不认识时区“{value}”；请使用 IANA 名称，例如 Asia/Shanghai。",
        "The time zone \"{value}\" is unknown; use an IANA name such as Asia/Shanghai.");

    /// <summary>A <c>source:</c> that leads nowhere.</summary>
    public static readonly RefusalCode UnknownSource = RefusalCode.Final(
        8012, "rulebook-unknown-source",
        "依据“{value}”未在 sources 中列出（最接近的是：{nearest}）；请先列出该法规或方案，再引用其代号。",
        "The source \"{value}\" is not listed under sources (nearest: {nearest}); "
        + "list the law or plan there and cite its key.");

    /// <summary>A rule marked as law that cites nothing but a draft.</summary>
    public static readonly RefusalCode DraftIsNotLaw = RefusalCode.Final(
        8013, "rulebook-draft-is-not-law",
        "依据“{value}”是征求意见稿，状态不能为 law；请改为 draft 或引用正式文件。",
        "\"{value}\" is a draft for comment, so the status cannot be law; write draft or cite the text in force.");

    /// <summary>A file to include that is not there.</summary>
    public static readonly RefusalCode IncludeNotFound = RefusalCode.Final(
        8014, "rulebook-include-not-found",
        "找不到被引用的文件“{value}”；请放到规则书旁边的该路径，或更正路径（不得含 .. 或盘符）。",
        "The included file \"{value}\" is not there; put it at that path beside the rulebook, "
        + "or correct the path (without .. and without a root).");

    /// <summary>A list that must name something.</summary>
    public static readonly RefusalCode EmptyList = RefusalCode.Final(
        8015, "rulebook-empty-list",
        "此列表不能为空；请至少写一项。",
        "This list must not be empty; name at least one.");

    /// <summary>The same thing named twice in a list.</summary>
    public static readonly RefusalCode NamedTwice = RefusalCode.Final(
        8016, "rulebook-named-twice",
        "“{value}”重复出现；请只保留一个。",
        "\"{value}\" is named twice; keep one of them.");
}
