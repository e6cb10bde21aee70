using Tanheng.Ledger;
using Tanheng.Quantities;
using Tanheng.Rulebook;
using Tanheng.Scheme.Registry;
using Tanheng.Scheme.Settlement;
using Tanheng.Scheme.Supervision;

namespace Tanheng.Scheme.Trading;

/// <summary>成交申报: registers what one has agreed with another holder, who has to register the same.</summary>
/// <param name="Holder">Who registers.</param>
/// <param name="Side">Buy or sell.</param>
/// <param name="Unit">Family.</param>
/// <param name="Vintage">Default when the family has none.</param>
/// <param name="Price">As agreed.</param>
/// <param name="Quantity">As agreed, whole tonnes.</param>
/// <param name="Counterparty">With whom.</param>
/// <param name="Code">The word agreed on: 1 to 20 letters, digits or hyphens.</param>
/// <param name="Intention">The intention that the deal came of; null without.</param>
public sealed record RegisterDeal(
    HolderId Holder,
    OrderSide Side,
    string Unit,
    CompliancePeriod Vintage,
    Price Price,
    Tonnes Quantity,
    HolderId Counterparty,
    string Code,
    IntentionId? Intention = null) : Command, IForHolder;

/// <summary>Takes a registration back that waits.</summary>
public sealed record WithdrawDeal(HolderId Holder, DealId Deal) : Command, IForHolder;

/// <summary>A party has registered a deal; what its side needs is kept.</summary>
public sealed record DealRegistered(DealEntry Deal, IReadOnlyList<Transaction> Transactions) : Event, IMovesUnits;

/// <summary>A registration is taken back; what it kept is free again.</summary>
public sealed record DealWithdrawn(DealId Deal, IReadOnlyList<Transaction> Transactions) : Event, IMovesUnits;

/// <summary>
/// A registration waits until the party it names registers the same deal with it under the same code: unit, price,
/// quantity, and the other side; then the trade is made and settled. Registrations that name others or have another
/// code never meet. Refusals in order, of a registration: no exchange, exchange not opened; no such mode; not a trading
/// day, outside trading hours; not traded; halted; bad lot, quantity outside the mode; off tick; outside the price
/// band; too large to be counted; own counterparty; unknown holder, holder not active (the counterparty); bad code;
/// code in use; unknown intention, intention not open, intention differs; deal differs; the holder's own as for the
/// counterparty; no trading account; those of the account's status, trading restricted; counterparty unavailable;
/// position limit; units short, cash short; those of the ledger; of a withdrawal, at any time, kept by a halt last: no
/// exchange, exchange not opened; unknown deal (also another holder's); deal not waiting.
/// </summary>
public static class DealRegistration
{
    /// <summary>The longest code.</summary>
    private const int LongestCode = 20;

    internal static void Register(Catalogue catalogue) => catalogue
        .Command<RegisterDeal>("register-deal", Permission.OfHolder(), Decide)
        .Command<WithdrawDeal>("withdraw-deal", Permission.OfHolder(Role.ExchangeOperator), Decide)
        .Event<DealRegistered>("deal-registered", Apply)
        .Event<DealWithdrawn>("deal-withdrawn", Apply);

    private static Outcome<Decision> Decide(SchemeState state, in Context context, RegisterDeal command)
    {
        if (!Exchange.InSession(state, TradingMode.Deal, context.Time).Try(out var mode, out var refusal))
        {
            return refusal;
        }

        var trading = state.Rules.Trading!;
        if (!Exchange.Instrument(state, trading, command.Unit, command.Vintage).Try(out var instrument, out refusal))
        {
            return refusal;
        }

        var terms = new DealTerms(instrument, command.Side, command.Price, command.Quantity);
        if ((TradingHalts.Check(state, instrument)
            ?? Prices.Check(state, mode, instrument, command.Price, command.Quantity)
            ?? Counterparties.Check(state, command.Holder, command.Counterparty)
            ?? CheckCode(state, command)
            ?? CheckIntention(state, command, terms)) is { } bad)
        {
            return bad;
        }

        var facing = Facing(state, command);
        if (facing is not null && facing.Terms != terms.Mirrored())
        {
            return ModeRefusals.DealDiffers.With(("code", command.Code));
        }

        if (!Exchange.TraderOf(state, command.Holder, command.Side).Try(out var account, out refusal))
        {
            return refusal;
        }

        if (facing is not null && !Exchange.MayTrade(state, facing.Holder, facing.Account, facing.Terms.Side))
        {
            return TradingRefusals.CounterpartyUnavailable.With();
        }

        var deal = new DealEntry(
            state.Trading.Modes.NextDeal,
            command.Holder,
            account,
            terms,
            command.Counterparty,
            command.Code,
            command.Intention,
            DealStatus.Waiting,
            context.Time);
        return Book(state, context, deal, facing);
    }

    /// <summary>
    /// Keeps what the side needs; where the other party has said the same, settles out of what both keep.
    /// </summary>
    private static Outcome<Decision> Book(SchemeState state, in Context context, DealEntry deal, DealEntry? facing)
    {
        var (trading, plan) = (state.Rules.Trading!, state.Ledger.Plan());
        var needed = ModeKeeping.Of(trading, deal);
        if (ModeKeeping.Check(state, deal.Holder, deal.Terms, needed) is { } uncovered)
        {
            return uncovered;
        }

        if (!ModeKeeping.Keep(plan, needed).Try(out var kept, out var refusal))
        {
            return refusal;
        }

        var registered = new DealRegistered(deal, kept);
        if (facing is null)
        {
            return Decision.Of(registered);
        }

        var (seller, buyer) = deal.Terms.Side == OrderSide.Sell ? (deal, facing) : (facing, deal);
        var amount = deal.Terms.Price * deal.Terms.Quantity;
        var leg = new DeliveryLeg(
            deal.Terms.Instrument,
            deal.Terms.Price,
            deal.Terms.Quantity,
            new Place(seller.Account, Compartment.OnOrder),
            new Place(buyer.Account, Compartment.OnOrder),
            Reservations.Fee(trading, OrderSide.Sell, amount),
            Reservations.Fee(trading, OrderSide.Buy, amount));
        return Delivery.Plan(state, plan, leg).Try(out var transaction, out refusal)
            ? Decision.Of(registered, new TradeMade(
                leg.Trade(state, context, TradingMode.Deal) with { SellerDeal = seller.Id, BuyerDeal = buyer.Id },
                [transaction]))
            : refusal;
    }

    /// <summary>What the other party has registered with this one under the same code, or null.</summary>
    private static DealEntry? Facing(SchemeState state, RegisterDeal command) => state.Trading.Modes.Deals.Values
        .FirstOrDefault(deal => deal.Status == DealStatus.Waiting && deal.Holder == command.Counterparty
            && deal.Counterparty == command.Holder && deal.Code == command.Code);

    private static Refusal? CheckCode(SchemeState state, RegisterDeal command)
    {
        var code = command.Code ?? "";
        if (code.Length is 0 or > LongestCode || !code.All(one => char.IsAsciiLetterOrDigit(one) || one == '-'))
        {
            return ModeRefusals.BadCode.With(("code", code));
        }

        return state.Trading.Modes.Deals.Values.FirstOrDefault(deal => deal.Status == DealStatus.Waiting
            && deal.Holder == command.Holder && deal.Counterparty == command.Counterparty
            && deal.Code == code) is { } mine
                ? ModeRefusals.CodeInUse.With(("code", code), ("deal", mine.Id))
                : null;
    }

    private static Refusal? CheckIntention(SchemeState state, RegisterDeal command, DealTerms terms)
    {
        if (command.Intention is not { } id)
        {
            return null;
        }

        if (!Intentions.FindOpen(state, id).Try(out var intention, out var refusal))
        {
            return refusal;
        }

        var side = intention.Holder == command.Holder ? terms.Side
            : intention.Holder == command.Counterparty ? terms.Mirrored().Side
            : (OrderSide?)null;
        return side == intention.Side && terms.Instrument == intention.Instrument
            ? null
            : ModeRefusals.IntentionDiffers.With(("intention", id));
    }

    private static Outcome<Decision> Decide(SchemeState state, in Context context, WithdrawDeal command)
    {
        if (Exchange.Find(state).IsRefused(out var refusal))
        {
            return refusal;
        }

        if (!state.Trading.Modes.Deals.TryGetValue(command.Deal, out var deal) || deal.Holder != command.Holder)
        {
            return ModeRefusals.UnknownDeal.With(("deal", command.Deal));
        }

        if (TradingHalts.CheckCancel(state, deal.Terms.Instrument) is { } kept)
        {
            return kept;
        }

        return deal.Status == DealStatus.Waiting
            ? Decision.Of(new DealWithdrawn(
                deal.Id, Reservations.Free(state.Ledger.Plan(), ModeKeeping.Of(state.Rules.Trading!, deal))))
            : ModeRefusals.DealNotWaiting.With(("deal", deal.Id), ("status", deal.Status));
    }

    private static void Apply(SchemeState state, in Context context, DealRegistered happened)
    {
        BlockAnswers.Post(state, happened);
        var modes = state.Trading.Modes;
        modes.NextDeal = new DealId(happened.Deal.Id.Value + 1);
        modes.Deals.Add(happened.Deal.Id, happened.Deal);
    }

    private static void Apply(SchemeState state, in Context context, DealWithdrawn happened)
    {
        BlockAnswers.Post(state, happened);
        var deals = state.Trading.Modes.Deals;
        deals[happened.Deal] = deals[happened.Deal] with { Status = DealStatus.Withdrawn };
    }
}

/// <summary>The other party of a deal.</summary>
internal static class Counterparties
{
    /// <summary>
    /// Null when a holder may be named. Refusals in order: own counterparty; unknown holder, holder not active.
    /// </summary>
    public static Refusal? Check(SchemeState state, HolderId holder, HolderId other) => other == holder
        ? TradingRefusals.OwnCounterparty.With(("holder", other))
        : Holders.Active(state, other).Refusal;
}
