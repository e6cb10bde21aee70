namespace Tanheng.Scheme.Tests.Auditor;

/// <summary>
/// A market with everything in it: three years, offsets up to 5 %, custody, an advance on 2023, a carry-over of 2021
/// and 2022 into 2023, transfers with a delay and a limit, trusted lists, four eyes for some commands. The auditor
/// knows these rules on its own (<see cref="Foresight"/>), so both must be changed together.
/// </summary>
internal static class AuditedRules
{
    public static readonly RuleText[] Methods =
    [
        new("stated.yaml", """
            method: test/stated
            version: "1"
            title: { zh: 申报值, en: stated quantity }
            source: test
            status: in-force
            valid: { from: 2021, until: 2030 }
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

    public static RuleText Book { get; } = new("audited.yaml", $$"""
        rulebook: AU
        version: "1"
        name: { zh: 审计市场, en: Audited market }
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
            vintages: [ "2021", "2022", "2023" ]
            source: test
            status: parameter
          CCER:
            kind: offset
            title: { zh: 减排量, en: Offset }
            source: test
            status: parameter
        registry:
          unified_social_credit_code: yes
          account_prefix: AU
          accounts_per_holder: { registry: 1, trading: 1 }
          opening_working_days: 5
          least_representatives: 1
          trading_accounts: yes
          source: test
          status: parameter
        periods:
        {{Period("2021", "2022", Advance, "open-case")}}
        {{Period("2022", "2023", "", "take-what-there-is")}}
        {{Period("2023", "2024", "", "open-case")}}
        carry_overs:
          - unit: CEA
            from_vintages: [ "2021", "2022" ]
            to_vintage: "2023"
            base: 40 t
            multiple: 1.5
            rounding: floor
            sales: { from: 2022-01-01, until: 2022-12-31 }
            holdings_at: 2022-12-31T23:59
            apply: { from: 2023-01-10, until: 2023-10-10 }
            requires_met: [ "2021" ]
            issue_within_working_days: 5
            voids_the_rest: yes
            source: test
            status: parameter
        transactions:
        {{Transactions()}}
        pledges:
          units: [ CEA, CCER ]
          void_with_the_rest: yes
          source: test
          status: parameter
        trusted_accounts:
          activation: 30 h
          outside_list: yes
          second_person: no
          second_person_to_surrender: no
          source: test
          status: parameter
        approvals:
          - commands: [ claim-holder, set-account-rules, replace-representative ]
            approvers: [ authority, registry-operator ]
            expires_after: 5 d
            source: test
            status: parameter
          - commands: [ issue-offsets, close-account, transfer-judicially, convert-carry-over ]
            approvers: [ authority ]
            expires_after: 5 d
            source: test
            status: parameter
          - commands: [ cancel-voluntarily ]
            approvers: [ representative, authority ]
            expires_after: 2 d
            source: test
            status: parameter
        penalties:
          - offence: surrender-shortfall
            valid: { from: 2020-01-01 }
            fine: { basis: range, least: 20000 CNY, most: 30000 CNY }
            cut: { kind: equal }
            shortfall_remains_due: yes
            source: test
            status: parameter
          - offence: no-report
            valid: { from: 2020-01-01 }
            fine: { basis: range, least: 10000 CNY, most: 30000 CNY }
            source: test
            status: parameter
          - offence: false-report
            valid: { from: 2020-01-01 }
            fine: { basis: gain, least_multiple: 5, most_multiple: 10, gain_from: 500000 CNY, least: 500000 CNY,
                most: 2000000 CNY }
            cut: { kind: share, least: 50 %, most: 100 % }
            source: test
            status: parameter
        disclosure:
          coverage-list:
            fields: [ name, province, sector ]
            source: test
            status: parameter
        """);

    private const string Advance = """

            advance:
              from_vintage: "2023"
              minimum_gap: 10 %
              limit_of_gap: 50 %
              rounding: floor
              source: test
              status: parameter
        """;

    private static string Period(string year, string next, string advance, string atDeadline) => $$"""
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
                pre_allocation: test/stated@1
            allocation:
              unit: CEA
              vintage: "{{year}}"
              through_province: yes
              custody_for_risky: yes
              pre_allocation_share: 70 %
            surrender:
              accepts: [ { unit: CEA, up_to_vintage: "{{year}}" } ]
              offsets:
                share: 5 %
                rounding: floor
                accepts: [ { unit: CCER } ]
              at_deadline: {{atDeadline}}
              late_accepted: yes{{advance}}
        """;

    private static string Transactions()
    {
        const string own = "registry, trading";
        const string all = "registry, trading, custody";
        const string issued = "registry, provincial, custody, issuance";
        const string back = "registry, trading, provincial, custody, issuance, surrendered, cancelled, expired";
        return string.Join('\n', new[]
        {
            Type("InitialIssue", "issuance, provincial", "provincial, registry, custody"),
            Type("AllocationAdjust", issued, issued),
            Type("OffsetIssue", "issuance", own),
            Type("PositionMove", own, own, "reversible: 5 d"),
            Type("Transfer", own, own, "delay: 26 h; delay_trusted: 2 h; limit: 400 t; reversible: 10 d"),
            Type("TradeSettle", "trading", "trading", "reversible: 3 d"),
            Type("Advance", "issuance, provincial, registry", "registry, cancelled"),
            Type("Surrender", own, "surrendered"),
            Type("OffsetSurrender", own, "surrendered"),
            Type("CompulsorySurrender", "custody, provincial", "surrendered"),
            Type("AssistedSurrender", own, "surrendered"),
            Type("CustodyRelease", "custody, provincial", "registry"),
            Type("VoluntaryCancel", own, "cancelled", "reversible: 10 d"),
            Type("CarryOver", "registry, trading, issuance", "expired, registry"),
            Type("Expiry", "registry, trading, custody, provincial", "expired"),
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
