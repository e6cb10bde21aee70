using Tanheng.Ledger;
using Tanheng.Methodology;
using Tanheng.Quantities;
using Tanheng.Rulebook;
using Tanheng.Scheme;
using Tanheng.Scheme.Allocation;
using Tanheng.Scheme.Compliance;
using Tanheng.Scheme.Registry;
using Tanheng.Scheme.Trading;

namespace Tanheng.Web.Portal;

/// <summary>The words of the scheme's own enumerations. A new member without a name fails a test.</summary>
public static partial class Names
{
    /// <summary>A calendar step.</summary>
    public static Text Of(Step step) => step switch
    {
        Step.MonitoringPlan => new("数据质量控制方案", "Monitoring plan"),
        Step.Report => new("年度排放报告", "Annual report"),
        Step.Verification => new("核查", "Verification"),
        Step.PreAllocation => new("预分配", "Pre-allocation"),
        Step.Allocation => new("核定配额发放", "Final allocation"),
        Step.SurrenderMilestone => new("清缴进度节点", "Surrender milestone"),
        Step.Surrender => new("清缴截止", "Surrender"),
        Step.Publication => new("信息公开", "Publication"),
        _ => throw new ArgumentOutOfRangeException(nameof(step)),
    };

    /// <summary>Where an obligation stands.</summary>
    public static Text Of(ObligationStatus status) => status switch
    {
        ObligationStatus.Open => new("待清缴", "Open"),
        ObligationStatus.Met => new("按时足额", "Met"),
        ObligationStatus.Short => new("未足额", "Short"),
        ObligationStatus.MetLate => new("逾期补足", "Met late"),
        _ => throw new ArgumentOutOfRangeException(nameof(status)),
    };

    /// <summary>The colour of a status.</summary>
    public static string Tone(ObligationStatus status) => status switch
    {
        ObligationStatus.Met => "good",
        ObligationStatus.Short => "bad",
        ObligationStatus.MetLate => "warn",
        _ => "",
    };

    /// <summary>A compartment.</summary>
    public static Text Of(Compartment compartment) => compartment switch
    {
        Compartment.Free => new("可用", "Free"),
        Compartment.OnOrder => new("委托占用", "On order"),
        Compartment.Pledged => new("质押", "Pledged"),
        Compartment.Frozen => new("冻结", "Frozen"),
        Compartment.Unsettled => new("未交收", "Unsettled"),
        _ => throw new ArgumentOutOfRangeException(nameof(compartment)),
    };

    /// <summary>A kind of account.</summary>
    public static Text Of(AccountKind kind) => kind switch
    {
        AccountKind.Registry => new("登记账户", "Registry account"),
        AccountKind.Trading => new("交易账户", "Trading account"),
        AccountKind.Provincial => new("省级账户", "Provincial account"),
        AccountKind.Custody => new("省级代管账户", "Custody account"),
        AccountKind.Issuance => new("签发", "Issuance"),
        AccountKind.Surrendered => new("已清缴", "Surrendered"),
        AccountKind.Cancelled => new("已注销", "Cancelled"),
        AccountKind.Expired => new("已失效或结转", "Expired or converted"),
        AccountKind.Bank => new("结算银行", "Settlement bank"),
        AccountKind.Treasury => new("国库", "Treasury"),
        AccountKind.Receivable => new("应收", "Receivable"),
        AccountKind.ExchangeFees => new("交易手续费", "Exchange fees"),
        AccountKind.Suspense => new("待查资金", "Suspense"),
        AccountKind.RiskReserve => new("风险准备金", "Risk reserve"),
        AccountKind.AuctionRevenue => new("拍卖收入", "Auction revenue"),
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    /// <summary>A side of a trade.</summary>
    public static Text Of(OrderSide side) => side == OrderSide.Buy ? new("买入", "Buy") : new("卖出", "Sell");

    /// <summary>A way of trading.</summary>
    public static Text Of(TradingMode mode) => mode switch
    {
        TradingMode.Listed => new("挂牌协议", "Listed"),
        TradingMode.Block => new("大宗协议", "Block"),
        TradingMode.Priced => new("定价申报", "Priced offer"),
        TradingMode.Intention => new("意向申报", "Intention"),
        TradingMode.Deal => new("成交申报", "Registered deal"),
        TradingMode.Otc => new("场外交易", "Outside the venue"),
        _ => throw new ArgumentOutOfRangeException(nameof(mode)),
    };

    /// <summary>Where an order is in its life.</summary>
    public static Text Of(OrderStatus status) => status switch
    {
        OrderStatus.Open => new("挂牌中", "Open"),
        OrderStatus.Filled => new("全部成交", "Filled"),
        OrderStatus.Cancelled => new("已撤单", "Cancelled"),
        OrderStatus.Expired => new("已过期", "Expired"),
        _ => throw new ArgumentOutOfRangeException(nameof(status)),
    };

    /// <summary>How firmly a rule is known.</summary>
    public static Text Of(Standing standing) => standing switch
    {
        Standing.Law => new("法规原文", "Law"),
        Standing.Unverified => new("未核对", "Unverified"),
        Standing.Draft => new("征求意见稿", "Draft"),
        Standing.Parameter => new("参数", "Parameter"),
        _ => throw new ArgumentOutOfRangeException(nameof(standing)),
    };

    /// <summary>The colour of a standing.</summary>
    public static string Tone(Standing standing) => standing switch
    {
        Standing.Law => "good",
        Standing.Parameter => "info",
        _ => "warn",
    };

    /// <summary>What sort of text a source is.</summary>
    public static Text Of(SourceKind kind) => kind switch
    {
        SourceKind.Law => new("法律法规", "Law or regulation"),
        SourceKind.Measure => new("部门规章", "Ministerial measures"),
        SourceKind.Plan => new("分配方案", "Allocation plan"),
        SourceKind.Notice => new("通知公告", "Notice"),
        SourceKind.Draft => new("征求意见稿", "Draft for comment"),
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    /// <summary>How firmly a formula is known.</summary>
    public static Text Of(MethodStatus status) => status switch
    {
        MethodStatus.InForce => new("现行有效", "In force"),
        MethodStatus.Unverified => new("未核对", "Unverified"),
        MethodStatus.Draft => new("征求意见稿", "Draft"),
        _ => throw new ArgumentOutOfRangeException(nameof(status)),
    };

    /// <summary>The colour of how firmly a formula is known.</summary>
    public static string Tone(MethodStatus status) => status == MethodStatus.InForce ? "good" : "warn";

    /// <summary>A way to round.</summary>
    public static Text Of(Rounding rounding) => rounding switch
    {
        Rounding.Floor => new("向下", "down"),
        Rounding.Ceiling => new("向上", "up"),
        Rounding.HalfUp => new("四舍五入", "half up"),
        Rounding.HalfEven => new("四舍六入五成双", "half to even"),
        Rounding.Truncate => new("截断", "towards zero"),
        _ => throw new ArgumentOutOfRangeException(nameof(rounding)),
    };

    /// <summary>A sector of a rulebook; one that is not known here keeps its code.</summary>
    public static Text OfSector(string code) => code switch
    {
        "power" => new("发电", "Power"),
        "steel" => new("钢铁", "Steel"),
        "cement" => new("水泥", "Cement"),
        "aluminium" => new("铝冶炼", "Aluminium"),
        "industry" => new("工业", "Industry"),
        "installation" => new("固定设施", "Stationary installation"),
        _ => new(code, code),
    };

    /// <summary>What a calculated figure is for.</summary>
    public static Text Of(FigureKind kind) => kind switch
    {
        FigureKind.PreAllocation => new("预分配", "Pre-allocation"),
        FigureKind.Final => new("核定", "Determination"),
        FigureKind.NewFacility => new("新增设施", "New facility"),
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    /// <summary>An act that the law punishes.</summary>
    public static Text Of(Offence offence) => offence switch
    {
        Offence.SurrenderShortfall => new("未足额清缴", "Shortfall"),
        Offence.NoReport => new("未按规定报送", "No report"),
        Offence.FalseReport => new("数据弄虚作假", "False report"),
        Offence.FalseTest => new("虚假检测报告", "False test report"),
        Offence.FalseService => new("虚假技术服务报告", "False service report"),
        Offence.Manipulation => new("操纵市场", "Market manipulation"),
        Offence.Disturbance => new("扰乱市场秩序", "Disturbing the market"),
        Offence.Obstruction => new("拒绝、阻挠检查", "Obstructing inspection"),
        Offence.BarredTrading => new("禁止交易人员持有或交易", "Trading by barred staff"),
        _ => throw new ArgumentOutOfRangeException(nameof(offence)),
    };

    /// <summary>The life of an account.</summary>
    public static Text Of(AccountStatus status) => status switch
    {
        AccountStatus.Applied => new("已申请", "Applied"),
        AccountStatus.Reviewed => new("已审核", "Reviewed"),
        AccountStatus.Active => new("正常", "Active"),
        AccountStatus.Restricted => new("受限", "Restricted"),
        AccountStatus.Frozen => new("冻结", "Frozen"),
        AccountStatus.Closed => new("已销户", "Closed"),
        AccountStatus.Rejected => new("已驳回", "Rejected"),
        AccountStatus.Suspended => new("已停用", "Suspended"),
        AccountStatus.Blocked => new("对账锁定", "Blocked"),
        _ => throw new ArgumentOutOfRangeException(nameof(status)),
    };

    /// <summary>A group of the navigation; the group of a holder is headed by the holder's name.</summary>
    public static Text Of(PlaceGroup group) => group switch
    {
        PlaceGroup.Work => new("我的工作", "My work"),
        PlaceGroup.Holder => new("我的单位", "My company"),
        PlaceGroup.Verifier => new("核查", "Verification"),
        PlaceGroup.Authority => new("主管部门", "Authority"),
        PlaceGroup.Operator => new("登记与交易", "Operators"),
        PlaceGroup.Oversight => new("全局查阅", "Oversight"),
        PlaceGroup.Market => new("市场公开信息", "Public market"),
        PlaceGroup.Grounds => new("规则与凭据", "Rules and records"),
        _ => throw new ArgumentOutOfRangeException(nameof(group)),
    };

    /// <summary>A time zone as people call it, with its distance from UTC.</summary>
    public static Text OfZone(TimeZoneInfo zone)
    {
        var hours = zone.BaseUtcOffset;
        var offset = $"UTC{(hours < TimeSpan.Zero ? "−" : "+")}{hours:hh\\:mm}";
        return zone.Id is "Asia/Shanghai" or "China Standard Time"
            ? new Text("北京时间", $"China time ({offset})")
            : new Text($"{zone.Id}（{offset}）", $"{zone.Id} ({offset})");
    }
}
