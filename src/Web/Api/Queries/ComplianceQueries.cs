using Tanheng.Ledger;
using Tanheng.Quantities;
using Tanheng.Rulebook;
using Tanheng.Scheme;
using Tanheng.Scheme.Compliance;
using Tanheng.Web.Api.Shapes;

namespace Tanheng.Web.Api.Queries;

/// <summary>Obligations, cases, advances, carry-overs, and what is counted of all.</summary>
internal static class ComplianceQueries
{
    public static IEnumerable<Operation> All => [.. Obligations, .. Cases, .. Applications, .. Counts];

    private static IEnumerable<Operation> Obligations =>
    [
        Query.List(
            "list-obligations",
            "/obligations",
            Audience.OwnPart,
            new("清缴义务", "Obligations"),
            look => look.Holders().SelectMany(holder => look.Periods()
                .Select(period => look.State.Compliance.Of(holder.Id, period))
                .OfType<Obligation>()
                .Where(one => look.Call.Wants("status", one.Status))
                .Select(ObligationView.Of)),
            one => Query.Key(one.Holder.Value, one.Period.First, one.Period.Last),
            Parameters.Holder,
            Parameters.Period,
            Parameter.Of<ObligationStatus>("status", "履约状态", "Where it stands")),
        Query.One<ObligationDetails>(
            "get-obligation",
            "/obligations/{holder}/{period}",
            Audience.ReadersOfHolder,
            new("某周期的清缴义务及已清缴的标的", "An obligation with what was surrendered for it"),
            Obligation,
            Parameters.HolderInPath,
            Parameters.PeriodInPath),
        Query.List(
            "list-compliance",
            "/compliance/{period}",
            Audience.OwnPart,
            new("履约情况表", "The compliance table of a period"),
            look => ComplianceTable.Of(look.State, look.Call.Period!.Value)
                .Where(row => look.Sight.Of(row.Holder))
                .Select(ComplianceLineView.Of),
            row => Query.Key(row.Holder.Value),
            Parameters.PeriodInPath),
    ];

    private static IEnumerable<Operation> Cases =>
    [
        Query.List(
            "list-cases",
            "/cases",
            Audience.OwnPart,
            new("违规案件", "Cases of non-compliance"),
            look => look.State.Compliance.Cases.Values
                .Where(one => (look.Call.Holder is not { } only || only == one.Holder)
                    && (look.Call.Period is not { } period || period == one.Period)
                    && look.Call.Wants("status", one.Status)
                    && look.Sight.Of(one.Holder))
                .OrderBy(one => one.Id.Value)
                .Select(CaseView.Of),
            one => Query.Key(one.Id.Value),
            Parameters.Holder,
            Parameters.Period,
            Parameter.Of<CaseStatus>("status", "案件状态", "Where it stands")),
        Query.One<CaseView>(
            "get-case",
            "/cases/{case}",
            Audience.ReadersOfHolder,
            new("一个案件", "One case"),
            look => look.State.Compliance.Cases.TryGetValue(new CaseId(look.Call.Get<long>("case")), out var one)
                && look.Sight.Of(one.Holder)
                    ? CaseView.Of(one)
                    : (CaseView?)null,
            Parameter.Number("case", "案件编号", "Number of the case")),
    ];

    private static IEnumerable<Operation> Applications =>
    [
        Query.List(
            "list-advances",
            "/advances",
            Audience.OwnPart,
            new("预支", "Advances"),
            look => look.Holders().SelectMany(holder => look.Periods()
                .Select(period => look.State.Compliance.Advances.GetValueOrDefault((holder.Id, period)))
                .OfType<Advance>()
                .Select(Advance)),
            one => Query.Key(one.Holder.Value, one.Period.First, one.Period.Last),
            Parameters.Holder,
            Parameters.Period),
        Query.List(
            "list-carry-overs",
            "/carry-overs",
            Audience.OwnPart,
            new("结转额度", "What may be carried over"),
            CarryOvers,
            one => one.Unit + "." + Query.Key(one.Holder.Value),
            Parameters.Holder),
        Query.List(
            "list-carry-over-requests",
            "/carry-over-requests",
            Audience.OwnPart,
            new("结转申请", "Requests to carry over"),
            CarryOverRequests,
            one => one.Unit + "." + Query.Key(one.Number),
            Parameters.Holder,
            Parameter.Of<CarryOverStatus>("status", "申请状态", "Where it stands")),
    ];

    private static IEnumerable<Operation> Counts =>
    [
        Query.List(
            "list-milestones",
            "/milestones",
            Audience.SignedIn,
            new("清缴进度统计", "Counts taken at milestones"),
            look => look.State.Compliance.Milestones
                .OrderBy(one => one.At)
                .ThenBy(one => one.Period)
                .Select(one => new MilestoneView(one.Period, one.At, one.Target, one.Owing, one.Met, one.Share)),
            one => Query.Key(one.At.ToUnixTimeSeconds(), one.Period.First)),
        Query.List(
            "list-mean-prices",
            "/mean-prices",
            Audience.SignedIn,
            new("月成交均价", "Mean prices by month"),
            look => look.State.Compliance.MeanPrices.Values
                .OrderBy(one => one.Month)
                .Select(one => new MeanPriceView(one.Month, Amount.Of((Price?)one.Price)!, one.Source)),
            one => one.Month.ToString("O")),
    ];

    private static Outcome<ObligationDetails?> Obligation(Look look)
    {
        var (holder, period, state) = (look.Call.Holder!.Value, look.Call.Period!.Value, look.State);
        if (state.Compliance.Of(holder, period) is not { } obligation)
        {
            return (ObligationDetails?)null;
        }

        var offsets = state.Rules.Period(period) is { Surrender.Offsets: not null } rules
            ? Scheme.Compliance.Obligations.OffsetLimit(rules, obligation.Due)
            : (Tonnes?)null;
        var advance = Advances.Limit(state, holder, period).Try(out var limit, out _) ? limit : (Tonnes?)null;
        var cap = state.Compliance.Caps.TryGetValue((holder, period), out var bound) ? bound : (Tonnes?)null;
        return new ObligationDetails(
            ObligationView.Of(obligation), cap, offsets, advance, [.. state.Compliance.LotsOf(holder, period)]);
    }

    private static AdvanceView Advance(Advance one) => new(
        one.Holder,
        one.Period,
        one.Applied,
        one.Granted,
        one.Used,
        one.Asset == default ? null : one.Asset,
        one.Lender == default ? null : one.Lender,
        one.Serials);

    private static IEnumerable<CarryOverView> CarryOvers(Look look)
    {
        var (state, sight) = (look.State, look.Sight);
        var rules = state.Rules.CarryOvers
            .Select(rule => (Rule: rule, Asset: CarryOver.NewAsset(state, rule)))
            .OrderBy(pair => pair.Asset.Code, StringComparer.Ordinal);
        foreach (var (rule, asset) in rules)
        {
            var book = state.Compliance.CarryOvers.GetValueOrDefault(asset);
            foreach (var holder in (look with { After = null }).Holders().Select(holder => holder.Id))
            {
                var held = book?.Held is { } census ? census.GetValueOrDefault(holder) : (Tonnes?)null;
                var sales = book?.NetSales.GetValueOrDefault(holder) ?? 0;
                if (sales != 0 || held is { Value: > 0 })
                {
                    yield return new CarryOverView(
                        asset,
                        holder,
                        new Tonnes(sales),
                        held,
                        CarryOver.Limit(state, rule, holder),
                        new Tonnes(book!.Requests
                            .Where(one => one.Holder == holder && one.Status != CarryOverStatus.Rejected)
                            .Sum(one => one.Quantity.Value)));
                }
            }
        }
    }

    private static IEnumerable<CarryOverRequestView> CarryOverRequests(Look look) =>
        look.State.Compliance.CarryOvers
            .OrderBy(pair => pair.Key.Code, StringComparer.Ordinal)
            .SelectMany(pair => pair.Value.Requests
                .Where(one => (look.Call.Holder is not { } only || only == one.Holder)
                    && look.Call.Wants("status", one.Status)
                    && look.Sight.Of(one.Holder))
                .Select(one => new CarryOverRequestView(
                    pair.Key, one.Number, one.Holder, one.Quantity, one.Status, one.Lots)));
}
