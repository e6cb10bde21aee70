using Tanheng.Ledger;
using Tanheng.Quantities;
using Tanheng.Scheme.Registry;
using Tanheng.Scheme.Trading;

namespace Tanheng.Scheme.Supervision;

/// <summary>
/// What must hold of supervision after every row: nobody who may not trade has anything open on that side; what ends by
/// itself is on the agenda; alerts and inquiries are counted from 1 and name each other.
/// </summary>
internal static class SupervisionInvariants
{
    public static void Check(SchemeState state, List<Violation> found)
    {
        if (state.Trading.Fees is null)
        {
            return;
        }

        CheckOrders(state, found);
        CheckAgenda(state, found);
        CheckFiles(state, found);
    }

    private static void CheckOrders(SchemeState state, List<Violation> found)
    {
        var open = state.Trading.Orders.Values.Where(order => order.Status == OrderStatus.Open)
            .Select(order => (order.Holder, order.Account, order.Side))
            .Concat(state.Trading.Blocks.Values.SelectMany(talk => talk.Parties)
                .Select(party => (party.Holder, party.Account, party.Side)))
            .Concat(ModeKeeping.All(state).Select(one => (one.Holder, one.Kept.Account, one.Terms.Side)));
        foreach (var (holder, account, side) in open)
        {
            if (Restrictions.Check(state, holder, side) is not null
                || state.Registry.Accounts[account].Status != AccountStatus.Active)
            {
                found.Add(new Violation(6, "barred-order-open", new Text(
                    $"主体 {holder} 不得交易，仍有未撤委托。",
                    $"Holder {holder} may not trade and has something open.")));
            }
        }
    }

    private static void CheckAgenda(SchemeState state, List<Violation> found)
    {
        int Count(DueKind kind) => state.Agenda.Items.Count(due => due.Kind == kind);
        var halts = TradingHalts.Now(state).Count(halt => halt.Until is not null);
        var bars = state.Supervision.Restrictions.Values.Count(one => one.Until is not null);
        var asked = state.Supervision.Inquiries.Count(one => one.Waiting is { Overdue: false });
        if ((halts, bars, asked) != (
            Count(DueKind.TradingHaltEnd), Count(DueKind.TradingRestrictionEnd), Count(DueKind.ExplanationDue)))
        {
            found.Add(new Violation(5, "supervision-not-on-agenda", new Text(
                "停牌、限制或说明的期限与日程不符。",
                "The ends of halts, restrictions and explanations are not those of the agenda.")));
        }
    }

    private static void CheckFiles(SchemeState state, List<Violation> found)
    {
        var supervision = state.Supervision;
        var counted = supervision.Alerts.Select((alert, at) => alert.Id.Value == at + 1)
            .Concat(supervision.Inquiries.Select((inquiry, at) => inquiry.Id.Value == at + 1)).All(right => right);
        var named = supervision.Alerts.Where(alert => alert.Inquiry is not null)
            .Select(alert => (alert.Inquiry!.Value, alert.Id)).ToHashSet();
        var naming = supervision.Inquiries.SelectMany(one => one.Alerts.Select(id => (one.Id, id)));
        if (!counted || !named.SetEquals(naming))
        {
            found.Add(new Violation(5, "alerts-and-inquiries-differ", new Text(
                "预警与案卷互不相符。", "Alerts and inquiries do not name each other.")));
        }
    }
}
