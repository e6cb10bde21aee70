using Tanheng.Ledger;
using Tanheng.Quantities;
using Tanheng.Scheme;
using Tanheng.Scheme.Registry;
using Tanheng.Scheme.Trading;

namespace Tanheng.Engine.Markets;

/// <summary>Somebody who trades in a replay, and the person who acts for it.</summary>
public sealed record ReplayTrader(HolderId Holder, AccountId Registry, AccountId Trading, UserId Person);

/// <summary>The invented companies of a replay: two that sell and two that buy, known by their credit codes.</summary>
/// <param name="Sellers">Who sells.</param>
/// <param name="Buyers">Who buys.</param>
public sealed record ReplayTraders(IReadOnlyList<ReplayTrader> Sellers, IReadOnlyList<ReplayTrader> Buyers)
{
    /// <summary>The units that are traded: those of the first period.</summary>
    public static CompliancePeriod Vintage { get; } = new(2019, 2020);

    /// <summary>The family that is traded.</summary>
    public const string Unit = "CEA";

    /// <summary>The invented credit code of the n-th company, from 1.</summary>
    public static string CodeOf(int number)
    {
        var code = FormattableString.Invariant($"91310000{number:000000000}");
        return code + SocialCreditCode.CheckCharacter(code);
    }

    /// <summary>Finds them; null in a market that is no replay.</summary>
    public static ReplayTraders? Of(SchemeState state)
    {
        var all = new List<ReplayTrader>();
        for (var number = 1; number <= 4; number++)
        {
            if (!state.Registry.HolderCodes.TryGetValue(CodeOf(number), out var id)
                || state.Registry.Holders[id] is not
                { RegistryAccount: { } registry, TradingAccount: { } trading, Representatives: [var one, ..] })
            {
                return null;
            }

            all.Add(new ReplayTrader(id, registry, trading, one.User));
        }

        return new ReplayTraders(all[..2], all[2..]);
    }

    /// <summary>
    /// The command of a step and who sends it; an agreement names what the scheme called the offer.
    /// </summary>
    public (Command Command, UserId By) Command(FlowStep step, long offer)
    {
        var (seller, buyer) = (Sellers[step.Seller], Buyers[step.Buyer]);
        var (offers, agrees) = step.Side == OrderSide.Sell ? (seller, buyer) : (buyer, seller);
        var (price, quantity) = (new Price(step.Lot.Price, Currency.Cny), new Tonnes(step.Lot.Quantity));
        return (step.Act, step.Mode) switch
        {
            (FlowAct.Agree, Rulebook.TradingMode.Listed) =>
                (new TakeOrder(agrees.Holder, new OrderId(offer), quantity), agrees.Person),
            (FlowAct.Agree, _) =>
                (new ConfirmBlock(agrees.Holder, new BlockId(offer), price, quantity), agrees.Person),
            (_, Rulebook.TradingMode.Listed) =>
                (new PlaceOrder(offers.Holder, step.Side, Unit, Vintage, price, quantity), offers.Person),
            _ => (
                new OfferBlock(offers.Holder, step.Side, Unit, Vintage, price, quantity, agrees.Holder),
                offers.Person),
        };
    }

    /// <summary>What the scheme called an offer: the number of the order or the negotiation.</summary>
    public static long? OfferOf(IEnumerable<Event> events) => events
        .Select(happened => happened switch
        {
            OrderPlaced placed => placed.Order.Value,
            BlockOffered offered => offered.Block.Value,
            _ => (long?)null,
        })
        .FirstOrDefault(number => number is not null);
}
