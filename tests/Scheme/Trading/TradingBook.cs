using Tanheng.Scheme.Tests.Kit;

namespace Tanheng.Scheme.Tests.Trading;

/// <summary>
/// The test market with an exchange under the rules of the national market (§8): listed below 100,000 t within ±10 %,
/// best five prices, 9:30–11:30 and 13:00–15:00; blocks from 100,000 t within ±30 %, 13:00–15:00; units T+1, money T+0.
/// CCER begins at 60.00, CEA of 2022 at 25.05.
/// </summary>
internal static class TradingBook
{
    public const string Section = """
        trading:
          tick: 0.01 CNY
          lot: 1 t
          units: next-trading-day
          proceeds: same-day
          make_up_days: no
          closed: [ 2022-07-13 ]
          source: test
          status: parameter
          instruments:
            - { unit: CCER, reference_price: 60.00 CNY }
            - { unit: CEA, vintages: [ "2022" ], reference_price: 25.05 CNY }
          listed:
            below: 100000 t
            band: 10 %
            levels: 5
            partly: no
            sessions: [ { from: 09:30, until: 11:30 }, { from: 13:00, until: 15:00 } ]
          block: { at_least: 100000 t, band: 30 %, sessions: [ { from: 13:00, until: 15:00 } ] }
          prices: { band_rounding: half-up, close_rounding: half-up }
          fees: { buyer: 0 ‰, seller: 0 ‰, rounding: half-up }
          positions: { status: parameter, source: test }
        """;

    private const string Holidays = """
        sources:
          days: { kind: notice, title: { zh: 放假通知, en: Holidays } }
        years:
          - year: 2022
            source: days
            status: parameter
            holidays:
              - { name: { zh: 高温假, en: Summer holiday }, from: 2022-07-11, until: 2022-07-12 }
            worked: [ 2022-07-09 ]
        """;

    public static RuleText[] Includes { get; } = [new("days.yaml", Holidays)];

    /// <summary>The book; each change must stand in the trading section exactly once.</summary>
    public static RuleText Of(params (string Old, string New)[] changes)
    {
        var section = Section;
        foreach (var (old, text) in changes)
        {
            section.Split(old).Length.ShouldBe(2, $"\"{old}\" stands once in the section");
            section = section.Replace(old, text, StringComparison.Ordinal);
        }

        return Rules.Book(
            "[ ]",
            ("\napprovals:", "\n" + section + "\napprovals:"),
            ("  weekend: [ saturday, sunday ]", "  weekend: [ saturday, sunday ]\n  holidays: days.yaml"));
    }
}
