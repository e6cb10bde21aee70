using System.Globalization;
using Tanheng.Ledger;
using Tanheng.Quantities;
using Tanheng.Scheme.Registry;
using Tanheng.Scheme.Settlement;
using Tanheng.Scheme.Supervision;
using Tanheng.Scheme.Tests.Auditor;
using Tanheng.Scheme.Tests.Kit;
using Tanheng.Scheme.Trading;

namespace Tanheng.Scheme.Tests.Trading;

/// <summary>
/// Random days of trading. After every command the invariants of the scheme hold, and a second bookkeeping, which knows
/// only who paid what and who got what, agrees with the ledger; at the end the journal replays to the same state.
/// <c>TANHENG_SEED=17</c> runs one seed.
/// </summary>
public sealed class RandomTradingTests
{
    private const int Steps = 650;

    private const string Watched = """
          positions: { status: parameter, source: test, large_trader: 300000 t }
        supervision:
          cancel_when_halted: yes
          explain_working_days: 5
          appeal_working_days: 10
          source: test
          status: parameter
          wash_trades: { at_least: 50 t }
          close_marking: { minutes: 60, share: 30 %, move: 0.1 %, at_least: 1 t }
          layering: { minutes: 60, orders: 1, times: 1 }
          price_jump: { minutes: 5, move: 3 %, pause_minutes: 3 }
          concentration: { share: 30 %, at_least: 1 t }
          cancel_ratio: { orders: 3, share: 30 % }
        """;

    private static readonly string[] People = ["a", "b", "c"];

    public static TheoryData<int> Seeds =>
        Environment.GetEnvironmentVariable("TANHENG_SEED") is { Length: > 0 } seed
            ? [int.Parse(seed, CultureInfo.InvariantCulture)]
            : [.. Enumerable.Range(1, 12)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Whatever_is_sent_to_the_exchange_nothing_appears_and_nothing_is_lost(int seed)
    {
        var run = new Run(seed);
        for (var step = 0; step < Steps; step++)
        {
            run.Step();
        }

        TapeTests.Check(run.Floor.State);
        run.Floor.Market.ShouldReplay();
        run.Accepted.ShouldBeGreaterThan(Steps / 4, "the commands must be worth trying");
        run.Trades.ShouldBeGreaterThan(10);
        run.Tried.ShouldBeGreaterThan(Steps / 4);
        run.Barred.ShouldBePositive("halts and restrictions must meet somebody");
        run.Floor.State.Supervision.Alerts.ShouldNotBeEmpty();
    }

    private sealed class Run
    {
        private readonly Dice dice;
        private readonly Holder[] holders;
        private readonly Dictionary<HolderId, (long Units, long Cash)> expected = [];
        private long fees;
        private int lines;

        public Run(int seed)
        {
            dice = new Dice(seed);
            Floor = new Floor(
                ("buyer: 0 ‰, seller: 0 ‰, rounding: half-up", "buyer: 0.37 ‰, seller: 1.3 ‰, rounding: ceiling"),
                ("proceeds: same-day", dice.Rarely(500) ? "proceeds: next-trading-day" : "proceeds: same-day"),
                ("partly: no", dice.Rarely(500) ? "partly: yes" : "partly: no"),
                ("levels: 5", "levels: 2"),
                ("  positions: { status: parameter, source: test }", Watched));
            holders = [Floor.A, Floor.B, Floor.C];
            foreach (var holder in holders)
            {
                Floor.Give(holder, 300_000, "30000000.00");
                expected[holder.Id] = (300_000, 3_000_000_000);
            }
        }

        public Floor Floor { get; }

        public int Barred { get; private set; }

        public int Accepted { get; private set; }

        public int Trades { get; private set; }

        public int Tried { get; private set; }

        public void Step()
        {
            PassTime();
            var holder = dice.Of(holders);
            var (command, by) = Make(holder);
            CompareTrial(command, by);
            if (SchemeMachine.Decide(
                Floor.State,
                new Context(Floor.State.Sequence + 1, Floor.Market.Now, new UserId(by), CommandId.From("trial")),
                command).IsRefused(out _))
            {
                var code = Floor.Market.Refuse(command, by);
                Barred += code == SupervisionRefusals.Halted || code == SupervisionRefusals.Restricted ? 1 : 0;
                return;
            }

            Accepted++;
            foreach (var happened in Floor.Market.Do(command, by))
            {
                Count(happened);
            }

            Compare();
        }

        /// <summary>What is tried says what is decided, and keeps what is kept.</summary>
        private void CompareTrial(Command command, string by)
        {
            var trial = command switch
            {
                PlaceOrder order => OrderTrial.Of(Floor.State, Floor.Market.Now, order),
                OfferBlock offer => OrderTrial.Of(Floor.State, Floor.Market.Now, offer),
                TakeOrder take => OrderTrial.Of(Floor.State, Floor.Market.Now, take),
                _ => null,
            };
            if (trial is null)
            {
                return;
            }

            Tried++;
            var context = new Context(
                Floor.State.Sequence + 1, Floor.Market.Now, new UserId(by), CommandId.From("trial"));
            var decided = SchemeMachine.Decide(Floor.State, context, command).Try(out var decision, out var refusal);
            trial.Refusal.ShouldBe(refusal, $"{command}");
            if (decided)
            {
                trial.Checks.ShouldAllBe(check => check.Looked);
                var kept = decision!.Events.OfType<IMovesUnits>().Single().Transactions[^1].Movements
                    .Where(move => move.Asset == trial.Cost!.Asset && move.From.Account == AccountOf(command))
                    .Sum(move => move.Quantity);
                kept.ShouldBe(trial.Cost!.Needed, $"{command}");
            }
        }

        private AccountId AccountOf(Command command) =>
            Floor.State.Registry.Holders[((IForHolder)command).Holder].TradingAccount!.Value;

        /// <summary>Minutes, mostly none; from the end of a day to the next one, and over lunch.</summary>
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
        }

        private (Command Command, string By) Make(Holder holder)
        {
            var person = People[(int)holder.Id.Value - 1];
            return dice.Below(15) switch
            {
                0 or 1 or 2 => (Floor.Listing(holder, Side(), Quantity(), Price()), person),
                3 or 4 or 5 => (Floor.Hit(holder, Order(), Quantity()), person),
                6 => OfOwner(order => new CancelOrder(order.Holder, order.Id), holder),
                7 => OfOwner(
                    order => new ReduceOrder(order.Holder, order.Id, new Tonnes(dice.Below(300))), holder),
                8 => (Floor.Block(
                    holder,
                    Side(),
                    100_000 + dice.Below(9),
                    Price(),
                    dice.Rarely(300) ? dice.Of(holders) : null), person),
                9 => (Answer(holder), person),
                10 => (new WithdrawBlock(holder.Id, Talk()), person),
                11 => (Supervise(holder), "admin"),
                12 => (Release(holder), "admin"),
                _ => Purse(holder, person),
            };
        }

        private (Command Command, string By) Purse(Holder holder, string person)
        {
            var amount = new Money(dice.Below(3_000_000), Currency.Cny);
            return dice.Below(5) switch
            {
                0 => (Floor.Deposit(holder, amount.ToString()[..^4], "bank " + ++lines), "admin"),
                1 or 2 => (new RequestWithdrawal(holder.Id, amount), person),
                3 => (new ConfirmWithdrawal(new WithdrawalId(dice.Between(1, 9)), "slip"), "admin"),
                _ => (new RejectWithdrawal(new WithdrawalId(dice.Between(1, 9)), "no"), "admin"),
            };
        }

        /// <summary>Halts, restrictions, accounts that are frozen, relations.</summary>
        private Command Supervise(Holder holder)
        {
            DateOnly? until = dice.Rarely(500) ? Floor.State.Rules.Calendar.Day(Floor.Market.Now) : null;
            return dice.Below(6) switch
            {
                0 => new HaltTrading(
                    "halt", dice.Rarely(700) ? "CCER" : null, default, dice.Rarely(900) ? 1 + dice.Below(20) : null),
                1 => new RestrictTrading(holder.Id, (TradingBar)dice.Below(3), "restrict", until),
                2 => new FreezeAccount(holder.TradingAccount!.Value, "court"),
                3 => new SuspendAccount(holder.TradingAccount!.Value, "stop"),
                4 => new DeclareRelation(holder.Id, dice.Of(holders).Id, (RelationKind)dice.Below(4), "papers"),
                _ => new EndRelation(holder.Id, dice.Of(holders).Id, "papers"),
            };
        }

        /// <summary>The end of something that bars somebody, where there is any.</summary>
        private Command Release(Holder holder)
        {
            var supervision = Floor.State.Supervision;
            var barred = holders.FirstOrDefault(one =>
                Floor.State.Registry.Accounts[one.TradingAccount!.Value].Status != AccountStatus.Active);
            return barred is not null ? new UnfreezeAccount(barred.TradingAccount!.Value, "lift")
                : supervision.Restrictions.Count > 0
                    ? new LiftTradingRestriction(supervision.Restrictions.Keys.MinBy(one => one.Value), "lift")
                    : new ResumeTrading("resume", supervision.MarketHalt is null ? "CCER" : null);
        }

        private Command Answer(Holder holder)
        {
            var block = Talk();
            var terms = Floor.State.Trading.Blocks.GetValueOrDefault(block)?.Standing;
            return terms is null || dice.Rarely(400)
                ? Floor.Counter(holder, block, 100_000 + dice.Below(9), Price())
                : Floor.Confirm(holder, block, terms.Quantity.Value, terms.Price.ToString()[..^6]);
        }

        private OrderSide Side() => dice.Rarely(500) ? OrderSide.Buy : OrderSide.Sell;

        private long Quantity() => dice.Rarely(30) ? 100_000 : 1 + dice.Below(200);

        /// <summary>A few prices around the reference, so that several orders meet at one, and sometimes any.</summary>
        private string Price() => dice.Rarely(150)
            ? $"{dice.Between(52, 68)}.{dice.Below(100):00}"
            : $"{dice.Between(59, 61)}.{dice.Below(2)}0";

        private OrderId Order()
        {
            var open = Floor.State.Trading.Orders.Values.Where(order => order.Status == OrderStatus.Open)
                .Select(order => order.Id).ToList();
            return open.Count == 0 || dice.Rarely(80)
                ? new OrderId(dice.Between(1, Floor.State.Trading.NextOrder.Value))
                : dice.Of(open);
        }

        private (Command Command, string By) OfOwner(Func<ListedOrder, Command> make, Holder otherwise) =>
            Floor.State.Trading.Orders.TryGetValue(Order(), out var order)
                ? (make(order), People[(int)order.Holder.Value - 1])
                : (new CancelOrder(otherwise.Id, new OrderId(999)), People[(int)otherwise.Id.Value - 1]);

        private BlockId Talk() => new(Math.Max(1, Floor.State.Trading.NextBlock.Value - dice.Between(1, 2)));

        private void Count(Event happened)
        {
            switch (happened)
            {
                case TradeMade { Trade: var trade }:
                    Trades++;
                    Add(trade.Buyer, trade.Quantity.Value, -(trade.Amount + trade.BuyerFee).Minor);
                    Add(trade.Seller, -trade.Quantity.Value, (trade.Amount - trade.SellerFee).Minor);
                    fees += (trade.BuyerFee + trade.SellerFee).Minor;
                    break;
                case CashDeposited deposit:
                    Add(deposit.Transaction.Movements[0].To.Account, 0, deposit.Transaction.Movements[0].Quantity);
                    break;
                case WithdrawalConfirmed paid:
                    Add(paid.Transaction.Movements[0].From.Account, 0, -paid.Transaction.Movements[0].Quantity);
                    break;
                default:
                    break;
            }
        }

        private void Add(AccountId account, long units, long cash)
        {
            var holder = Floor.State.Registry.Accounts[account].Holder!.Value;
            var (before, money) = expected[holder];
            expected[holder] = (before + units, money + cash);
        }

        private void Compare()
        {
            foreach (var holder in holders)
            {
                var account = holder.TradingAccount!.Value;
                (Floor.State.Ledger.Total(account, Floor.Ccer), Floor.State.Ledger.Total(account, Floor.Cny))
                    .ShouldBe(expected[holder.Id]);
            }

            Floor.State.Ledger.Total(Floor.State.Trading.Fees!.Value, Floor.Cny).ShouldBe(fees);
            foreach (var side in Enum.GetValues<OrderSide>())
            {
                var open = Floor.State.Trading.Orders.Values
                    .Where(order => order.Side == side && order.Open > Tonnes.Zero)
                    .OrderBy(order => side == OrderSide.Buy ? -order.Price.Minor : order.Price.Minor)
                    .ThenBy(order => order.Id.Value);
                Quotes.Orders(Floor.State, Floor.Ccer, side).ShouldBe(open);
            }
        }
    }
}
