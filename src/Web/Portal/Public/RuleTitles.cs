using Tanheng.Quantities;
using Tanheng.Rulebook;
using Tanheng.Web.Actions.Speech;

namespace Tanheng.Web.Portal.Public;

/// <summary>What rules are called, from where they stand in the file.</summary>
public static class RuleTitles
{
    private static readonly Dictionary<string, Text> Groups = new(StringComparer.Ordinal)
    {
        ["calendar"] = new("工作日历", "Calendar of working days"),
        ["units"] = new("碳排放权产品", "Units"),
        ["registry"] = new("注册登记", "Registry"),
        ["periods"] = new("履约周期", "Compliance periods"),
        ["carry_overs"] = new("配额结转", "Carry-over"),
        ["transactions"] = new("交易与划转类型", "Transaction types"),
        ["trading"] = new("交易与结算", "Exchange"),
        ["pledges"] = new("配额质押", "Pledges"),
        ["supervision"] = new("交易监控", "Surveillance"),
        ["auctions"] = new("拍卖与竞价", "Auctions"),
        ["approvals"] = new("双人复核", "Four eyes"),
        ["objections"] = new("异议", "Objections"),
        ["monitoring_plans"] = new("数据质量控制方案审核", "Review of monitoring plans"),
        ["follow_ups"] = new("整改跟踪", "Follow-up of findings"),
        ["penalties"] = new("罚则", "Penalties"),
        ["disclosure"] = new("信息公开", "Disclosure"),
        ["trusted_accounts"] = new("受信账户", "Trusted accounts"),
    };

    private static readonly Dictionary<string, Text> Sections = new(StringComparer.Ordinal)
    {
        ["deadlines"] = new("截止日", "Deadline"),
        ["sectors"] = new("行业", "Sector"),
        ["allocation"] = new("配额分配", "Allocation"),
        ["surrender"] = new("清缴", "Surrender"),
        ["accepts"] = new("可用于清缴", "accepted"),
        ["offsets"] = new("抵销", "Offsets"),
        ["advance"] = new("配额预支", "Advance"),
        ["listed"] = new("挂牌协议", "Listed orders"),
        ["block"] = new("大宗协议", "Blocks"),
        ["prices"] = new("价格取整", "Rounding of prices"),
        ["fees"] = new("交易手续费", "Fees"),
        ["positions"] = new("持仓限额与大户报告", "Position limits"),
        ["cap"] = new("总量上限", "Cap"),
        ["wash_trades"] = new("关联方对倒", "Wash trades"),
        ["close_marking"] = new("尾市操纵", "Marking the close"),
        ["layering"] = new("虚假申报", "Layering"),
        ["price_jump"] = new("价格异动与临时停牌", "Price jump and pause"),
        ["concentration"] = new("成交集中", "Concentration"),
        ["limit_approach"] = new("接近最大持仓量", "Near the position limit"),
        ["cancel_ratio"] = new("异常撤单", "Unusual cancel ratio"),
    };

    /// <summary>The groups of a book in the order of the file.</summary>
    public static IReadOnlyList<(string Key, Text Title)> GroupsOf(IReadOnlyList<RuleLine> rules) =>
        [.. rules.Select(rule => rule.Group).Distinct().Select(group => (group, Group(group)))];

    /// <summary>A group's title.</summary>
    public static Text Group(string group) => Groups.GetValueOrDefault(group) ?? new Text(group, group);

    /// <summary>The title of the rule at a path.</summary>
    public static Text Of(Rulebook.Rulebook book, string path)
    {
        var parts = path.Split('.');
        var rest = parts.Length == 1 ? "" : path[(parts[0].Length + 1)..];
        return parts[0] switch
        {
            "units" => book.Unit(rest)?.Title ?? Group(parts[0]),
            "transactions" => book.Transaction(rest)?.Title ?? Group(parts[0]),
            "penalties" => Penalty(rest),
            "approvals" => Join(Group(parts[0]), ActionWords.TitleOf(rest)),
            "disclosure" => DisclosureList.All.FirstOrDefault(list => list.What == rest)?.Title ?? Group(parts[0]),
            "periods" => Period(parts),
            "auctions" when book.Auction(rest) is { } auction => Join(Group(parts[0]), auction.Title),
            "trading" when parts.Length == 3 && book.Unit(parts[2]) is { } unit => Join(Group(parts[0]), unit.Title),
            "trading" or "supervision" when Sections.GetValueOrDefault(rest) is { } section =>
                Join(Group(parts[0]), section),
            _ when rest.Length > 0 => Join(Group(parts[0]), new Text(rest, rest)),
            _ => Group(parts[0]),
        };
    }

    private static Text Period(string[] parts)
    {
        var title = new Text($"{parts[1]} 年度", parts[1]);
        for (var i = 2; i < parts.Length; i++)
        {
            title = Join(title, parts[i - 1] switch
            {
                "deadlines" => Word<Step>(parts[i]) is { } step ? Names.Of(step) : new Text(parts[i], parts[i]),
                "sectors" => Names.OfSector(parts[i]),
                _ => Sections.GetValueOrDefault(parts[i]) ?? new Text(parts[i], parts[i]),
            });
        }

        return title;
    }

    private static Text Penalty(string word) => Word<Offence>(word) is { } offence
        ? Names.Of(offence)
        : new Text(word, word);

    /// <summary>The member of an enumeration whose name in kebab-case this is, or null.</summary>
    private static T? Word<T>(string word)
        where T : struct, Enum
    {
        foreach (var value in Enum.GetValues<T>())
        {
            if (string.Equals(
                value.ToString(), word.Replace("-", "", StringComparison.Ordinal), StringComparison.OrdinalIgnoreCase))
            {
                return value;
            }
        }

        return null;
    }

    private static Text Join(Text left, Text right) => new($"{left.Zh} · {right.Zh}", $"{left.En} · {right.En}");
}
