using Tanheng.Ledger;
using Tanheng.Quantities;
using Tanheng.Rulebook;
using Tanheng.Scheme.Supervision;
using Tanheng.Scheme.Trading;

namespace Tanheng.Scheme.Auctions;

/// <summary>单向竞价: a participant sells, or asks for offers to buy, by public bids.</summary>
/// <param name="Holder">Who.</param>
/// <param name="Rule">The rulebook's rule.</param>
/// <param name="Side">Sell, or buy: 反向竞价, where the lowest offers win.</param>
/// <param name="Unit">Family.</param>
/// <param name="Vintage">Default when the family has none.</param>
/// <param name="Quantity">Whole tonnes.</param>
/// <param name="Limit">底价, the floor of a sale; the ceiling of a purchase.</param>
/// <param name="Opens">First moment of bids, local time.</param>
/// <param name="Closes">First moment too late, local time.</param>
public sealed record OfferBidding(
    HolderId Holder,
    string Rule,
    OrderSide Side,
    string Unit,
    CompliancePeriod Vintage,
    Tonnes Quantity,
    Price Limit,
    DateTime Opens,
    DateTime Closes) : Command, IForHolder;

/// <summary>
/// What is sold, or what the purchase costs at its ceiling, is kept from the announcement to the end. Refusals in
/// order: no exchange, exchange not opened; auction rule unknown, of another kind; not traded; bad lot; bad price;
/// reserve too low (of a sale); too large; too soon, closes too early; unknown holder, holder not active; no trading
/// account; those of the account's status; position limit (of a purchase); units short, cash short.
/// </summary>
public static class BiddingOffers
{
    internal static void Register(Catalogue catalogue) =>
        catalogue.Command<OfferBidding>("offer-bidding", Permission.OfHolder(), Decide);

    private static Outcome<Decision> Decide(SchemeState state, in Context context, OfferBidding command)
    {
        if (!AuctionAnnouncing.Find(state, context, command.Rule).Try(out var rule, out var refusal))
        {
            return refusal;
        }

        if (rule.Kind != AuctionKind.Ascending)
        {
            return AuctionRefusals.WrongKind.With(("kind", rule.Kind));
        }

        var trading = state.Rules.Trading!;
        if (!Exchange.Instrument(state, trading, command.Unit ?? "", command.Vintage)
            .Try(out var instrument, out refusal))
        {
            return refusal;
        }

        if ((TradingHalts.Check(state, instrument) ?? Check(rule, command)) is { } bad)
        {
            return bad;
        }

        if (!AuctionAnnouncing.Times(state, context, rule, command.Opens, command.Closes)
                .Try(out var times, out refusal)
            || !Exchange.TraderOf(state, command.Holder, command.Side).Try(out var account, out refusal))
        {
            return refusal;
        }

        var announcement = new Announcement(
            state.Auctions.Next,
            rule.Name,
            rule.Title,
            rule.Kind,
            command.Side,
            instrument,
            command.Quantity,
            command.Limit,
            times.Opens,
            times.Closes,
            times.Closes,
            AuctionTerms.Of(rule),
            null,
            [],
            command.Holder,
            account);
        var isBuy = command.Side == OrderSide.Buy;
        if (isBuy && Positions.Check(state, command.Holder, instrument, command.Quantity) is { } beyond)
        {
            return beyond;
        }

        var asset = isBuy ? Asset.Money(command.Limit.Currency) : instrument;
        return Keeping.Change(state, account, asset, 0, announcement.Kept).Try(out var transactions, out refusal)
            ? Decision.Of(new AuctionAnnounced(announcement, transactions))
            : refusal;
    }

    private static Refusal? Check(AuctionRule rule, OfferBidding command)
    {
        if ((AuctionAnnouncing.CheckLot(rule.Lot, command.Quantity)
            ?? AuctionAnnouncing.CheckPrice(rule.Tick, command.Limit)) is { } bad)
        {
            return bad;
        }

        return command.Side == OrderSide.Sell && rule.LowestPrice is { } lowest && command.Limit.Minor < lowest.Minor
            ? AuctionRefusals.BelowLowest.With(("price", command.Limit), ("lowest", lowest))
            : AuctionAnnouncing.CheckAmount(command.Limit, command.Quantity);
    }
}
