namespace Tanheng.Scheme.Tests.Auctions;

/// <summary>The auction rules of markets, as the sections of a rulebook.</summary>
internal static class MarketRules
{
    /// <summary>
    /// 배출권 유상할당: the exchange's description (global.krx.co.kr: one price, by price then time) and tender notice of
    /// January 2022 (unit of 100 t, step of 50 won, one bid each); caps of 30 % and, from the third auction, 15 %
    /// (ICAP, 2019).
    /// </summary>
    public const string Korea = """
        auctions:
          - name: paid-allocation
            title: { zh: 韩国有偿分配拍卖, en: Auction of paid allocation }
            kind: sealed
            lot: 100 t
            tick: 50 CNY
            marginal: time
            undersubscribed: lowest-bid
            admission: yes
            lines: 1
            opening: 24 h
            forfeit: 0 %
            source: test
            status: unverified
          - name: paid-allocation-2019
            title: { zh: 韩国有偿分配拍卖（2019年首期）, en: Auction of paid allocation (first of 2019) }
            kind: sealed
            lot: 100 t
            tick: 50 CNY
            marginal: time
            undersubscribed: lowest-bid
            admission: yes
            bidder_cap: 30 %
            lines: 1
            opening: 24 h
            forfeit: 0 %
            source: test
            status: unverified
          - name: paid-allocation-2019-03
            title: { zh: 韩国有偿分配拍卖（2019年第三期）, en: Auction of paid allocation (third of 2019) }
            kind: sealed
            lot: 100 t
            tick: 50 CNY
            marginal: time
            undersubscribed: lowest-bid
            admission: yes
            bidder_cap: 15 %
            lines: 1
            opening: 24 h
            forfeit: 0 %
            source: test
            status: unverified
        """;

    /// <summary>
    /// 17 CCR § 95911 (multiples of 1,000, whole cents, reserve price, purchase limits by class and group), the order
    /// of consigned and own units of the ARB's guidance of 5 August 2016, and the reserve sale in tiers of § 95913.
    /// </summary>
    public const string California = """
        auctions:
          - name: current
            title: { zh: 加州当期拍卖, en: Current auction }
            kind: sealed
            lot: 1000 t
            tick: 0.01 CNY
            marginal: pro-rata-seed
            undersubscribed: lowest-bid
            lowest_price: 10.00 CNY
            admission: yes
            bidder_cap: 25 %
            other_cap: 4 %
            group_cap: 25 %
            lines: 10
            opening: 24 h
            forfeit: 0 %
            consignment: first
            source: test
            status: unverified
          - name: example
            title: { zh: 加州拍卖算例, en: Worked example }
            kind: sealed
            lot: 1000 t
            tick: 0.01 CNY
            marginal: pro-rata
            undersubscribed: lowest-bid
            lowest_price: 10.00 CNY
            admission: yes
            lines: 10
            opening: 24 h
            forfeit: 0 %
            consignment: first
            source: test
            status: unverified
          - name: reserve-sale
            title: { zh: 加州储备出售, en: Reserve sale }
            kind: fixed-price
            lot: 1000 t
            tick: 0.01 CNY
            marginal: pro-rata
            admission: yes
            tiers: [ { price: 41.40 CNY }, { price: 53.20 CNY } ]
            source: test
            status: unverified
        """;

    /// <summary>
    /// Commission Regulation (EU) No 1031/2010, Art. 5 to 8: lots of 500, one price, ties at random, cancelled when
    /// bids fall short.
    /// </summary>
    public const string Eu = """
        auctions:
          - name: primary
            title: { zh: 欧盟一级拍卖, en: Primary auction }
            kind: sealed
            lot: 500 t
            tick: 0.01 CNY
            marginal: seed
            undersubscribed: void
            admission: yes
            lines: 20
            opening: 24 h
            forfeit: 10 %
            source: test
            status: unverified
        """;

    /// <summary>
    /// SI 2021/484, reg. 5 to 7: lots of 500, pounds to two decimals, ties at random, no bid below the reserve price of
    /// 22.00, and the lowest bid above it when bids fall short.
    /// </summary>
    public const string Uk = """
        auctions:
          - name: primary
            title: { zh: 英国一级拍卖, en: Primary auction }
            kind: sealed
            lot: 500 t
            tick: 0.01 CNY
            marginal: seed
            undersubscribed: lowest-bid
            lowest_price: 22.00 CNY
            admission: yes
            lines: 20
            opening: 24 h
            forfeit: 0 %
            source: test
            status: unverified
        """;

    /// <summary>Guangdong, 2014–15: one price, by price then time, the lowest valid bid when bids fall short.</summary>
    public const string Guangdong = """
        auctions:
          - name: paid
            title: { zh: 广东有偿发放, en: Paid allocation }
            kind: sealed
            lot: 1 t
            tick: 0.01 CNY
            marginal: time
            undersubscribed: lowest-bid
            lowest_price: 35.00 CNY
            notice: 24 h
            admission: yes
            lines: 3
            opening: 24 h
            forfeit: 20 %
            source: test
            status: unverified
          - name: bidding
            title: { zh: 单向竞价, en: Single-direction bidding }
            kind: ascending
            lot: 1 t
            tick: 0.01 CNY
            marginal: time
            undersubscribed: lowest-bid
            admission: no
            whole: no
            step: 0.10 CNY
            source: test
            status: unverified
          - name: whole
            title: { zh: 整体竞价, en: Bidding for the whole }
            kind: ascending
            lot: 1 t
            tick: 0.01 CNY
            marginal: time
            undersubscribed: void
            admission: no
            whole: yes
            step: 0.10 CNY
            source: test
            status: unverified
        """;
}
