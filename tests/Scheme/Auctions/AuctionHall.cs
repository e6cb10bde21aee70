using Tanheng.Ledger;
using Tanheng.Quantities;
using Tanheng.Scheme.Auctions;
using Tanheng.Scheme.Registry;
using Tanheng.Scheme.Settlement;
using Tanheng.Scheme.Tests.Kit;
using Tanheng.Scheme.Tests.Trading;
using Tanheng.Scheme.Trading;

namespace Tanheng.Scheme.Tests.Auctions;

/// <summary>
/// The test market with an open exchange, an <c>auctions</c> section, one currency and some bidders who are represented
/// by a, b, c … It is Friday, 1 July 2022, 16:00; sealed auctions open on Monday at 9:00 and close at 11:00.
/// </summary>
internal sealed class AuctionHall
{
    public const string Opens = "2022-07-04 09:00";
    public const string Closes = "2022-07-04 11:00";
    private readonly Dictionary<(AuctionId, HolderId), (BidLine[] Lines, string Secret)> sealedBids = [];
    private int deposits;

    public AuctionHall(
        string auctions,
        string currency = "CNY",
        int bidders = 3,
        bool admits = true,
        Func<string, string>? change = null)
    {
        Currency = Currency.Parse(currency);
        var book = TradingBook.Of();
        var text = book.Text.Replace("\napprovals:", "\n" + auctions + "\napprovals:", StringComparison.Ordinal);
        if (Currency.MinorDigits == 0)
        {
            text = text.Replace("0.01 CNY", "1 CNY", StringComparison.Ordinal)
                .Replace("60.00 CNY", "20000 CNY", StringComparison.Ordinal)
                .Replace("25.05 CNY", "25000 CNY", StringComparison.Ordinal);
        }

        text = (change ?? (same => same))(text.Replace("CNY", currency, StringComparison.Ordinal));
        Market = Market.Found(book with { Text = text }, TradingBook.Includes, TestRules.Methods);
        Bidders = [.. Enumerable.Range(1, bidders).Select(n => Market.Admit(
            n, "CN-BJ", new NewRepresentative(new UserId(NameOf(n)), Rights.Initiate)))];
        Market.At("2022-07-01 16:00");
        Market.Do(new OpenExchange());
        foreach (var holder in Bidders)
        {
            Market.Do(new RegisterBankAccount(holder.Id, "结算银行", "6222 " + holder.Id.Value));
            if (admits)
            {
                Market.Do(new AdmitBidder(holder.Id, BidderClass.Covered));
            }
        }
    }

    public Market Market { get; }

    public SchemeState State => Market.State;

    public Currency Currency { get; }

    public Holder[] Bidders { get; }

    public Holder this[int bidder] => Bidders[bidder];

    public static Asset Cea { get; } = Asset.Unit("CEA-2022");

    public AuctionId Announce(string rule, long tonnes, string reserve, string? seed = null) =>
        Market.Do(Announcement(rule, tonnes, reserve, seed)).OfType<AuctionAnnounced>().Single().Announcement.Id;

    public AnnounceAuction Announcement(string rule, long tonnes, string reserve, string? seed = null) => new(
        rule,
        "CEA",
        CompliancePeriod.Parse("2022"),
        new Tonnes(tonnes),
        Per(reserve),
        DateTime.Parse(Opens, System.Globalization.CultureInfo.InvariantCulture),
        DateTime.Parse(Closes, System.Globalization.CultureInfo.InvariantCulture),
        seed is null ? "" : Digest.Of(System.Text.Encoding.UTF8.GetBytes(seed + "\n")).ToString());

    public Auction Auction(AuctionId id) => State.Auctions.Find(id)!;

    public AuctionResult Result(AuctionId id) => Auction(id).Result.ShouldNotBeNull();

    public AuctionHall Give(int bidder, string cash)
    {
        var holder = Bidders[bidder];
        Market.Do(new RecordDeposit(
            holder.Id, Of(cash), "6222 " + holder.Id.Value, $"line {++deposits}"));
        return this;
    }

    /// <summary>
    /// Pays in what the bid may cost, lodges it, and seals the bid; opened later with <see cref="Open"/>.
    /// </summary>
    public Digest Seal(AuctionId auction, int bidder, params (long Tonnes, string Price)[] lines)
    {
        var parsed = lines.Select(line => new BidLine(Per(line.Price), new Tonnes(line.Tonnes))).ToArray();
        var needed = parsed.Max(line => line.Price.Minor
            * parsed.Where(other => other.Price >= line.Price).Sum(other => other.Quantity.Value));
        var amount = new Money(needed, Currency).ToString();
        Give(bidder, amount[..^4]);
        Do(new LodgeCollateral(this[bidder].Id, auction, new Money(needed, Currency)), bidder);
        return SealOnly(auction, bidder, parsed);
    }

    public Digest SealOnly(AuctionId auction, int bidder, params BidLine[] lines)
    {
        var (holder, secret) = (this[bidder].Id, $"secret of bidder {bidder}, auction {auction}");
        var seal = SealedBids.SealOf(auction, holder, lines, secret);
        sealedBids[(auction, holder)] = (lines, secret);
        Do(new SealBid(holder, auction, seal.ToString()), bidder);
        return seal;
    }

    public OpenBid Opening(AuctionId auction, int bidder)
    {
        var (lines, secret) = sealedBids[(auction, this[bidder].Id)];
        return new OpenBid(this[bidder].Id, auction, lines, secret);
    }

    public void Open(AuctionId auction, int bidder) => Do(Opening(auction, bidder), bidder);

    /// <summary>Lets the close pass, opens every bid and clears.</summary>
    public AuctionResult Clear(AuctionId auction, string? seed = null)
    {
        Market.At(Closes);
        for (var i = 0; i < Bidders.Length; i++)
        {
            if (Auction(auction).Entries.GetValueOrDefault(this[i].Id) is { HasBid: true, IsOpen: false })
            {
                Open(auction, i);
            }
        }

        Market.Do(new ClearAuction(auction, seed ?? ""));
        return Result(auction);
    }

    public IReadOnlyList<Event> Do(Command command, int bidder) => Market.Do(command, NameOf(bidder + 1));

    public RefusalCode Refuse(Command command, int bidder) => Market.Refuse(command, NameOf(bidder + 1));

    /// <summary>Minor units.</summary>
    public long Cash(int bidder, Compartment compartment = Compartment.Free) => State.Ledger.Balance(
        new Place(this[bidder].TradingAccount!.Value, compartment), Asset.Money(Currency));

    public long Units(int bidder, Asset? asset = null, Compartment compartment = Compartment.Free) =>
        State.Ledger.Balance(new Place(this[bidder].TradingAccount!.Value, compartment), asset ?? Cea);

    public long Revenue => State.Ledger.Balance(new Place(State.Auctions.Revenue!.Value), Asset.Money(Currency));

    public Price Per(string price) => Price.Parse($"{price} {Currency.Code}/t");

    public Money Of(string money) => Money.Parse($"{money} {Currency.Code}");

    private static string NameOf(int n) => ((char)('a' + n - 1)).ToString();
}
