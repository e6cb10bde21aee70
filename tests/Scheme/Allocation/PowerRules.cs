using System.Runtime.CompilerServices;

namespace Tanheng.Scheme.Tests.Allocation;

/// <summary>
/// A small national market: the periods 2019-2020, 2021, 2022 and 2023 with the real allocation methods of the power
/// sector. The emission method takes fuel rows. Sector <c>classic</c> has the 2019-2020 benchmarks in one-year periods,
/// sector <c>stated</c> takes the authority's table; 2023 goes straight to the holder, without a province.
/// </summary>
internal static class PowerRules
{
    private const string Own = "registry, custody";

    /// <summary>Tonnes = fuel × factor over the rows, rounded down; amounts up to 100 million t.</summary>
    private static readonly RuleText Fuel = new("fuel.yaml", """
        method: test/fuel
        version: "1"
        title: { zh: 燃料核算, en: fuel accounting }
        valid: { from: 2018, until: 2030 }
        source: test
        status: unverified
        inputs:
          fuels:
            title: { zh: 燃料, en: fuels }
            min_rows: 1
            rows:
              amount: { title: { zh: 消耗量, en: amount }, unit: t, min: 0, max: 100000000 }
              factor: { title: { zh: 排放因子, en: factor }, unit: tCO2/t, min: 0, default: 1, source: test }
        formulas:
          total:
            title: { zh: 合计, en: total }
            unit: tCO2
            round: floor 0
            is: "sum(fuels: amount * factor)"
        outputs: [ total ]
        examples:
          - name: { zh: 一吨, en: one tonne }
            given: { fuels: [ { amount: 1 } ] }
            decimals: 0
            expect: { total: 1 }
        """);

    private static readonly RuleText Stated = new("stated.yaml", """
        method: test/stated
        version: "1"
        title: { zh: 给定数量, en: stated quantity }
        valid: { from: 2018, until: 2030 }
        source: test
        status: unverified
        inputs:
          quantity: { title: { zh: 数量, en: quantity }, unit: t, min: 0 }
        formulas:
          final:
            title: { zh: 配额, en: allocation }
            unit: t
            round: floor 0
            is: quantity
        outputs: [ final ]
        examples:
          - name: { zh: 一吨, en: one tonne }
            given: { quantity: 1 }
            decimals: 0
            expect: { final: 1 }
        """);

    /// <summary>
    /// Entity totals with names the rulebook fills in: share × verified, at least (1 − gap_cap) × verified.
    /// </summary>
    private static readonly RuleText Shares = new("shares.yaml", """
        method: test/shares
        version: "1"
        title: { zh: 按比例, en: by shares }
        valid: { from: 2018, until: 2030 }
        source: test
        status: unverified
        inputs:
          verified: { title: { zh: 排放量, en: emissions }, unit: tCO2, min: 0 }
          share: { title: { zh: 比例, en: share }, unit: "%", min: 0 }
          gap_cap: { title: { zh: 缺口上限, en: gap cap }, unit: "1", min: 0 }
          balance: { title: { zh: 平衡值, en: balance value }, unit: "1", min: 0 }
        formulas:
          final:
            title: { zh: 配额, en: allocation }
            unit: tCO2
            round: floor 0
            is: "max(share * balance, 1 - gap_cap) * verified"
        outputs: [ final ]
        examples:
          - name: { zh: 下限, en: floor }
            given: { verified: 1000, share: 70, gap_cap: 0.2, balance: 1 }
            decimals: 0
            expect: { final: 800 }
        """);

    public static IReadOnlyList<RuleText> Methods { get; } =
    [
        Fuel,
        Stated,
        Shares,
        Real("allocation/cn-power/2019-2020.yaml"),
        Real("allocation/cn-power/2021.yaml"),
        Real("allocation/cn-power/2022.yaml"),
        Real("allocation/cn-power-pre/2019-2020.yaml"),
        Real("allocation/cn-power-pre/2021.yaml"),
        Real("allocation/cn-power-pre/2022.yaml"),
    ];

    public static RuleText Book { get; } = new("power.yaml", $$"""
        rulebook: PW
        version: "1"
        name: { zh: 测试市场, en: Test market }
        currency: CNY
        calendar:
          time_zone: Asia/Shanghai
          weekend: [ saturday, sunday ]
        sources:
          test:
            kind: measure
            title: { zh: 测试办法, en: Test measures }
            number: "1"
            issued: 2020-01-01
        units:
          CEA:
            kind: allowance
            title: { zh: 配额, en: Allowance }
            vintages: [ 2019-2020, "2021", "2022", "2023" ]
            source: test
            status: parameter
        registry:
          unified_social_credit_code: yes
          account_prefix: PW
          accounts_per_holder: { registry: 1, trading: 1 }
          opening_working_days: 5
          least_representatives: 0
          trading_accounts: yes
          source: test
          status: parameter
        periods:
        {{Period("2019-2020", "2022", "2019-2020", "yes")}}
        {{Period("\"2021\"", "2022", "2021", "yes")}}
        {{Period("\"2022\"", "2023", "2022", "yes")}}
        {{Period("\"2023\"", "2024", "2022", "no")}}
        carry_overs: [ ]
        transactions:
        {{Type("InitialIssue", "issuance, provincial", "provincial, registry, custody")}}
        {{Type("AllocationAdjust", "issuance, provincial, " + Own, "provincial, cancelled, " + Own)}}
        {{Type("PositionMove", "registry, trading", "registry, trading")}}
        {{Type("Transfer", "registry, trading", "registry, trading")}}
        {{Type("Surrender", "registry, trading", "surrendered")}}
        {{Type("Succession", Own, Own)}}
        {{Type("Reversal", "registry, trading, surrendered", "registry, trading, surrendered")}}
        approvals: [ ]
        penalties:
          - offence: surrender-shortfall
            valid: { from: 2020-01-01 }
            fine: { basis: range, least: 20000 CNY, most: 30000 CNY }
            cut: { kind: equal }
            shortfall_remains_due: yes
            source: test
            status: parameter
        disclosure:
          coverage-list:
            fields: [ name, province, sector ]
            source: test
            status: parameter
        """);

    private static string Period(string period, string next, string version, string province) => $$"""
          {{period}}:
            source: test
            status: parameter
            deadlines:
              - { step: monitoring-plan, by: {{next}}-01-15 }
              - { step: report, by: {{next}}-03-31 }
              - { step: verification, by: {{next}}-06-30 }
              - { step: surrender, by: {{next}}-12-31 }
            sectors:
              power:
                threshold: 26000 t
                gases: [ CO2 ]
                emissions: test/fuel@1
                allocation: allocation/cn-power@{{version}}
                pre_allocation: allocation/cn-power-pre@{{version}}
              classic:
                threshold: 26000 t
                gases: [ CO2 ]
                emissions: test/fuel@1
                allocation: allocation/cn-power@2019-2020
                pre_allocation: allocation/cn-power-pre@2019-2020
              stated:
                threshold: 26000 t
                gases: [ CO2 ]
                emissions: test/fuel@1
                allocation: test/stated@1
              shares:
                threshold: 26000 t
                gases: [ CO2 ]
                emissions: test/fuel@1
                allocation: test/shares@1
            allocation:
              unit: CEA
              vintage: {{period}}
              through_province: {{province}}
              custody_for_risky: {{province}}
              gap_cap: 20 %
              pre_allocation_share: 70 %
            surrender:
              accepts: [ { unit: CEA, up_to_vintage: {{period}} } ]
              at_deadline: open-case
              late_accepted: yes
        """;

    private static string Type(string code, string from, string to) => $$"""
          {{code}}:
            title: { zh: {{code}}, en: {{code}} }
            from: [ {{from}} ]
            to: [ {{to}} ]
            source: test
            status: parameter
        """;

    private static RuleText Real(string name, [CallerFilePath] string here = "") => new(
        name, File.ReadAllText(Path.Combine(Path.GetDirectoryName(here)!, "../../../methodologies", name)));
}
