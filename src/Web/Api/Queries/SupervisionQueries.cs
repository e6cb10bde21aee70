using Tanheng.Quantities;
using Tanheng.Scheme.Supervision;
using Tanheng.Web.Api.Shapes;

namespace Tanheng.Web.Api.Queries;

/// <summary>
/// Halts for everybody; restrictions, relations and inquiries for officials and for whom they are about; alerts for
/// officials alone.
/// </summary>
internal static class SupervisionQueries
{
    public static IEnumerable<Operation> All => [.. Public, .. Alerts, .. Files];

    private static IEnumerable<Operation> Public =>
    [
        Query.List(
            "list-halts",
            "/market/halts",
            Audience.Everyone,
            new("停牌与复牌，按时间先后", "Halts of trading, oldest first"),
            look => look.State.Supervision.Notices.Select((notice, at) => HaltView.Of(notice, at + 1))
                .Where(halt => look.Call.Text("instrument") is not { } only || halt.Instrument?.Code == only),
            halt => Query.Key(halt.Number),
            new Parameter(
                "instrument",
                ParameterKind.Text,
                new Text("标的，如 CEA-2022", "Units with their vintage, such as CEA-2022"))),
    ];

    private static IEnumerable<Operation> Alerts =>
    [
        Query.List(
            "list-alerts",
            "/alerts",
            Audience.Officials,
            new("交易监控的预警及证据", "Alerts of surveillance with their evidence"),
            look => look.State.Supervision.Alerts
                .Where(alert => look.Call.Wants("kind", alert.Kind) && look.Call.Wants("status", alert.Status)
                    && (look.Call.Holder is not { } only || alert.Holders.Contains(only)))
                .Select(AlertView.Of),
            alert => Query.Key(alert.Alert.Value),
            Parameters.Holder,
            Parameter.Of<AlertKind>("kind", "预警类型", "What was noticed"),
            Parameter.Of<AlertStatus>("status", "处理状态", "What became of it")),
        Query.One<AlertView>(
            "get-alert",
            "/alerts/{alert}",
            Audience.Officials,
            new("一条预警及证据", "One alert with its evidence"),
            look => look.State.Supervision.Find(new AlertId(look.Call.Get<long>("alert"))) is { } alert
                ? AlertView.Of(alert)
                : (AlertView?)null,
            Parameter.Number("alert", "预警编号", "Number of the alert")),
    ];

    private static IEnumerable<Operation> Files =>
    [
        Query.List(
            "list-inquiries",
            "/inquiries",
            Audience.OwnPart,
            new("案卷（主体只见本单位已被问询的）", "Inquiries; a holder sees its own once it has been asked"),
            look => look.State.Supervision.Inquiries
                .Where(one => IsFor(look, one) && look.Call.Wants("status", one.Status)
                    && (look.Call.Holder is not { } only || only == one.Holder))
                .Select(one => InquiryView.Of(one, look.Sight.Everything)),
            one => Query.Key(one.Inquiry.Value),
            Parameters.Holder,
            Parameter.Of<InquiryStatus>("status", "案卷状态", "Where it is")),
        Query.One<InquiryView>(
            "get-inquiry",
            "/inquiries/{inquiry}",
            Audience.OwnPart,
            new("一件案卷", "One inquiry"),
            look => look.State.Supervision.Find(new InquiryId(look.Call.Get<long>("inquiry"))) is { } one
                && IsFor(look, one)
                    ? InquiryView.Of(one, look.Sight.Everything)
                    : (InquiryView?)null,
            Parameter.Number("inquiry", "案卷编号", "Number of the inquiry")),
        Query.List(
            "list-trading-restrictions",
            "/trading-restrictions",
            Audience.OwnPart,
            new("被限制交易的主体", "Holders that may not do everything"),
            look => look.State.Supervision.Restrictions.Values
                .Where(one => look.Sight.Of(one.Holder)
                    && (look.Call.Holder is not { } only || only == one.Holder))
                .OrderBy(one => one.Holder.Value).Select(RestrictionView.Of),
            one => Query.Key(one.Holder.Value),
            Parameters.Holder),
        Query.List(
            "list-relations",
            "/relations",
            Audience.OwnPart,
            new("关联关系", "Holders that belong together"),
            look => look.State.Supervision.Relations.Select((one, at) => RelationView.Of(one, at + 1))
                .Where(one => (look.Sight.Of(one.Holder) || look.Sight.Of(one.Other))
                    && (look.Call.Holder is not { } only || only == one.Holder || only == one.Other)),
            one => Query.Key(one.Number),
            Parameters.Holder),
    ];

    private static bool IsFor(Look look, Inquiry one) => look.Sight.Everything
        || (look.Sight.Of(one.Holder) && Inquiries.IsKnown(one));
}
