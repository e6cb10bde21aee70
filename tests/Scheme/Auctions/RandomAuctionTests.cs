using System.Globalization;
using Tanheng.Ledger;
using Tanheng.Quantities;
using Tanheng.Scheme.Auctions;
using Tanheng.Scheme.Registry;
using Tanheng.Scheme.Tests.Auditor;
using Tanheng.Scheme.Tests.Kit;

namespace Tanheng.Scheme.Tests.Auctions;

/// <summary>
/// Random auctions of every kind, commands good and bad. After each the invariants hold and a second bookkeeping, which
/// knows only what everybody had and what results say, agrees with the ledger; a refusal changes nothing; the journal
/// replays to the same state. <c>TANHENG_SEED=17</c> runs one seed.
/// </summary>
public sealed class RandomAuctionTests
{
    private const int Steps = 400;

    public static TheoryData<int> Seeds =>
        Environment.GetEnvironmentVariable("TANHENG_SEED") is { Length: > 0 } seed
            ? [int.Parse(seed, CultureInfo.InvariantCulture)]
            : [.. Enumerable.Range(1, 10)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Whatever_is_bid_nothing_appears_and_nothing_is_lost(int seed)
    {
        var run = new Run(seed);
        for (var step = 0; step < Steps; step++)
        {
            run.Step();
        }

        run.Hall.Market.ShouldReplay();
        run.Accepted.ShouldBeGreaterThan(Steps / 8, "the commands must be worth trying");
        run.Sold.ShouldBeGreaterThan(0);
    }

    private sealed class Run
    {
        private const string Rules = """
            auctions:
              - { name: drawn, title: { zh: 抽签, en: Drawn }, kind: sealed, lot: 10 t, tick: 0.05 CNY, marginal: seed,
                  undersubscribed: lowest-bid, admission: no, bidder_cap: 60 %, lines: 3, opening: 2 h, forfeit: 7 %,
                  consignment: first, source: test, status: parameter }
              - { name: shared, title: { zh: 按比例, en: Shared }, kind: sealed, lot: 10 t, tick: 0.05 CNY,
                  marginal: pro-rata, undersubscribed: reserve, admission: no, lines: 3, opening: 2 h, forfeit: 0 %,
                  consignment: last, source: test, status: parameter }
              - { name: public, title: { zh: 竞价, en: Public }, kind: ascending, lot: 10 t, tick: 0.05 CNY,
                  marginal: time, undersubscribed: lowest-bid, admission: no, whole: no, step: 0.10 CNY, source: test,
                  status: parameter }
              - { name: tiers, title: { zh: 分档, en: Tiers }, kind: fixed-price, lot: 10 t, tick: 0.05 CNY,
                  marginal: pro-rata, admission: no, tiers: [ { price: 30.00 CNY }, { price: 40.00 CNY } ],
                  source: test, status: parameter }
            """;

        private readonly Dice dice;
        private readonly Dictionary<HolderId, (long Units, long Cash)> expected = [];
        private readonly Dictionary<(AuctionId, HolderId), OpenBid> secrets = [];
        private long revenue;
        private int counter;

        public Run(int seed)
        {
            dice = new Dice(seed);
            Hall = new AuctionHall(Rules, bidders: 4);
            for (var i = 0; i < 4; i++)
            {
                Hall.Give(i, "1000000.00");
                Hall.Market.Issue(Hall[i].TradingAccount!.Value, 5_000);
                expected[Hall[i].Id] = (5_000, 100_000_000);
            }

            Hall.Market.At("2022-07-04 09:30");
        }

        public AuctionHall Hall { get; }

        public int Accepted { get; private set; }

        public long Sold { get; private set; }

        public void Step()
        {
            if (dice.Rarely(350))
            {
                Hall.Market.After(TimeSpan.FromMinutes(dice.Below(50)));
            }

            CountResults();
            Compare();
            var bidder = dice.Below(4);
            var (command, by) = Make(bidder);
            var person = by is { } one ? ((char)('a' + one)).ToString() : Market.Admin.Name;
            var context = new Context(
                Hall.State.Sequence + 1, Hall.Market.Now, new UserId(person), CommandId.From("trial"));
            if (SchemeMachine.Decide(Hall.State, context, command).IsRefused(out _))
            {
                Hall.Market.Refuse(command, person);
                return;
            }

            Accepted++;
            Hall.Market.Do(command, person);
            CountResults();
            Compare();
        }

        private readonly HashSet<AuctionId> counted = [];

        /// <summary>From the award alone: units and money of each, the rest of the money is the seller's.</summary>
        private void CountResults()
        {
            foreach (var auction in Hall.State.Auctions.Auctions.Where(one => one.Result is not null))
            {
                if (!counted.Add(auction.Id))
                {
                    continue;
                }

                var (result, announced) = (auction.Result!, auction.Announcement);
                var sign = announced.Side == Tanheng.Scheme.Trading.OrderSide.Sell ? 1 : -1;
                foreach (var award in result.Awards)
                {
                    Move(award.Holder, sign * award.Quantity.Value, -sign * (award.Price * award.Quantity).Minor);
                    Sold += award.Quantity.Value;
                    if (announced.Holder is { } owner)
                    {
                        Move(owner, -sign * award.Quantity.Value, sign * (award.Price * award.Quantity).Minor);
                    }
                }

                revenue += result.Revenue.Minor;
                ReadConsigned(auction, result);
            }
        }

        /// <summary>
        /// What is not the authority's own is what consigners lost of units and won of money, at one price.
        /// </summary>
        private void ReadConsigned(Auction auction, AuctionResult result)
        {
            foreach (var entry in auction.Bids.Where(entry => !entry.IsOpen))
            {
                // 7 % of collateral in whole fen, rounded down.
                var lost = auction.Announcement.Rule == "drawn" ? entry.Kept * 7 / 100 : 0;
                Move(entry.Holder, 0, -lost);
            }

            var sold = result.Sold.Value - result.Own.Value;
            if (auction.Announcement.Holder is not null || sold == 0)
            {
                return;
            }

            // Largest remainder over lots of ten, the lower id first among equals.
            var all = auction.Consigned.Values.OrderBy(one => one.Holder.Value).ToList();
            var total = all.Sum(one => one.Quantity.Value);
            var parts = all.ToDictionary(
                one => one.Holder, one => one.Quantity.Value / 10 * (sold / 10) / (total / 10));
            var rest = (sold / 10) - parts.Values.Sum();
            foreach (var one in all.OrderByDescending(one => one.Quantity.Value / 10 * (sold / 10) % (total / 10))
                .Take((int)rest))
            {
                parts[one.Holder]++;
            }

            foreach (var (holder, lots) in parts)
            {
                Move(holder, -lots * 10, lots * 10 * result.Price!.Value.Minor);
            }
        }

        private void Move(HolderId holder, long units, long cash)
        {
            var (had, money) = expected[holder];
            expected[holder] = (had + units, money + cash);
        }

        private void Compare()
        {
            for (var i = 0; i < 4; i++)
            {
                var account = Hall[i].TradingAccount!.Value;
                var units = Hall.State.Ledger.Total(account, Asset.Unit("CCER"));
                var cash = Hall.State.Ledger.Total(account, Asset.Money(Hall.Currency));
                (units, cash).ShouldBe(expected[Hall[i].Id], $"bidder {i}");
            }

            if (Hall.State.Auctions.Revenue is not null)
            {
                Hall.Revenue.ShouldBe(revenue);
            }
        }

        private (Command Command, int? By) Make(int bidder)
        {
            var holder = Hall[bidder].Id;
            var auction = Any();
            return dice.Below(14) switch
            {
                0 => (Announce(), null),
                1 => (Offer(holder), bidder),
                2 or 3 => (
                    new LodgeCollateral(holder, auction, new Money(dice.Below(3_000_000), Hall.Currency)), bidder),
                4 or 5 or 6 => (Seal(auction, holder), bidder),
                7 or 8 => (secrets.GetValueOrDefault((auction, holder))
                    ?? new OpenBid(holder, auction, [Line()], "nothing was sealed here"), bidder),
                9 or 10 => (new PlaceBid(holder, auction, Line().Price, Line().Quantity), bidder),
                11 => (new ConsignUnits(holder, auction, new Tonnes(dice.Below(60) * 10)), bidder),
                12 => dice.Rarely(200)
                    ? (new CancelAuction(auction, "chance"), null)
                    : (new WithdrawBid(holder, auction), bidder),
                _ => (new ClearAuction(auction, dice.Rarely(700) ? "seed" : ""), null),
            };
        }

        private AuctionId Any() => new(Math.Max(1, Hall.State.Auctions.Auctions.Count - dice.Below(3)));

        private SealBid Seal(AuctionId auction, HolderId holder)
        {
            var lines = Enumerable.Range(0, 1 + dice.Below(3)).Select(_ => Line()).ToArray();
            var open = new OpenBid(holder, auction, lines, $"secret number {++counter} of the run");
            secrets[(auction, holder)] = open;
            return new SealBid(
                holder, auction, SealedBids.SealOf(auction, holder, lines, open.Secret).ToString());
        }

        private BidLine Line() => new(
            new Price((dice.Below(40) * 5) + 2_900 + (dice.Below(4) * 500), Hall.Currency),
            new Tonnes((dice.Below(40) * 10) + (dice.Rarely(50) ? 1 : 0)));

        private AnnounceAuction Announce()
        {
            var (opens, rule) = (Soon(), dice.Below(3));
            return new AnnounceAuction(
                rule switch { 0 => "drawn", 1 => "shared", _ => "tiers" },
                "CCER",
                default,
                new Tonnes(rule == 2 ? 0 : dice.Below(100) * 10),
                rule == 2 ? null : Line().Price,
                opens,
                opens.AddMinutes(20 + dice.Below(90)),
                rule == 0 ? Digest.Of("seed\n"u8).ToString() : "",
                rule == 2 ? [new Tonnes(dice.Below(50) * 10), new Tonnes(200)] : null);
        }

        private OfferBidding Offer(HolderId holder)
        {
            var opens = Soon();
            return new OfferBidding(
                holder,
                "public",
                dice.Rarely(500) ? Tanheng.Scheme.Trading.OrderSide.Sell : Tanheng.Scheme.Trading.OrderSide.Buy,
                "CCER",
                default,
                new Tonnes(dice.Below(100) * 10),
                Line().Price,
                opens,
                opens.AddMinutes(20 + dice.Below(90)));
        }

        private DateTime Soon() =>
            Hall.State.Rules.Calendar.Local(Hall.Market.Now).AddMinutes(dice.Below(15));
    }
}
