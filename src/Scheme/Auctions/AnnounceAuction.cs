using Tanheng.Ledger;
using Tanheng.Quantities;
using Tanheng.Rulebook;
using Tanheng.Scheme.Allocation;
using Tanheng.Scheme.Registry;
using Tanheng.Scheme.Trading;

namespace Tanheng.Scheme.Auctions;

/// <summary>拍卖公告: the authority will sell allowances.</summary>
/// <param name="Rule">The rulebook's rule: sealed, or at fixed prices.</param>
/// <param name="Unit">Family.</param>
/// <param name="Vintage">Default when the family has none.</param>
/// <param name="Quantity">Of a sealed auction; zero for a sale in tiers.</param>
/// <param name="Reserve">Of a sealed auction: nothing is sold below it; null for a sale in tiers.</param>
/// <param name="Opens">First moment of bids, local time.</param>
/// <param name="Closes">First moment too late, local time.</param>
/// <param name="SeedDigest">SHA-256 of the seed and a line feed, where ties are drawn; empty otherwise.</param>
/// <param name="Tiers">Of a sale in tiers: the quantity of each, lowest price first.</param>
public sealed record AnnounceAuction(
    string Rule,
    string Unit,
    CompliancePeriod Vintage,
    Tonnes Quantity,
    Price? Reserve,
    DateTime Opens,
    DateTime Closes,
    string SeedDigest = "",
    IReadOnlyList<Tonnes>? Tiers = null) : Command;

/// <summary>An auction is announced; what who announced it keeps is kept.</summary>
public sealed record AuctionAnnounced(Announcement Announcement, IReadOnlyList<Transaction> Transactions)
    : Event, IMovesUnits;

/// <summary>
/// Nothing is issued yet: what is sold is minted when the auction is settled, what is not sold stays with the
/// authority. Refusals in order: no exchange, exchange not opened; auction rule unknown, of another kind; unit unknown;
/// bad lot (of each tier), tiers differ; bad price, reserve too low; too large; too soon, closes too early; seed
/// missing, not needed; beyond the period's cap.
/// </summary>
public static class AuctionAnnouncing
{
    internal static void Register(Catalogue catalogue) => catalogue
        .Command<AnnounceAuction>("announce-auction", Permission.Of(Role.Authority), Decide)
        .Event<AuctionAnnounced>("auction-announced", Apply);

    /// <summary>
    /// A rule that holds now. Refusals in order: no exchange, exchange not opened; auction rule unknown.
    /// </summary>
    internal static Outcome<AuctionRule> Find(SchemeState state, in Context context, string name)
    {
        if (Exchange.Find(state).IsRefused(out var refusal))
        {
            return refusal;
        }

        var day = state.Rules.Calendar.Day(context.Time);
        var rules = state.Rules.Auctions.Where(rule => rule.Cite.Holds(day)).ToList();
        return rules.Find(rule => rule.Name == name) is { } found
            ? found
            : AuctionRefusals.NoAuctionRule.With(
                ("rule", name),
                ("day", day),
                ("rules", rules.Count == 0 ? "–" : string.Join(", ", rules.Select(rule => rule.Name))));
    }

    /// <summary>A unit of the market with its vintage, or unit unknown.</summary>
    internal static Outcome<Asset> Instrument(SchemeState state, string unit, CompliancePeriod vintage) =>
        state.Rules.Unit(unit ?? "") is { } family
        && (family.Vintages.Count == 0 ? vintage == default : family.Vintages.Contains(vintage))
            ? Asset.Unit(family.AssetCode(vintage))
            : AuctionRefusals.UnknownUnit.With(("unit", unit), ("vintage", vintage));

    /// <summary>Null when a quantity is a whole number of lots above zero.</summary>
    internal static Refusal? CheckLot(Tonnes lot, Tonnes quantity) =>
        quantity.Value <= 0 || quantity.Value % lot.Value != 0
            ? AuctionRefusals.BadLot.With(("quantity", quantity), ("lot", lot))
            : null;

    /// <summary>Null when a price is a whole number of ticks above zero.</summary>
    internal static Refusal? CheckPrice(Money tick, Price price) =>
        price.Currency != tick.Currency || price.Minor <= 0 || price.Minor % tick.Minor != 0
            ? AuctionRefusals.BadPrice.With(("price", price), ("tick", tick))
            : null;

    /// <summary>Null when a price times a quantity can be counted.</summary>
    internal static Refusal? CheckAmount(Price price, Tonnes quantity) =>
        (Int128)price.Minor * quantity.Value > Prices.MostAmount
            ? AuctionRefusals.TooLarge.With(("most", new Money(Prices.MostAmount, price.Currency)))
            : null;

    /// <summary>Both ends of the time for bids. Refusals in order: too soon; closes too early.</summary>
    internal static Outcome<(DateTimeOffset Opens, DateTimeOffset Closes)> Times(
        SchemeState state, in Context context, AuctionRule rule, DateTime opens, DateTime closes)
    {
        var calendar = state.Rules.Calendar;
        var from = calendar.Moment(DateTime.SpecifyKind(opens, DateTimeKind.Unspecified));
        var until = calendar.Moment(DateTime.SpecifyKind(closes, DateTimeKind.Unspecified));
        var earliest = context.Time.AddHours(rule.NoticeHours);
        if (from < earliest)
        {
            return AuctionRefusals.TooSoon.With(
                ("hours", rule.NoticeHours), ("earliest", calendar.Local(earliest)));
        }

        return until <= from
            ? AuctionRefusals.ClosesFirst.With(("opens", opens), ("closes", closes))
            : (from, until);
    }

    private static Outcome<Decision> Decide(SchemeState state, in Context context, AnnounceAuction command)
    {
        if (!Find(state, context, command.Rule).Try(out var rule, out var refusal))
        {
            return refusal;
        }

        if (rule.Kind == AuctionKind.Ascending)
        {
            return AuctionRefusals.WrongKind.With(("kind", rule.Kind));
        }

        if (!Instrument(state, command.Unit, command.Vintage).Try(out var instrument, out refusal)
            || !Tiers(rule, command).Try(out var tiers, out refusal)
            || !Limit(rule, command, tiers).Try(out var limit, out refusal)
            || !Times(state, context, rule, command.Opens, command.Closes).Try(out var times, out refusal)
            || !Seed(rule, command.SeedDigest).Try(out var seed, out refusal))
        {
            return refusal;
        }

        var quantity = rule.Kind == AuctionKind.Sealed
            ? command.Quantity
            : new Tonnes(tiers.Sum(tier => tier.Quantity.Value));
        if (CheckCap(state, instrument, quantity) is { } beyond)
        {
            return beyond;
        }

        var announced = new AuctionAnnounced(
            new Announcement(
                state.Auctions.Next,
                rule.Name,
                rule.Title,
                rule.Kind,
                OrderSide.Sell,
                instrument,
                quantity,
                limit,
                times.Opens,
                times.Closes,
                times.Closes.AddHours(rule.OpeningHours),
                AuctionTerms.Of(rule),
                seed,
                tiers,
                null,
                null),
            []);
        return state.Auctions.Revenue is null
            ? Decision.Of(
                AccountOpening.Plan(state, 0, AccountKind.AuctionRevenue, AccountStatus.Active, null, null), announced)
            : Decision.Of(announced);
    }

    private static Outcome<SaleTier[]> Tiers(AuctionRule rule, AnnounceAuction command)
    {
        var given = command.Tiers ?? [];
        if (rule.Kind == AuctionKind.Sealed)
        {
            return given.Count > 0
                ? AuctionRefusals.TiersDiffer.With(("tiers", 0), ("given", given.Count))
                : CheckLot(rule.Lot, command.Quantity) is { } bad ? bad : Array.Empty<SaleTier>();
        }

        if (given.Count != rule.Tiers.Count)
        {
            return AuctionRefusals.TiersDiffer.With(("tiers", rule.Tiers.Count), ("given", given.Count));
        }

        var refused = given.Select(quantity => CheckLot(rule.Lot, quantity)).FirstOrDefault(bad => bad is not null);
        return refused is { } wrong
            ? wrong
            : rule.Tiers.Zip(given, (price, quantity) =>
                new SaleTier(new Price(price.Minor, price.Currency), quantity)).ToArray();
    }

    private static Outcome<Price> Limit(AuctionRule rule, AnnounceAuction command, SaleTier[] tiers)
    {
        if (rule.Kind == AuctionKind.FixedPrice)
        {
            return tiers.Select(tier => CheckAmount(tier.Price, tier.Quantity)).FirstOrDefault(bad => bad is not null)
                is { } large ? large : tiers[0].Price;
        }

        var price = command.Reserve ?? default;
        if (CheckPrice(rule.Tick, price) is { } bad)
        {
            return bad;
        }

        if (rule.LowestPrice is { } lowest && price.Minor < lowest.Minor)
        {
            return AuctionRefusals.BelowLowest.With(("price", price), ("lowest", lowest));
        }

        return CheckAmount(price, command.Quantity) is { } tooLarge ? tooLarge : price;
    }

    private static Outcome<Digest?> Seed(AuctionRule rule, string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return rule.Draws ? AuctionRefusals.SeedMissing.With() : default(Digest?);
        }

        if (!rule.Draws)
        {
            return AuctionRefusals.SeedNotNeeded.With();
        }

        return Digest.TryParse(text.Trim(), null, out var digest) ? digest : AuctionRefusals.SeedMissing.With();
    }

    /// <summary>Null when the caps of the periods that allocate this unit leave as much.</summary>
    private static Refusal? CheckCap(SchemeState state, Asset instrument, Tonnes quantity)
    {
        var standing = PeriodCaps.Of(state).FirstOrDefault(one => one.Year is null && one.Left < quantity
            && Delivery.AssetOf(state, state.Rules.Period(one.Period)!.Allocation) == instrument);
        return standing is null
            ? null
            : AllocationRefusals.BeyondCap.With(
                ("period", standing.Period),
                ("cap", standing.Cap),
                ("used", standing.Used),
                ("reserved", standing.Reserved),
                ("left", Tonnes.Max(standing.Left, Tonnes.Zero)),
                ("wanted", quantity));
    }

    private static void Apply(SchemeState state, in Context context, AuctionAnnounced happened)
    {
        Keeping.Post(state, happened);
        var announcement = happened.Announcement;
        var auction = new Auction(announcement);
        state.Auctions.Auctions.Add(auction);
        if (auction.End is { } end)
        {
            state.Agenda.Add(end);
        }

        // The account that the same row has opened is the scheme's last one of its kind.
        if (state.Auctions.Revenue is null && announcement.Holder is null)
        {
            state.Auctions.Revenue = state.Registry.Accounts.Values
                .Last(account => account.Kind == AccountKind.AuctionRevenue).Id;
        }
    }
}
