namespace Tanheng.Rulebook.Tests;

/// <summary>A small, valid rulebook whose lines the tests spoil one at a time.</summary>
internal static class SmallBook
{
    public const string Holidays = """
        sources:
          days: { kind: notice, title: { zh: 放假通知, en: Holidays } }
        years:
          - year: 2021
            source: days
            status: law
            holidays:
              - { name: { zh: 元旦, en: New Year }, from: 2021-01-01, until: 2021-01-03 }
            worked: [ 2021-02-07 ]
        """;

    public const string Text = """
        rulebook: XX
        version: "1"
        name: { zh: 小市场, en: Small market }
        currency: CNY
        calendar:
          time_zone: Asia/Shanghai
          weekend: [ saturday, sunday ]
          holidays: holidays/xx.yaml
          office_hours: { from: 09:00, until: 17:00 }
        sources:
          act: { kind: law, title: { zh: 法, en: Act }, number: 第1号, issued: 2020-01-01, in_force: 2020-02-01 }
          plan: { kind: plan, title: { zh: 方案, en: Plan } }
          draft: { kind: draft, title: { zh: 草案, en: Draft } }
        units:
          XA:
            kind: allowance
            title: { zh: 配额, en: Allowance }
            vintages: [ "2021", "2022" ]
            source: act 第一条
            status: law
          XO:
            kind: offset
            title: { zh: 减排量, en: Offset }
            source: act
            status: law
        registry:
          unified_social_credit_code: yes
          account_prefix: XX
          accounts_per_holder: { registry: 1, trading: 1 }
          opening_working_days: 5
          trading_accounts: yes
          least_representatives: 1
          most_representatives: 9
          representatives: { registry: { least: 2, most: 6 } }
          initiator_and_approver: yes
          holder_details: { organisation: [ address, primary-contact ], individual: [ person-name ] }
          source: act
          status: parameter
        periods:
          "2021":
            source: plan §1
            status: law
            deadlines:
              - { step: report, by: 2022-03-31 }
              - { step: verification, by: 2022-06-30 }
              - { step: allocation, by: 2022-09-30 }
              - { step: surrender-milestone, by: 2022-11-15, share: 95 % }
              - { step: surrender, by: 2022-12-31 }
            sectors:
              power:
                threshold: 26000 t
                gases: [ CO2 ]
                emissions: mrv/power@1
                allocation: allocation/power@2021
                pre_allocation: allocation/power-pre@2021
            allocation: { unit: XA, vintage: "2021", gap_cap: 20 %, pre_allocation_share: 70 % }
            surrender:
              accepts: [ { unit: XA, up_to_vintage: "2021" } ]
              offsets: { share: 5 %, accepts: [ { unit: XO } ] }
              at_deadline: open-case
            advance: { from_vintage: "2022", minimum_gap: 10 %, limit_of_gap: 50 % }
          "2022":
            source: plan
            status: law
            deadlines: [ { step: surrender, by: 2023-12-31 } ]
            sectors: { power: { gases: [ CO2 ], emissions: mrv/power@1, allocation: allocation/power@2022 } }
            allocation: { unit: XA, vintage: "2022" }
            surrender: { accepts: [ { unit: XA } ], at_deadline: take-what-there-is }
        carry_overs:
          - unit: XA
            from_vintages: [ "2021" ]
            to_vintage: "2022"
            base: 10000 t
            multiple: 1.5
            sales: { from: 2023-01-01, until: 2023-12-31 }
            holdings_at: 2023-12-31T23:59
            apply: { from: 2024-01-01, until: 2024-06-10 }
            requires_met: [ "2021" ]
            issue_within_working_days: 5
            voids_the_rest: yes
            source: plan
            status: law
        transactions:
          InitialIssue: { title: { zh: 发放, en: Issue }, from: [ issuance ], to: [ registry ], source: act, status: law }
          Surrender: { title: { zh: 清缴, en: Surrender }, from: [ registry ], to: [ surrendered ], source: act, status: law }
          Transfer:
            title: { zh: 转让, en: Transfer }
            from: [ registry, trading ]
            to: [ registry, trading ]
            delay: 24 h
            delay_trusted: 0 h
            delay_runs: working-days
            executes: office-hours
            limit: 100,000 t
            limit_per_day: 500,000 t
            source: act
            status: law
          TradeSettle: { title: { zh: 交易登记, en: Trade }, from: [ trading ], to: [ trading ], source: act, status: law }
          Pledge: { title: { zh: 质押, en: Pledge }, from: [ custody ], to: [ custody ], source: act, status: law }
          PledgeRealise:
            { title: { zh: 实现, en: Realise }, from: [ custody ], to: [ custody ], source: act, status: law }
        trading:
          tick: 0.05 CNY
          lot: 10 t
          units: next-trading-day
          proceeds: same-day
          make_up_days: no
          closed: [ 2022-06-30 ]
          extra: [ 2022-07-02 ]
          short_days: [ { day: 2022-07-01, until: 11:00 } ]
          source: act
          status: unverified
          instruments:
            - { unit: XA, vintages: [ "2021" ], reference_price: 48.00 CNY, source: plan, status: parameter }
            - { unit: XO, reference_price: 30.05 CNY }
          listed:
            below: 100,000 t
            band: 10 %
            levels: 5
            partly: no
            sessions: [ { from: 09:30, until: 11:30 }, { from: 13:00, until: 15:00 } ]
          block: { at_least: 100000 t, band: 30 %, sessions: [ { from: 13:00, until: 15:30 } ] }
          prices: { band_rounding: half-up, close_rounding: floor }
          fees: { buyer: 0.5 ‰, seller: 0 ‰, rounding: ceiling, status: parameter }
          positions: { maximum: 1000000 t }
          reserve: { contribution: 15 %, rounding: floor, enough: 5000.00 CNY, status: parameter }
        supervision:
          cancel_when_halted: yes
          explain_working_days: 5
          appeal_working_days: 10
          source: act
          status: parameter
          wash_trades: { at_least: 1000 t, source: plan, status: draft }
          close_marking: { minutes: 15, share: 30 %, move: 1 %, at_least: 1000 t }
          layering: { minutes: 10, orders: 3, times: 3 }
          price_jump: { minutes: 5, move: 5 %, pause_minutes: 10 }
          concentration: { share: 40 %, at_least: 10000 t }
          limit_approach: { share: 80 % }
          cancel_ratio: { orders: 20, share: 80 %, valid: { from: 2022-01-01 } }
        pledges:
          units: [ XA ]
          loan_to_value: 50 %
          margin_call: 70.5 %
          void_with_the_rest: no
          source: plan
          status: draft
        trusted_accounts:
          activation: 7 d
          activation_runs: working-days
          outside_list: no
          second_person: yes
          second_person_to_surrender: no
          source: act
          status: parameter
        approvals:
          - { commands: [ allocate-final ], approvers: [ authority ], expires_after: 10 d, source: act, status: parameter }
          - { commands: [ transfer-units ], approvers: [ representative ], expires_after: 5 d, when: account-rules, comment: yes,
              source: act, status: parameter }
        penalties:
          - offence: surrender-shortfall
            valid: { from: 2021-02-01, until: 2024-04-30 }
            fine: { basis: range, least: 20000 CNY, most: 30000 CNY }
            cut: { kind: equal }
            source: act
            status: law
          - offence: surrender-shortfall
            valid: { from: 2024-05-01 }
            fine: { basis: shortfall-value, least_multiple: 5, most_multiple: 10 }
            source: act
            status: law
        disclosure:
          verification: { fields: [ holder ], source: act, status: law }
        """;

    public static RulebookReading Read(string text, string? holidays = Holidays) => RulebookReader.Read(
        "xx.yaml", text, file => file == "holidays/xx.yaml" ? holidays : null, Shipped.Commands);

    /// <summary>The text with one line's wording changed; the wording must be there exactly once.</summary>
    public static string With(string old, string spoiled)
    {
        Text.Split(old).Length.ShouldBe(2, $"\"{old}\" stands once in the small book");
        return Text.Replace(old, spoiled, StringComparison.Ordinal);
    }
}
