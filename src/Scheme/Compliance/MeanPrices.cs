using Tanheng.Quantities;
using Tanheng.Rulebook;

namespace Tanheng.Scheme.Compliance;

/// <summary>
/// The mean price of all trades of a month, as the exchange states it. Recording a month again replaces it.
/// </summary>
/// <param name="Month">The first day of the month.</param>
/// <param name="Price">Turnover divided by volume.</param>
/// <param name="Source">Where it is published.</param>
public sealed record RecordMeanPrice(DateOnly Month, Price Price, string Source) : Command;

/// <summary>A month's mean price is known.</summary>
public sealed record MeanPriceRecorded(DateOnly Month, Price Price, string Source) : Event;

/// <summary>Refusals in order: bad month; bad price; no source.</summary>
internal static class MeanPrices
{
    internal static void Register(Catalogue catalogue) => catalogue
        .Command<RecordMeanPrice>("record-mean-price", Permission.Of(Role.ExchangeOperator, Role.Authority), Decide)
        .Event<MeanPriceRecorded>("mean-price-recorded", Apply);

    private static Outcome<Decision> Decide(SchemeState state, in Context context, RecordMeanPrice command)
    {
        var month = Fines.FirstOfMonth(state.Rules.Calendar.Day(context.Time));
        if (command.Month.Day != 1 || command.Month >= month)
        {
            return PenaltyRefusals.BadMonth.With(("month", Fines.Iso(command.Month)));
        }

        if (command.Price.Currency != state.Rules.Currency || command.Price.Minor <= 0)
        {
            return PenaltyRefusals.BadPrice.With(("price", command.Price), ("currency", state.Rules.Currency));
        }

        return string.IsNullOrWhiteSpace(command.Source)
            ? PenaltyRefusals.NoSource.With()
            : Decision.Of(new MeanPriceRecorded(command.Month, command.Price, command.Source));
    }

    private static void Apply(SchemeState state, in Context context, MeanPriceRecorded happened) =>
        state.Compliance.MeanPrices[happened.Month] = new MeanPrice(happened.Month, happened.Price, happened.Source);
}
