using Tanheng.Quantities;
using Tanheng.Web.Actions.Forms;

namespace Tanheng.Web.Actions.Speech;

/// <summary>What people call a field of a command.</summary>
/// <param name="Label">In front of the field.</param>
/// <param name="Hint">Unit, form or consequence; null when the label says all.</param>
/// <param name="Kind">How it is entered where its type does not say.</param>
/// <param name="ItemKind">The same of each line of a list.</param>
/// <param name="MayBeEmpty">True when an empty text is a value too.</param>
public sealed record FieldWord(
    Text Label,
    Text? Hint = null,
    FieldKind? Kind = null,
    FieldKind? ItemKind = null,
    bool MayBeEmpty = false);

/// <summary>
/// The words of every field of every command. A field is called what stands under <c>record.field</c>, else under its
/// plain name; a field without words, and words without a field, fail a test.
/// </summary>
public static partial class FieldWords
{
    /// <summary>Words under a plain name.</summary>
    public static IReadOnlyDictionary<string, FieldWord> Common => common;

    /// <summary>Words under <c>record.field</c>.</summary>
    public static IReadOnlyDictionary<string, FieldWord> Special =>
        both ??= special.Concat(trust).Concat(trading).Concat(settlement).Concat(supervision).Concat(bulletins)
            .Concat(auctions).Concat(modes).Concat(ownership).Concat(pledges)
            .ToDictionary(pair => pair.Key, pair => pair.Value);

    /// <summary>The words of a field.</summary>
    /// <exception cref="KeyNotFoundException">It has none: the test of the words fails.</exception>
    public static FieldWord Of(string owner, string name) => Special.GetValueOrDefault(owner + "." + name)
        ?? (common.TryGetValue(name, out var word)
            ? word
            : throw new KeyNotFoundException($"The field {owner}.{name} has no words."));

    private static FieldWord Word(
        string zh,
        string en,
        string? hintZh = null,
        string? hintEn = null,
        FieldKind? kind = null,
        FieldKind? each = null,
        bool empty = false) =>
        new(new Text(zh, en), hintZh is null ? null : new Text(hintZh, hintEn!), kind, each, empty);

    // Made when first asked for: only then the parts of this class are all there.
    private static Dictionary<string, FieldWord>? both;

    private static readonly Dictionary<string, FieldWord> common = new()
    {
        ["holder"] = Word("单位", "Entity"),
        ["period"] = Word("履约周期", "Compliance period"),
        ["year"] = Word("排放年度", "Emission year", kind: FieldKind.Year),
        ["account"] = Word("账户", "Account", "账号或从列表选择", "Account number, or choose from the list"),
        ["quantity"] = Word("数量", "Quantity", "整数吨（tCO2e）", "Whole tonnes of CO2e"),
        ["unit"] = Word("标的", "Unit type", kind: FieldKind.Unit),
        ["vintage"] = Word("年度标的", "Vintage", "不分年度的标的选“不分年度”",
            "Choose “none” for unit types without vintages", FieldKind.Vintage),
        ["reason"] = Word("理由", "Reason", "将写入日志，永久保存", "Kept in the journal for good", FieldKind.Paragraph),
        ["reference"] = Word("依据文件", "Reference", "文号或文书编号", "Number of the document it stands on"),
        ["evidence"] = Word("证明材料", "Evidence", "上传文件，或填写其 SHA-256",
            "Upload the file, or give its SHA-256"),
        ["attachment"] = Word("附件", "Attachment", "上传文件，或填写其 SHA-256",
            "Upload the file, or give its SHA-256"),
        ["case"] = Word("案件", "Case"),
        ["facility"] = Word("排放设施", "Facility"),
        ["facilities"] = Word("排放设施", "Facilities", "每行一个", "One a line"),
        ["name"] = Word("名称", "Name"),
        ["address"] = Word("地址", "Address"),
        ["province"] = Word("省级主管部门", "Authority", "行政区划代码，如 CN-HB", "Code of the province, such as CN-HB",
            FieldKind.Province),
        ["sector"] = Word("行业", "Sector", "不纳入管理的参与主体留空", "Leave empty for participants that are not covered",
            FieldKind.Sector, empty: true),
        ["representatives"] = Word("单位代表", "Representatives", "提交与复核须由不同的人担任",
            "Who initiates and who approves must be different people"),
        ["user"] = Word("人员", "Person", "登录名", "Name by which the person signs in"),
        ["rights"] = Word("权限", "Rights"),
        ["proposal"] = Word("提案", "Proposal"),
        ["pledge"] = Word("质押", "Pledge", "编号，如 Y1", "Its number, such as Y1"),
        ["number"] = Word("编号", "Number", "如 1", "Such as 1"),
        ["lines"] = Word("报告内容", "Lines", "每台机组（或每个设施）一行", "One for each generating unit, or for the facility"),
        ["findings"] = Word("核查发现", "Findings", "只填写尚未登记的", "Only those not recorded yet"),
        ["given"] = Word("主管部门给定的参数", "Inputs given by the authority",
            "只填系统无法从已核定数据得到的参数", "Only what cannot be taken from accepted data"),
        ["on"] = Word("日期", "Day"),
        ["source"] = Word("数据来源", "Source"),
        ["basisYear"] = Word("依据年度", "Basis year", "留空即周期的前一年", "Leave empty for the year before the period",
            FieldKind.Year),
        ["code"] = Word("代码", "Code", "统一社会信用代码（18 位）或规定的识别码",
            "Unified social credit code (18 characters) or the identifier the rulebook asks for"),
        ["body"] = Word("技术服务机构", "Service body", kind: FieldKind.Body),
        ["attributes"] = Word("机组参数", "Attributes of the unit", "类别、类型、冷却方式、装机容量等不随年度变化的参数",
            "Class, type, cooling, capacity: what does not change from year to year"),
        ["side"] = Word("方向", "Side"),
        ["price"] = Word("价格", "Price", "每吨单价，如 60.00", "For each tonne, such as 60.00"),
        ["order"] = Word("委托", "Order", "委托编号，如 O12", "Its number, such as O12"),
        ["block"] = Word("大宗协议", "Block", "编号，如 B3", "Its number, such as B3"),
        ["auction"] = Word("拍卖", "Auction", "编号，如 1", "Its number, such as 1"),
        ["withdrawal"] = Word("出金", "Withdrawal", "编号，如 W2", "Its number, such as W2"),
        ["amount"] = Word("金额", "Amount", "如 1000.00", "Such as 1000.00"),
        ["rulebook"] = Word("规则手册", "Rulebook"),
        ["includes"] = Word("引用的文件", "Included files"),
        ["methods"] = Word("方法学", "Methods", "规则手册引用的全部方法学", "All methods that the rulebook names"),
    };
}
