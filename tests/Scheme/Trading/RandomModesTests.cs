using System.Globalization;
using Tanheng.Ledger;
using Tanheng.Quantities;
using Tanheng.Rulebook;
using Tanheng.Scheme.Registry;
using Tanheng.Scheme.Tests.Auditor;
using Tanheng.Scheme.Tests.Kit;
using Tanheng.Scheme.Trading;

namespace Tanheng.Scheme.Tests.Trading;

/// <summary>
/// Random days of trading in all modes. After every command the invariants of the scheme hold; a second bookkeeping,
/// which knows only who paid what, who got what and who keeps what for which purpose, agrees with the ledger; at the
/// end the journal replays to the same state. <c>TANHENG_SEED=17</c> runs one seed.
/// </summary>
public sealed class RandomModesTests
{
    private const int Steps = 500;

    public static TheoryData<int> Seeds =>
        Environment.GetEnvironmentVariable("TANHENG_SEED") is { Length: > 0 } seed
            ? [int.Parse(seed, CultureInfo.InvariantCulture)]
            : [.. Enumerable.Range(1, 10)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Whatever_is_sent_in_whichever_mode_nothing_appears_and_nothing_is_lost(int seed)
    {
        var run = new Run(seed);
        for (var step = 0; step < Steps; step++)
        {
            run.Step();
        }

        run.Floor.Market.ShouldReplay();
        run.Accepted.ShouldBeGreaterThan(Steps / 5, "the commands must be worth trying");
        foreach (var mode in (TradingMode[])[TradingMode.Priced, TradingMode.Deal, TradingMode.Otc])
        {
            run.Trades[mode].ShouldBeGreaterThan(1, mode.ToString());
        }
    }

    private sealed class Run
    {
        private readonly Dice dice;
        private readonly Holder[] holders;
        private readonly Dictionary<HolderId, (long Units, long Cash)> owned = [];
        private readonly Dictionary<(HolderId Holder, bool Money), Dictionary<object, long>> kept = [];
        private long fees;

        public Run(int seed)
        {
            dice = new Dice(seed + 7_000);
            var taking = "taking: " + dice.Of(["any", "best-price", "price-then-time"]);
            var modes = ModeBook.Modes.New
                .Replace("taking: any", taking, StringComparison.Ordinal)
                .Replace("parts: yes", dice.Rarely(200) ? "parts: no" : "parts: yes", StringComparison.Ordinal);
            Floor = new Floor(
                (ModeBook.Modes.Old, modes),
                ("buyer: 0 ‰, seller: 0 ‰, rounding: half-up", "buyer: 0.37 ‰, seller: 1.3 ‰, rounding: ceiling"),
                ("positions: { status", "positions: { maximum: 40000 t, status"));
            holders = [Floor.A, Floor.B, Floor.C];
            foreach (var holder in holders)
            {
                Floor.Give(holder, 30_000, "3000000.00");
                owned[holder.Id] = (30_000, 300_000_000);
                (kept[(holder.Id, true)], kept[(holder.Id, false)]) = ([], []);
            }
        }

        public Floor Floor { get; }

        public int Accepted { get; private set; }

        public Dictionary<TradingMode, int> Trades { get; } =
            Enum.GetValues<TradingMode>().ToDictionary(mode => mode, _ => 0);

        private ModesState Modes => Floor.State.Trading.Modes;

        public void Step()
        {
            PassTime();
            var holder = dice.Of(holders);
            var (command, by) = Make(holder);
            var person = ((char)('a' + (int)by.Id.Value - 1)).ToString();
            if (SchemeMachine.Decide(
                Floor.State,
                new Context(Floor.State.Sequence + 1, Floor.Market.Now, new UserId(person), CommandId.From("trial")),
                command).IsRefused(out _))
            {
                Floor.Refuse(command, by);
                return;
            }

            Accepted++;
            foreach (var happened in Floor.Do(command, by))
            {
                Count(happened);
            }

            Compare();
        }

        private void PassTime()
        {
            var local = Floor.State.Rules.Calendar.Local(Floor.Market.Now);
            if (Floor.State.Trading.Day is null && !dice.Rarely(100))
            {
                var start = Floor.State.Agenda.Items.First(due => due.Kind == DueKind.TradingDayStart).At;
                Floor.Market.After(start - Floor.Market.Now);
            }
            else if (local.TimeOfDay >= new TimeSpan(11, 30, 0) && local.Hour < 13 && !dice.Rarely(300))
            {
                Floor.Market.After(new TimeSpan(13, 0, 0) - local.TimeOfDay);
            }
            else if (dice.Rarely(250))
            {
                Floor.Market.After(TimeSpan.FromMinutes(dice.Below(12)));
            }

            Forget();
        }

        /// <summary>What is over by the clock keeps nothing any more.</summary>
        private void Forget()
        {
            foreach (var purposes in kept.Values)
            {
                foreach (var key in purposes.Keys.Where(key => !IsOpen(key)).ToList())
                {
                    purposes.Remove(key);
                }
            }
        }

        private bool IsOpen(object key) => key switch
        {
            OfferId id => Modes.Offers.TryGetValue(id, out var offer) && offer.Status == OrderStatus.Open,
            DealId id => Modes.Deals.TryGetValue(id, out var deal) && deal.Status == DealStatus.Waiting,
            OtcId id => Modes.Otc.TryGetValue(id, out var report) && report.Status == OtcStatus.Reported,
            _ => false,
        };

        private (Command Command, Holder By) Make(Holder holder)
        {
            var other = dice.Rarely(60) ? holder : dice.Of([.. holders.Where(one => one != holder)]);
            return dice.Below(14) switch
            {
                0 or 1 => (ModeBook.Priced(holder, Side(), Quantity(), Price()), holder),
                2 or 3 => (TakeOne(holder), holder),
                4 => (new WithdrawPriced(holder.Id, new OfferId(Recent(Modes.NextOffer.Value))), holder),
                5 => (ModeBook.Intention(holder, Side(), Quantity(), "58.00", Price(), Soon()), holder),
                6 => (ModeBook.Answer(
                    holder, new IntentionId(Recent(Modes.NextIntention.Value)), Quantity(), Price()), holder),
                7 or 8 => Register(holder, other),
                9 => (new WithdrawDeal(holder.Id, new DealId(Recent(Modes.NextDeal.Value))), holder),
                10 => (ModeBook.Otc(
                    holder,
                    Side(),
                    Quantity(),
                    Price(),
                    other,
                    Soon(-2),
                    dice.Of(Enum.GetValues<OtcSettlement>())), holder),
                11 or 12 => AnswerOtc(holder),
                _ => (new WithdrawOtc(holder.Id, new OtcId(Recent(Modes.NextOtc.Value))), holder),
            };
        }

        /// <summary>An open offer in whole or in part, the best ones more often; sometimes any number.</summary>
        private TakePriced TakeOne(Holder holder)
        {
            var open = PricedTaking.InOrder(Floor.State, Floor.Ccer, Side()).Where(one => one.Holder != holder.Id)
                .Take(2).ToList();
            if (open.Count == 0 || dice.Rarely(100))
            {
                return ModeBook.Take(holder, new OfferId(Recent(Modes.NextOffer.Value)), Quantity());
            }

            var offer = dice.Rarely(700) ? open[0] : open[^1];
            return ModeBook.Take(holder, offer.Id, dice.Rarely(500) ? offer.Open.Value : Quantity());
        }

        /// <summary>Mostly what another one waits for, sometimes something else.</summary>
        private (Command Command, Holder By) Register(Holder holder, Holder other)
        {
            var waiting = Modes.Deals.Values.Where(deal => deal.Status == DealStatus.Waiting).ToList();
            if (waiting.Count == 0 || dice.Rarely(400))
            {
                IntentionId? intention = dice.Rarely(300)
                    ? new IntentionId(Recent(Modes.NextIntention.Value))
                    : null;
                return (ModeBook.Deal(
                    holder, Side(), Quantity(), Price(), other, "C" + dice.Below(3), intention), holder);
            }

            var deal = dice.Of(waiting);
            var by = holders.Single(one => one.Id == deal.Counterparty);
            var with = holders.Single(one => one.Id == deal.Holder);
            var terms = deal.Terms.Mirrored();
            var side = dice.Rarely(80) ? Side() : terms.Side;
            return (ModeBook.Deal(by, side, terms.Quantity.Value, Digits(terms.Price), with, deal.Code), by);
        }

        private (Command Command, Holder By) AnswerOtc(Holder holder)
        {
            var id = new OtcId(Recent(Modes.NextOtc.Value));
            if (!Modes.Otc.TryGetValue(id, out var report) || dice.Rarely(80))
            {
                return (ModeBook.Confirm(holder, id, Quantity(), Price()), holder);
            }

            var by = holders.Single(one => one.Id == report.Counterparty);
            return dice.Rarely(200)
                ? (new DisputeOtc(by.Id, id, "no"), by)
                : (ModeBook.Confirm(by, id, report.Terms.Quantity.Value, Digits(report.Terms.Price)), by);
        }

        private long Recent(long next) => Math.Max(1, next - dice.Between(1, 4));

        private OrderSide Side() => dice.Rarely(500) ? OrderSide.Buy : OrderSide.Sell;

        private long Quantity() => dice.Rarely(40) ? 40_000 : 1 + dice.Below(300);

        private string Price() => dice.Rarely(100)
            ? $"{dice.Between(50, 70)}.{dice.Below(100):00}"
            : $"{dice.Between(59, 61)}.{dice.Below(2)}0";

        private string Soon(int from = 0) => Floor.State.Rules.Calendar.Day(Floor.Market.Now)
            .AddDays(from + dice.Below(3)).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

        private static string Digits(Price price) => new Money(price.Minor, price.Currency).Amount;

        private void Count(Event happened)
        {
            switch (happened)
            {
                case PricedOffered { Offer: var offer }:
                    Keep(offer.Holder, offer.Id, offer.Side, offer.Price, offer.Quantity);
                    break;
                case DealRegistered { Deal: var deal }:
                    Keep(deal.Holder, deal.Id, deal.Terms.Side, deal.Terms.Price, deal.Terms.Quantity);
                    break;
                case OtcReported { Report: var report } when report.Settlement == OtcSettlement.Venue
                    || report.Terms.Side == OrderSide.Sell:
                    Keep(report.Holder, report.Id, report.Terms.Side, report.Terms.Price, report.Terms.Quantity);
                    break;
                case UnitsTransferred { Transaction: var transaction }:
                    Own(transaction.Movements[0].From.Account, -transaction.Movements[0].Quantity, 0);
                    Own(transaction.Movements[0].To.Account, transaction.Movements[0].Quantity, 0);
                    break;
                case TradeMade { Trade: var trade }:
                    Count(trade);
                    break;
                default:
                    break;
            }

            Forget();
        }

        private void Count(Trade trade)
        {
            Trades[trade.Mode]++;
            var byVenue = trade.Otc is not { } otc || Modes.Otc[otc].Settlement == OtcSettlement.Venue;
            if (!byVenue)
            {
                (trade.BuyerFee + trade.SellerFee).Minor.ShouldBe(0);
                return;
            }

            Own(trade.Buyer, trade.Quantity.Value, -(trade.Amount + trade.BuyerFee).Minor);
            Own(trade.Seller, -trade.Quantity.Value, (trade.Amount - trade.SellerFee).Minor);
            fees += (trade.BuyerFee + trade.SellerFee).Minor;
            if (trade.Offer is not { } id)
            {
                return;
            }

            // An offer keeps the rest: of a purchase what it kept less what it has paid.
            foreach (var (key, purposes) in kept.Where(one => one.Value.ContainsKey(id)))
            {
                purposes[id] -= key.Money ? (trade.Amount + trade.BuyerFee).Minor : trade.Quantity.Value;
            }
        }

        private void Keep(HolderId holder, object purpose, OrderSide side, Price price, Tonnes quantity) =>
            kept[(holder, side == OrderSide.Buy)][purpose] = side == OrderSide.Sell
                ? quantity.Value
                : (price * quantity).Minor + (long)Math.Ceiling((price * quantity).Minor * 0.00037m);

        private void Own(AccountId account, long units, long cash)
        {
            var holder = Floor.State.Registry.Accounts[account].Holder!.Value;
            var (before, money) = owned[holder];
            owned[holder] = (before + units, money + cash);
        }

        private void Compare()
        {
            foreach (var holder in holders)
            {
                var account = holder.TradingAccount!.Value;
                (Floor.State.Ledger.Total(account, Floor.Ccer), Floor.State.Ledger.Total(account, Floor.Cny))
                    .ShouldBe(owned[holder.Id]);
                (Floor.Units(holder, Compartment.OnOrder), Floor.Cash(holder, Compartment.OnOrder))
                    .ShouldBe((kept[(holder.Id, false)].Values.Sum(), kept[(holder.Id, true)].Values.Sum()));
            }

            Floor.State.Ledger.Total(Floor.State.Trading.Fees!.Value, Floor.Cny).ShouldBe(fees);
        }
    }
}
