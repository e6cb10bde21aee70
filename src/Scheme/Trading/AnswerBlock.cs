using Tanheng.Ledger;
using Tanheng.Quantities;
using Tanheng.Rulebook;
using Tanheng.Scheme.Registry;
using Tanheng.Scheme.Settlement;
using Tanheng.Scheme.Supervision;

namespace Tanheng.Scheme.Trading;

/// <summary>议价: answers standing terms with others.</summary>
public sealed record CounterBlock(HolderId Holder, BlockId Block, Price Price, Tonnes Quantity) : Command, IForHolder;

/// <summary>
/// 确认: agrees to the standing terms, which are named so that nobody agrees to something else. The trade is made.
/// </summary>
public sealed record ConfirmBlock(HolderId Holder, BlockId Block, Price Price, Tonnes Quantity) : Command, IForHolder;

/// <summary>One party's terms stand now; what they need is kept, what its former ones needed is not.</summary>
public sealed record BlockCountered(BlockId Block, BlockParty Party, IReadOnlyList<Transaction> Transactions)
    : Event, IMovesUnits;

/// <summary>
/// Whose terms stand has agreed to them; when the other party confirms them, both have, and the trade is made at once.
/// The first who answers an open offer is its counterparty until it withdraws. Refusals in order: no exchange, exchange
/// not opened; no blocks; not a trading day, outside trading hours; unknown block; block not open; trading halted; not
/// a party; not your turn; of new terms: bad lot, too small for a block, off tick, outside the price band, too large to
/// be counted; of a confirmation: terms differ; of both: unknown holder, holder not active; no trading account; those
/// of the account's status; trading restricted; of a confirmation: counterparty unavailable; of both: position limit;
/// units short, cash short; those of the ledger.
/// </summary>
public static class BlockAnswers
{
    internal static void Register(Catalogue catalogue) => catalogue
        .Command<CounterBlock>("counter-block", Permission.OfHolder(), Decide)
        .Command<ConfirmBlock>("confirm-block", Permission.OfHolder(), Decide)
        .Event<BlockCountered>("block-countered", Apply);

    /// <summary>
    /// The movements by which a party keeps what its terms need instead of what it kept before. Refusals in order:
    /// position limit; units short, cash short.
    /// </summary>
    internal static Outcome<List<Transaction>> Keep(
        SchemeState state, Asset instrument, BlockParty party, BlockParty? before, BlockId? talk)
    {
        var trading = state.Rules.Trading!;
        var needed = Reservations.Of(trading, instrument, party);
        Reservation? kept = before is null ? null : Reservations.Of(trading, instrument, before);
        var beyond = party.Side == OrderSide.Buy
            ? Positions.Check(state, party.Holder, instrument, party.Terms.Quantity, talk)
            : null;
        if ((beyond ?? Reservations.Check(state, needed, kept)) is { } uncovered)
        {
            return uncovered;
        }

        var plan = state.Ledger.Plan();
        var transactions = new List<Transaction>();
        if (kept is { } former)
        {
            transactions.Add(plan.Transact(TransactionTypes.OrderRelease, former.Back).Value);
        }

        transactions.Add(plan.Transact(TransactionTypes.OrderReserve, needed.Keep).Value);
        return transactions;
    }

    internal static void Post(SchemeState state, IMovesUnits happened)
    {
        foreach (var transaction in happened.Transactions)
        {
            state.Ledger.Post(transaction);
        }
    }

    /// <summary>The negotiation, when it is this holder's turn to speak in it.</summary>
    private static Outcome<BlockTalk> Answering(
        SchemeState state, HolderId holder, BlockId block, DateTimeOffset time)
    {
        if (Exchange.InSession(state, TradingMode.Block, time).IsRefused(out var refusal)
            || !BlockOffers.FindOpen(state, block).Try(out var talk, out refusal))
        {
            return refusal;
        }

        if (TradingHalts.Check(state, talk.Instrument) is { } halted)
        {
            return halted;
        }

        var mayAnswer = talk.Initiator.Holder == holder
            || (talk.Responder is { } responder ? responder.Holder == holder : (talk.Named ?? holder) == holder);
        if (!mayAnswer)
        {
            return TradingRefusals.NotAParty.With(("holder", holder), ("block", block));
        }

        return talk.Stands == holder ? TradingRefusals.NotYourTurn.With(("block", block)) : talk;
    }

    private static OrderSide SideOf(BlockTalk talk, HolderId holder) =>
        holder == talk.Initiator.Holder ? talk.Initiator.Side
            : talk.Initiator.Side == OrderSide.Buy ? OrderSide.Sell : OrderSide.Buy;

    private static BlockParty? Before(BlockTalk talk, HolderId holder) =>
        talk.Parties.FirstOrDefault(party => party.Holder == holder);

    private static Outcome<Decision> Decide(SchemeState state, in Context context, CounterBlock command)
    {
        if (!Answering(state, command.Holder, command.Block, context.Time).Try(out var talk, out var refusal))
        {
            return refusal;
        }

        var mode = state.Rules.Trading!.Block!;
        if (Prices.Check(state, mode, talk.Instrument, command.Price, command.Quantity) is { } bad)
        {
            return bad;
        }

        if (!Exchange.TraderOf(state, command.Holder, SideOf(talk, command.Holder)).Try(out var account, out refusal))
        {
            return refusal;
        }

        var party = new BlockParty(
            command.Holder,
            account,
            SideOf(talk, command.Holder),
            new BlockTerms(command.Price, command.Quantity));
        return Keep(state, talk.Instrument, party, Before(talk, command.Holder), talk.Id)
            .Try(out var transactions, out refusal)
            ? Decision.Of(new BlockCountered(talk.Id, party, transactions))
            : refusal;
    }

    private static Outcome<Decision> Decide(SchemeState state, in Context context, ConfirmBlock command)
    {
        if (!Answering(state, command.Holder, command.Block, context.Time).Try(out var talk, out var refusal))
        {
            return refusal;
        }

        var terms = talk.Standing;
        if (terms != new BlockTerms(command.Price, command.Quantity))
        {
            return TradingRefusals.TermsDiffer.With(
                ("block", talk.Id), ("quantity", terms.Quantity), ("price", terms.Price));
        }

        if (!Exchange.TraderOf(state, command.Holder, SideOf(talk, command.Holder)).Try(out var account, out refusal))
        {
            return refusal;
        }

        var other = talk.Parties.Single(party => party.Holder == talk.Stands);
        if (Exchange.CheckAccount(state, other.Account) is not null)
        {
            return TradingRefusals.CounterpartyUnavailable.With();
        }

        var party = new BlockParty(command.Holder, account, SideOf(talk, command.Holder), terms);
        return Agree(state, talk, party, other).Try(out var made, out refusal)
            ? Decision.Of(new TradeMade(
                made.Leg.Trade(state, context, TradingMode.Block) with { Block = talk.Id }, made.Transactions))
            : refusal;
    }

    /// <summary>
    /// The trade: out of what one keeps, and what is free of the other once its former terms are let go.
    /// </summary>
    private static Outcome<(DeliveryLeg Leg, List<Transaction> Transactions)> Agree(
        SchemeState state, BlockTalk talk, BlockParty party, BlockParty other)
    {
        var trading = state.Rules.Trading!;
        Reservation? kept = Before(talk, party.Holder) is { } before
            ? Reservations.Of(trading, talk.Instrument, before)
            : null;
        var beyond = party.Side == OrderSide.Buy
            ? Positions.Check(state, party.Holder, talk.Instrument, party.Terms.Quantity, talk.Id)
            : null;
        if ((beyond ?? Reservations.Check(state, Reservations.Of(trading, talk.Instrument, party), kept))
            is { } uncovered)
        {
            return uncovered;
        }

        var (plan, transactions) = (state.Ledger.Plan(), new List<Transaction>());
        if (kept is { } former)
        {
            transactions.Add(plan.Transact(TransactionTypes.OrderRelease, former.Back).Value);
        }

        var (mine, theirs) = (new Place(party.Account), new Place(other.Account, Compartment.OnOrder));
        var amount = party.Terms.Price * party.Terms.Quantity;
        var leg = new DeliveryLeg(
            talk.Instrument,
            party.Terms.Price,
            party.Terms.Quantity,
            party.Side == OrderSide.Sell ? mine : theirs,
            party.Side == OrderSide.Buy ? mine : theirs,
            Reservations.Fee(trading, OrderSide.Sell, amount),
            Reservations.Fee(trading, OrderSide.Buy, amount));
        if (!Delivery.Plan(state, plan, leg).Try(out var transaction, out var refusal))
        {
            return refusal;
        }

        transactions.Add(transaction);
        return (leg, transactions);
    }

    private static void Apply(SchemeState state, in Context context, BlockCountered happened)
    {
        Post(state, happened);
        var talk = state.Trading.Blocks[happened.Block];
        var party = happened.Party;
        state.Trading.Blocks[talk.Id] = party.Holder == talk.Initiator.Holder
            ? talk with { Initiator = party, Stands = party.Holder }
            : talk with { Responder = party, Stands = party.Holder };
    }
}
