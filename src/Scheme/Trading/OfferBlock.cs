using Tanheng.Ledger;
using Tanheng.Quantities;
using Tanheng.Rulebook;
using Tanheng.Scheme.Registry;
using Tanheng.Scheme.Supervision;

namespace Tanheng.Scheme.Trading;

/// <summary>大宗申报: begins a negotiation of a large quantity.</summary>
/// <param name="Holder">Who begins it.</param>
/// <param name="Side">Buy or sell.</param>
/// <param name="Unit">Family.</param>
/// <param name="Vintage">Default when the family has none.</param>
/// <param name="Price">Its price.</param>
/// <param name="Quantity">Whole tonnes.</param>
/// <param name="Counterparty">The only one who may answer; null lets anybody.</param>
public sealed record OfferBlock(
    HolderId Holder,
    OrderSide Side,
    string Unit,
    CompliancePeriod Vintage,
    Price Price,
    Tonnes Quantity,
    HolderId? Counterparty = null) : Command, IForHolder;

/// <summary>撤回: ends a negotiation one began, or leaves one that one answered.</summary>
public sealed record WithdrawBlock(HolderId Holder, BlockId Block) : Command, IForHolder;

/// <summary>A negotiation is open; what its terms need is kept.</summary>
public sealed record BlockOffered(
    BlockId Block,
    Asset Instrument,
    BlockParty Initiator,
    HolderId? Named,
    IReadOnlyList<Transaction> Transactions) : Event, IMovesUnits;

/// <summary>
/// A party has withdrawn. Was it who began, the negotiation is over; else the first offer stands again for others.
/// </summary>
public sealed record BlockWithdrawn(BlockId Block, HolderId Holder, IReadOnlyList<Transaction> Transactions)
    : Event, IMovesUnits;

/// <summary>
/// Refusals in order, of an offer: no exchange, exchange not opened; no blocks; not a trading day, outside trading
/// hours; not traded; trading halted; bad lot, too small for a block; off tick; outside the price band; too large to be
/// counted; own counterparty; unknown holder, holder not active (the counterparty); the same of who offers; no trading
/// account; those of the account's status; trading restricted; position limit; units short, cash short; of a
/// withdrawal, at any time: no exchange, exchange not opened; unknown block; block not open; halted for good;
/// not a party.
/// </summary>
public static class BlockOffers
{
    internal static void Register(Catalogue catalogue) => catalogue
        .Command<OfferBlock>("offer-block", Permission.OfHolder(), Decide)
        .Command<WithdrawBlock>("withdraw-block", Permission.OfHolder(Role.ExchangeOperator), Decide)
        .Event<BlockOffered>("block-offered", Apply)
        .Event<BlockWithdrawn>("block-withdrawn", Apply);

    /// <summary>An open negotiation of today. Refusals in order: unknown block; block not open.</summary>
    internal static Outcome<BlockTalk> FindOpen(SchemeState state, BlockId id)
    {
        if (!state.Trading.Blocks.TryGetValue(id, out var talk))
        {
            return TradingRefusals.UnknownBlock.With(("block", id));
        }

        return talk.Status == BlockStatus.Open
            ? talk
            : TradingRefusals.BlockNotOpen.With(("block", id), ("status", talk.Status));
    }

    private static Outcome<Decision> Decide(SchemeState state, in Context context, OfferBlock command)
    {
        if (!Exchange.InSession(state, TradingMode.Block, context.Time).Try(out var mode, out var refusal))
        {
            return refusal;
        }

        var trading = state.Rules.Trading!;
        if (!Exchange.Instrument(state, trading, command.Unit, command.Vintage).Try(out var instrument, out refusal))
        {
            return refusal;
        }

        if ((TradingHalts.Check(state, instrument)
            ?? Prices.Check(state, mode, instrument, command.Price, command.Quantity)
            ?? CheckCounterparty(state, command)) is { } bad)
        {
            return bad;
        }

        if (!Exchange.TraderOf(state, command.Holder, command.Side).Try(out var account, out refusal))
        {
            return refusal;
        }

        var party = new BlockParty(
            command.Holder, account, command.Side, new BlockTerms(command.Price, command.Quantity));
        if (!BlockAnswers.Keep(state, instrument, party, null, null).Try(out var transactions, out refusal))
        {
            return refusal;
        }

        return Decision.Of(new BlockOffered(
            state.Trading.NextBlock, instrument, party, command.Counterparty, transactions));
    }

    internal static Refusal? CheckCounterparty(SchemeState state, OfferBlock command)
    {
        if (command.Counterparty is not { } other)
        {
            return null;
        }

        return other == command.Holder
            ? TradingRefusals.OwnCounterparty.With(("holder", other))
            : Holders.Active(state, other).Refusal;
    }

    private static Outcome<Decision> Decide(SchemeState state, in Context context, WithdrawBlock command)
    {
        if (Exchange.Find(state).IsRefused(out var refusal)
            || !FindOpen(state, command.Block).Try(out var talk, out refusal))
        {
            return refusal;
        }

        if (TradingHalts.CheckCancel(state, talk.Instrument) is { } kept)
        {
            return kept;
        }

        var begun = talk.Initiator.Holder == command.Holder;
        if (!begun && talk.Responder?.Holder != command.Holder)
        {
            return TradingRefusals.NotAParty.With(("holder", command.Holder), ("block", talk.Id));
        }

        var trading = state.Rules.Trading!;
        var back = talk.Parties.Where(party => begun || party.Holder == command.Holder)
            .Select(party => Reservations.Of(trading, talk.Instrument, party).Back).ToArray();
        return Decision.Of(new BlockWithdrawn(
            talk.Id,
            command.Holder,
            [state.Ledger.Plan().Transact(TransactionTypes.OrderRelease, back).Value]));
    }

    private static void Apply(SchemeState state, in Context context, BlockOffered happened)
    {
        BlockAnswers.Post(state, happened);
        state.Trading.NextBlock = new BlockId(happened.Block.Value + 1);
        state.Trading.Blocks.Add(happened.Block, new BlockTalk(
            happened.Block,
            happened.Instrument,
            happened.Initiator,
            happened.Named,
            null,
            happened.Initiator.Holder,
            BlockStatus.Open,
            context.Time));
    }

    private static void Apply(SchemeState state, in Context context, BlockWithdrawn happened)
    {
        BlockAnswers.Post(state, happened);
        var talk = state.Trading.Blocks[happened.Block];
        state.Trading.Blocks[talk.Id] = talk.Initiator.Holder == happened.Holder
            ? talk with { Status = BlockStatus.Withdrawn }
            : talk with { Responder = null, Stands = talk.Initiator.Holder };
    }
}
