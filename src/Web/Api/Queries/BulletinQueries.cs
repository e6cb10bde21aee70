using Tanheng.Quantities;
using Tanheng.Scheme.Bulletins;
using Tanheng.Web.Api.Shapes;
using Tanheng.Web.Portal.Bulletins;

namespace Tanheng.Web.Api.Queries;

/// <summary>公报: bulletins of the exchange and of other markets. Nothing here names a party.</summary>
internal static class BulletinQueries
{
    /// <summary>Above every day's number.</summary>
    private const int Most = 9_999_999;

    private static readonly Parameter Unit = new(
        "unit", ParameterKind.Text, new Text("标的，如 CEA", "Unit family, such as CEA"));

    private static readonly Parameter Kind = Parameter.Of<BulletinKind>("kind", "期间", "How long the period is");

    private static readonly Parameter Key = new(
        "key",
        ParameterKind.Text,
        new Text("期间，如 2023-07-17、2023-W29、2023-07-H2", "The period, such as 2023-07-17, 2023-W29 or 2023-07-H2"),
        InPath: true);

    public static IEnumerable<Operation> All =>
    [
        Query.List(
            "list-bulletins",
            "/market/bulletins",
            Audience.Everyone,
            new("成交公报，新的在前", "Bulletins, newest first"),
            look => Bulletins(look).Select(BulletinHeadView.Of),
            one => $"{(int)one.Kind}.{Query.Key(Most - one.From.DayNumber)}.{one.Unit}.",
            Unit,
            Kind),
        Query.One<BulletinAnswer>(
            "get-bulletin",
            "/market/bulletins/{kind}/{key}",
            Audience.Everyone,
            new("一份成交公报", "One bulletin"),
            look => BulletinAnswer.Of(View(look)),
            Kind with { InPath = true },
            Key,
            Unit),
        Query.List(
            "list-bulletin-days",
            "/market/bulletins/{kind}/{key}/days",
            Audience.Everyone,
            new("公报的逐日行情", "The trading days of a bulletin"),
            look => (View(look)?.Bulletin.Days ?? []).Select(BulletinDayView.Of),
            one => Query.Key(one.Day.DayNumber),
            Kind with { InPath = true },
            Key,
            Unit),
        Query.List(
            "list-foreign-bulletins",
            "/market/foreign-bulletins",
            Audience.Everyone,
            new("外部公报，含已更正与已撤回的", "Other markets' bulletins, those corrected or withdrawn included"),
            look => look.State.Bulletins.Foreign.Values.OrderBy(one => one.Id.Value)
                .Where(one => look.Call.Wants("status", one.Status)),
            one => Query.Key(one.Id.Value),
            Parameter.Of<ForeignStatus>("status", "状态", "Whether it is shown")),
    ];

    private static IEnumerable<Bulletin> Bulletins(Look look) =>
        from kind in Enum.GetValues<BulletinKind>()
        where look.Call.Wants("kind", kind)
        from one in BulletinBook.Units(look.State)
            .Where(unit => look.Call.Text("unit") is not { } only || only == unit)
            .SelectMany(unit => BulletinBook.Periods(look.State, unit, kind).Select(period => (unit, period)))
            .OrderByDescending(one => one.period.From).ThenBy(one => one.unit + ".", StringComparer.Ordinal)
        select BulletinBook.Of(look.State, one.unit, one.period)!;

    private static BulletinView? View(Look look) =>
        BulletinView.Of(look.State, look.Call.Text("kind"), look.Call.Text("key"), look.Call.Text("unit"));
}
