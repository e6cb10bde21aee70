namespace Tanheng.Scheme.Tests.Kit;

/// <summary>
/// A small market to test with: years 2021 and 2022, surrender on 31 December of the year after, allowances CEA with
/// vintages, offsets CCER up to 5 %, registry and trading accounts, provinces.
/// </summary>
internal static class TestRules
{
    /// <summary>Emissions are what the report says; so is the allocation.</summary>
    public static readonly RuleText[] Methods =
    [
        new("stated.yaml", """
            method: test/stated
            version: "1"
            title: { zh: 申报值, en: stated quantity }
            valid: { from: 2013, until: 2030 }
            source: test
            status: unverified
            inputs:
              quantity: { title: { zh: 数量, en: quantity }, unit: t, min: 0 }
            formulas:
              total:
                title: { zh: 合计, en: total }
                unit: t
                round: floor 0
                is: quantity
              final:
                title: { zh: 配额, en: allocation }
                unit: t
                round: floor 0
                is: quantity
            outputs: [ total, final ]
            examples:
              - name: { zh: 一吨, en: one tonne }
                given: { quantity: 1 }
                decimals: 0
                expect: { total: 1, final: 1 }
            """),
    ];

    /// <summary>The rulebook; <paramref name="approvals"/> are lines under <c>approvals:</c>.</summary>
    public static RuleText Book(string approvals = "[ ]", string leastRepresentatives = "0", string delay = "") =>
        new("test.yaml", $$"""
        rulebook: TT
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
            vintages: [ "2021", "2022" ]
            source: test
            status: parameter
          CCER:
            kind: offset
            title: { zh: 减排量, en: Offset }
            source: test
            status: parameter
        registry:
          unified_social_credit_code: yes
          account_prefix: TT
          accounts_per_holder: { registry: 1, trading: 1 }
          opening_working_days: 5
          least_representatives: {{leastRepresentatives}}
          trading_accounts: yes
          source: test
          status: parameter
        periods:
        {{Period("2021", "2022")}}
        {{Period("2022", "2023")}}
        carry_overs: [ ]
        transactions:
        {{Transactions(delay)}}
        approvals: {{approvals}}
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

    private static string Period(string year, string next) => $$"""
          "{{year}}":
            source: test
            status: parameter
            deadlines:
              - { step: report, by: {{next}}-03-31 }
              - { step: verification, by: {{next}}-06-30 }
              - { step: allocation, by: {{next}}-09-30 }
              - { step: surrender-milestone, by: {{next}}-11-15, share: 95 % }
              - { step: surrender, by: {{next}}-12-31 }
            sectors:
              power:
                threshold: 26000 t
                gases: [ CO2 ]
                emissions: test/stated@1
                allocation: test/stated@1
            allocation:
              unit: CEA
              vintage: "{{year}}"
              through_province: yes
              custody_for_risky: yes
            surrender:
              accepts: [ { unit: CEA, up_to_vintage: "{{year}}" } ]
              offsets:
                share: 5 %
                rounding: floor
                accepts: [ { unit: CCER } ]
              at_deadline: open-case
              late_accepted: yes
        """;

    private static string Transactions(string delay)
    {
        const string own = "registry, trading";
        const string all = "registry, trading, custody";
        const string give = "registry, trading, provincial, custody, issuance";
        const string back = "registry, trading, provincial, custody, issuance, surrendered, cancelled, expired";
        return string.Join('\n', new[]
        {
            Type("InitialIssue", "issuance, provincial", "provincial, registry, custody"),
            Type("AllocationAdjust", give, give),
            Type("OffsetIssue", "issuance", own),
            Type("PositionMove", own, own, "reversible: 5 d"),
            Type("Transfer", own, own, delay + "reversible: 10 d"),
            Type("TradeSettle", "trading", "trading"),
            Type("Surrender", own, "surrendered"),
            Type("OffsetSurrender", own, "surrendered"),
            Type("CompulsorySurrender", "custody, provincial", "surrendered"),
            Type("AssistedSurrender", own, "surrendered"),
            Type("VoluntaryCancel", own, "cancelled", "reversible: 10 d"),
            Type("CarryOver", "registry, trading, issuance", "expired, registry"),
            Type("JudicialFreeze", all, all),
            Type("JudicialTransfer", all, own, "reversible: 30 d"),
            Type("Pledge", own, own),
            Type("PledgeRealise", own, own),
            Type("Succession", all, all),
            Type("Reversal", back, back),
        });
    }

    private static string Type(string code, string from, string to, string more = "") => $$"""
          {{code}}:
            title: { zh: {{code}}, en: {{code}} }
            from: [ {{from}} ]
            to: [ {{to}} ]
            source: test
            status: parameter
        """ + (more.Length == 0 ? "" : "\n    " + more.Replace("; ", "\n    ", StringComparison.Ordinal));
}
