using System.Collections.Immutable;
using Tanheng.Ledger;
using Tanheng.Scheme;
using Tanheng.Scheme.Supervision;
using Tanheng.Scheme.Trading;
using Tanheng.Web.People;

namespace Tanheng.Web.Actions;

/// <summary>
/// What somebody is told of the events of a command, before and after. Two things stand in the journal that its own
/// sender may not know: what surveillance noticed, and with whom a trade on the exchange was made.
/// </summary>
internal static class Told
{
    /// <summary>
    /// The events for a reader: offices read everything; others no alerts, and of a trade the account 0 in place of the
    /// counterparty's.
    /// </summary>
    public static ImmutableArray<Event> To(SchemeState state, Mandate reader, ImmutableArray<Event> events) =>
        reader.ReadsEverything || events.All(IsOpen) ? events
            : [.. events.Where(one => one is not AlertRaised).Select(one => one is TradeMade made
                ? Masked(made, id => IsForeign(state, reader, id))
                : one)];

    /// <summary>True when everybody whom a row concerns may be told of all of it.</summary>
    public static bool IsOpen(Event happened) => happened is not (AlertRaised or TradeMade);

    private static bool IsForeign(SchemeState state, Mandate reader, AccountId id) =>
        state.Registry.Accounts.GetValueOrDefault(id) is { Holder: { } holder } && !reader.MayRead(holder);

    private static TradeMade Masked(TradeMade made, Func<AccountId, bool> isForeign)
    {
        AccountId Shown(AccountId id) => isForeign(id) ? default : id;
        Place At(Place place) => place with { Account = Shown(place.Account) };
        return made with
        {
            Trade = made.Trade with { Seller = Shown(made.Trade.Seller), Buyer = Shown(made.Trade.Buyer) },
            Transactions =
            [
                .. made.Transactions.Select(transaction => transaction with
                {
                    Movements =
                    [
                        .. transaction.Movements.Select(move => move with { From = At(move.From), To = At(move.To) }),
                    ],
                }),
            ],
        };
    }
}
