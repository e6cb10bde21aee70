using Tanheng.Quantities;

namespace Tanheng.Rulebook.Reading;

/// <summary>Reads <c>auctions:</c>, a list of the ways in which the market sells by auction.</summary>
internal static class AuctionReader
{
    /// <summary>The rules, in their order; none where the section is missing.</summary>
    public static IReadOnlyList<AuctionRule> Read(Context context, Fields book, TradingRule? trading)
    {
        var rules = new List<AuctionRule>();
        foreach (var fields in book.Items("auctions", required: false))
        {
            if (trading is null && rules.Count == 0)
            {
                fields.Findings.Add(fields.Key, fields.Path, RulebookRefusals.AuctionsWithoutExchange);
            }

            var rule = Rule(context, fields);
            if (rules.Find(one => one.Name == rule.Name && rule.Name.Length > 0) is { } before)
            {
                fields.Add("name", RulebookRefusals.AuctionTwice, ("name", rule.Name), ("line", before.Line));
            }

            rules.Add(rule);
        }

        return rules;
    }

    private static AuctionRule Rule(Context context, Fields fields)
    {
        var kind = fields.Need("kind", Choices.AuctionKind);
        var tick = Positive(fields, "tick", context.Money, value => value.Minor);
        var rule = new AuctionRule
        {
            Name = fields.Need("name", Kinds.Slug) ?? "",
            Title = fields.NeedText("title"),
            Kind = kind,
            Lot = Positive(fields, "lot", Kinds.Tonnes, value => value.Value),
            Tick = tick,
            Marginal = fields.Need("marginal", Choices.Marginal),
            NoticeHours = fields.Or("notice", Kinds.Span, 0),
            Admission = fields.Need("admission", Kinds.YesNo),
            BidderCap = fields.Maybe("bidder_cap", Kinds.Share),
            OtherCap = fields.Maybe("other_cap", Kinds.Share),
            GroupCap = fields.Maybe("group_cap", Kinds.Share),
            Cite = SourceReader.Cite(context, fields),
            Line = fields.Line,
        };
        rule = kind switch
        {
            AuctionKind.Sealed => Sealed(context, fields, rule),
            AuctionKind.Ascending => Ascending(context, fields, rule),
            _ => rule with { Tiers = Tiers(context, fields, tick) },
        };
        if (rule.Draws && kind == AuctionKind.Ascending)
        {
            fields.Add("marginal", RulebookRefusals.NobodyDraws);
        }

        fields.Close();
        return rule;
    }

    private static AuctionRule Sealed(Context context, Fields fields, AuctionRule rule) => rule with
    {
        Undersubscribed = fields.Need("undersubscribed", Choices.Undersubscribed),
        LowestPrice = OnTick(fields, "lowest_price", fields.Maybe("lowest_price", context.Money), rule.Tick),
        Lines = Positive(fields, "lines", Kinds.Count, value => value),
        OpeningHours = Positive(fields, "opening", Kinds.Span, value => value),
        Forfeit = fields.Need("forfeit", Kinds.Share),
        Consignment = fields.Or("consignment", Choices.Consignment, Consignment.None),
    };

    private static AuctionRule Ascending(Context context, Fields fields, AuctionRule rule) => rule with
    {
        Undersubscribed = fields.Need("undersubscribed", Choices.Undersubscribed),
        LowestPrice = OnTick(fields, "lowest_price", fields.Maybe("lowest_price", context.Money), rule.Tick),
        Whole = fields.Need("whole", Kinds.YesNo),
        Step = OnTick(fields, "step", Positive(fields, "step", context.Money, value => value.Minor), rule.Tick)!.Value,
    };

    private static List<Money> Tiers(Context context, Fields fields, Money tick)
    {
        var tiers = new List<Money>();
        foreach (var tier in fields.Items("tiers"))
        {
            var price = Positive(tier, "price", context.Money, value => value.Minor);
            OnTick(tier, "price", price, tick);
            if (tiers.Count > 0 && price.Minor <= tiers[^1].Minor && price.Minor > 0)
            {
                tier.Add("price", RulebookRefusals.TierOrder, ("price", price), ("before", tiers[^1]));
            }

            tiers.Add(price);
            tier.Close();
        }

        return tiers;
    }

    private static Money? OnTick(Fields fields, string key, Money? price, Money tick)
    {
        if (price is { } one && tick.Minor > 0 && one.Minor % tick.Minor != 0)
        {
            fields.Add(key, RulebookRefusals.OffTick, ("price", one), ("tick", tick));
        }

        return price;
    }

    private static T Positive<T>(Fields fields, string key, Kind<T> kind, Func<T, long> amount)
        where T : struct
    {
        var value = fields.NeedOrNull(key, kind);
        if (value is { } read && amount(read) == 0)
        {
            fields.Add(key, RulebookRefusals.NothingAllowed, ("value", read));
        }

        return value ?? default;
    }
}
