using System.Globalization;
using Tanheng.Quantities;

namespace Tanheng.Web.Actions.Forms;

/// <summary>What is said at a field that cannot be read.</summary>
public static class FormTexts
{
    /// <summary>Nothing is given.</summary>
    public static readonly Text Missing = new("请填写此项。", "Fill in this field.");

    /// <summary>Not whole tonnes.</summary>
    public static readonly Text WholeTonnes = new(
        "请填写整数吨，如 1000 或 1,000。", "Give whole tonnes, such as 1000 or 1,000.");

    /// <summary>Not a whole number.</summary>
    public static readonly Text WholeNumber = new("请填写整数，如 2022。", "Give a whole number, such as 2022.");

    /// <summary>Not a decimal.</summary>
    public static readonly Text Decimal = new(
        "请填写数字，小数点用“.”，如 12.5。", "Give a number with a decimal point, such as 12.5.");

    /// <summary>Not money.</summary>
    public static readonly Text Money = new("请填写金额，如 25000.00。", "Give an amount, such as 25000.00.");

    /// <summary>Not a price.</summary>
    public static readonly Text Price = new("请填写每吨价格，如 70.00。", "Give a price for each tonne, such as 70.00.");

    /// <summary>Not a share.</summary>
    public static readonly Text Percent = new("请填写百分数，如 50。", "Give a percentage, such as 50.");

    /// <summary>Not a day.</summary>
    public static readonly Text Date = new("请填写日期，如 2023-12-31。", "Give a day, such as 2023-12-31.");

    /// <summary>Not a moment.</summary>
    public static readonly Text Moment = new(
        "请填写日期和时间，如 2024-01-01 00:00。", "Give a day and time, such as 2024-01-01 00:00.");

    /// <summary>Not one of the names.</summary>
    public static readonly Text Choice = new("请从列表中选择。", "Choose from the list.");

    /// <summary>Not a period.</summary>
    public static readonly Text Period = new(
        "请填写年度或周期，如 2022 或 2019-2020。", "Give a year or period, such as 2022 or 2019-2020.");

    /// <summary>Not serials.</summary>
    public static readonly Text Serials = new(
        "请按升序填写序列号，如 1001-2000,3001-3500。", "Give serials in ascending order, such as 1001-2000,3001-3500.");

    /// <summary>Not a hash.</summary>
    public static readonly Text Hash = new(
        "SHA-256 是 64 位十六进制数字。", "A SHA-256 is 64 hexadecimal digits.");

    /// <summary>A code that could be guessed.</summary>
    public static readonly Text CodeTooShort = new("至少 16 个字符。", "At least 16 characters.");

    /// <summary>Not an asset.</summary>
    public static readonly Text Asset = new("请填写标的代码，如 CEA-2022。", "Give the code of an asset, such as CEA-2022.");

    /// <summary>Not a method.</summary>
    public static readonly Text Method = new(
        "请填写方法学及版本，如 allocation/cn-power@2022。", "Give a method and its version, such as allocation/cn-power@2022.");

    /// <summary>Not known.</summary>
    public static readonly Text Unknown = new(
        "没有这个编号或代码，请核对后重填。", "There is no such number or code; check it and try again.");

    /// <summary>Letters that are not text.</summary>
    public static readonly Text Controls = new("含有不可见的控制字符，请删除。", "Remove the invisible control characters.");

    /// <summary>Not JSON of inputs.</summary>
    public static readonly Text Inputs = new(
        "请填写一个 JSON 对象，如 {\"share\": 0.7}。", "Give one JSON object, such as {\"share\": 0.7}.");

    /// <summary>Read, but the whole does not fit.</summary>
    public static readonly Text Whole = new("表单内容不完整，请核对。", "The form is not complete; check it.");

    /// <summary>Longer than it may be.</summary>
    public static Text TooLong(int most)
    {
        var limit = most.ToString("#,0", CultureInfo.InvariantCulture);
        return new Text($"最多 {limit} 个字符。", $"At most {limit} characters.");
    }

    /// <summary>Outside what the method allows.</summary>
    public static Text Outside(string range) => new($"取值范围为 {range}。", $"The value must be within {range}.");
}
