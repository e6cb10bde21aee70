using Tanheng.Ledger;
using Tanheng.Market.Surveillance;
using Tanheng.Quantities;
using Tanheng.Rulebook;
using Tanheng.Scheme.Registry;

namespace Tanheng.Scheme.Supervision;

/// <summary>排除预警: nothing is wrong.</summary>
public sealed record DismissAlert(AlertId Alert, string Reason) : Command;

/// <summary>Surveillance noticed something, in the row of what brought it about.</summary>
public sealed record AlertRaised(
    AlertId Alert,
    AlertKind Kind,
    Asset Instrument,
    IReadOnlyList<HolderId> Holders,
    Evidence Evidence) : Event;

/// <summary>Somebody looked at it, and nothing is wrong.</summary>
public sealed record AlertDismissed(AlertId Alert, string Reason) : Event;

/// <summary>
/// What surveillance noticed (<see cref="Watch"/>), and who deals with it. Refusals in order: unknown alert; alert
/// done; text missing (reason).
/// </summary>
public static class Alerts
{
    internal static void Register(Catalogue catalogue) => catalogue
        .Command<DismissAlert>("dismiss-alert", Permission.Of(Role.ExchangeOperator, Role.Authority), Decide)
        .Event<AlertRaised>("alert-raised", Apply)
        .Event<AlertDismissed>("alert-dismissed", Apply);

    /// <summary>An alert nobody has dealt with. Refusals in order: unknown alert; alert done.</summary>
    internal static Outcome<Alert> FindOpen(SchemeState state, AlertId id)
    {
        if (state.Supervision.Find(id) is not { } alert)
        {
            return SupervisionRefusals.UnknownAlert.With(("alert", id));
        }

        return alert.Status == AlertStatus.Open
            ? alert
            : SupervisionRefusals.AlertDone.With(("alert", id), ("status", alert.Status));
    }

    private static Outcome<Decision> Decide(SchemeState state, in Context context, DismissAlert command)
    {
        if (FindOpen(state, command.Alert).IsRefused(out var refusal))
        {
            return refusal;
        }

        return Holders.Blank("reason", command.Reason) is { } blank
            ? blank
            : Decision.Of(new AlertDismissed(command.Alert, command.Reason));
    }

    private static void Apply(SchemeState state, in Context context, AlertRaised happened)
    {
        state.Supervision.Alerts.Add(new Alert(
            happened.Alert, happened.Kind, happened.Instrument, happened.Holders, context.Time, happened.Evidence));
        if (happened.Kind == AlertKind.PriceJump)
        {
            // What comes next is compared with this price: one jump is one alert.
            var trade = state.Trading.Trades[(int)happened.Evidence.Trades[^1].Value - 1];
            var prices = state.Supervision.Day.Prices[happened.Instrument];
            prices.Clear();
            prices.Add(new PricePoint(trade.At, trade.Price.Minor, trade.Id.Value), TimeSpan.Zero);
        }
        else
        {
            state.Supervision.Day.Noticed.Add(Detection.KeyOf(happened.Kind, happened.Instrument, happened.Holders));
        }
    }

    private static void Apply(SchemeState state, in Context context, AlertDismissed happened) =>
        state.Supervision.Change(happened.Alert, alert => alert with
        {
            Status = AlertStatus.Dismissed,
            Word = happened.Reason,
        });
}
