namespace Tanheng.Rulebook.Tests;

/// <summary>
/// One way to spoil the small book after the other. The first line names the reason and the field it must be reported
/// on; "-" is what stands in the book, "+" what stands there instead. The mark ‹ is where the complaint must point; it
/// is taken out before the text is read.
/// </summary>
internal static class WrongBooks
{
    public const char Mark = '‹';

    private const string Table = """
        NotYaml
        - weekend: [ saturday, sunday ]
        + weekend: [ ‹saturday, sunday

        NotYaml
        - currency: CNY
        + currency: ‹"CNY

        NotYaml
        - currency: CNY
        + currency: CNY: EUR

        NotYaml
        - version: "1"
        + version: ‹&one "1"

        NotYaml
        - version: "1"
        + version: ‹!!str "1"

        UnknownKey calendar.wekend
        - weekend: [ saturday, sunday ]
        + weekend: [ saturday, sunday ]
        +   ‹wekend: [ sunday ]

        UnknownKey colour
        - currency: CNY
        + currency: CNY
        + ‹colour: green

        MissingKey currency
        - rulebook: XX
        - version: "1"
        - name: { zh: 小市场, en: Small market }
        - currency: CNY
        + ‹rulebook: XX
        + version: "1"
        + name: { zh: 小市场, en: Small market }

        MissingKey units.XA.source
        - source: act 第一条
        -     status: law
        -   XO:
        + status: law
        +   XO:

        MissingKey approvals[1].expires_after
        - { commands: [ allocate-final ], approvers: [ authority ], expires_after: 10 d,
        + ‹{ commands: [ allocate-final ], approvers: [ authority ],

        DuplicateKey base
        - base: 10000 t
        + base: 10000 t
        +     ‹base: 20000 t

        WrongShape name
        - name: { zh: 小市场, en: Small market }
        + name: ‹Small market

        WrongShape penalties[1].fine.least
        - least: 20000 CNY
        + least: ‹[ 20000 CNY ]

        WrongShape calendar.weekend
        - [ saturday, sunday ]
        + ‹sunday

        NotAChoice units.XO.kind
        - kind: offset
        + kind: ‹ofset

        NotAChoice registry.status
        - status: parameter
        - periods:
        + status: ‹maybe
        + periods:

        NotAChoice periods.2021.deadlines[1].step
        - step: report
        + step: ‹rapport

        NotAChoice transactions.Surrender.from[1]
        - from: [ registry ]
        + from: [ ‹regisry ]

        NotAChoice carry_overs[1].requires_met[1]
        - requires_met: [ "2021" ]
        + requires_met: [ ‹"2020" ]

        NotAChoice periods.2021.deadlines[1].sectors[1]
        - by: 2022-03-31
        + by: 2022-03-31, sectors: [ ‹steel ]

        BadValue carry_overs[1].base
        - base: 10000 t
        + base: ‹10000.5 t

        BadValue carry_overs[1].base
        - base: 10000 t
        + base: ‹10,00 t

        BadValue registry.opening_working_days
        - opening_working_days: 5
        + opening_working_days: ‹-5

        BadValue registry.trading_accounts
        - trading_accounts: yes
        + trading_accounts: ‹perhaps

        BadValue carry_overs[1].multiple
        - multiple: 1.5
        + multiple: ‹1.5x

        BadValue registry.account_prefix
        - account_prefix: XX
        + account_prefix: ‹X1

        BadValue periods.2021.sectors.power.emissions
        - emissions: mrv/power@1
        -         allocation: allocation/power@2021
        + emissions: ‹mrv/power
        +         allocation: allocation/power@2021

        BadValue approvals[1].commands[1]
        - [ allocate-final ]
        + [ ‹Allocate_Final ]

        BadValue penalties[1].fine.least
        - least: 20000 CNY
        + least: ‹twenty CNY

        BadValue penalties[1].fine.most
        - most: 30000 CNY
        + most: ‹99999999999999999999 CNY

        BadValue approvals[1].expires_after
        - expires_after: 10 d
        + expires_after: ‹10 weeks

        BadValue name.en
        - en: Small market
        + en: ‹""

        BadDate periods.2021.deadlines[1].by
        - by: 2022-03-31
        + by: ‹2022-02-31

        BadDate periods.2021.deadlines[1].by
        - by: 2022-03-31
        + by: ‹2022-03-31T24:01

        BadDate periods.2021.deadlines[1].by
        - by: 2022-03-31
        + by: ‹31/03/2022

        BadDate penalties[1].valid.from
        - from: 2021-02-01
        + from: ‹2021-2-1

        BadShare periods.2021.allocation.gap_cap
        - gap_cap: 20 %
        + gap_cap: ‹120 %

        BadShare periods.2021.allocation.gap_cap
        - gap_cap: 20 %
        + gap_cap: ‹0.2

        BadShare periods.2021.surrender.offsets.share
        - share: 5 %
        + share: ‹-5 %

        OtherCurrency penalties[1].fine.least
        - least: 20000 CNY
        + least: ‹20000 EUR

        UnknownTimeZone calendar.time_zone
        - Asia/Shanghai
        + ‹Asia/Peking

        UnknownSource carry_overs[1].source
        - source: plan
        -     status: law
        - transactions:
        + source: ‹plan-2 §3
        +     status: law
        + transactions:

        UnknownSource units.XA.source
        - act 第一条
        + ‹act 第一条; nobody

        DraftIsNotLaw units.XA.status
        - source: act 第一条
        -     status: law
        + source: draft
        +     status: ‹law

        IncludeNotFound calendar.holidays
        - holidays/xx.yaml
        + ‹holidays/yy.yaml

        IncludeNotFound calendar.holidays
        - holidays/xx.yaml
        + ‹../xx.yaml

        IncludeNotFound calendar.holidays
        - holidays/xx.yaml
        + ‹/etc/passwd

        EmptyList approvals[1].approvers
        - [ authority ]
        + ‹[ ]

        EmptyList periods.2021.surrender.accepts
        - [ { unit: XA, up_to_vintage: "2021" } ]
        + ‹[ ]

        NamedTwice approvals[1].commands[2]
        - [ allocate-final ]
        + [ allocate-final, ‹allocate-final ]

        NamedTwice approvals[3].commands[1]
        - penalties:
        +   - { commands: [ ‹allocate-final ], approvers: [ system ], expires_after: 1 d, source: act, status: law }
        + penalties:

        SpanReversed penalties[2].valid.from
        - valid: { from: 2024-05-01 }
        + valid: { from: ‹2024-05-01, until: 2024-04-30 }

        DateOrder periods.2021.deadlines[2].by
        - by: 2022-06-30
        + by: ‹2022-03-30

        DateOrder periods.2021.deadlines[5].by
        - { step: surrender, by: 2022-12-31 }
        + { step: surrender, by: ‹2022-11-14 }

        DateOrder periods.2021.deadlines[5].by
        - by: 2022-09-30 }
        -       - { step: surrender-milestone, by: 2022-11-15, share: 95 % }
        -       - { step: surrender, by: 2022-12-31
        + by: 2023-01-01 }
        +       - { step: surrender-milestone, by: 2022-11-15, share: 95 % }
        +       - { step: surrender, by: ‹2022-12-31

        BeforePeriod periods.2021.deadlines[1].by
        - by: 2022-03-31
        + by: ‹2020-12-30

        StepTwice periods.2021.deadlines[2].step
        - step: verification, by: 2022-06-30
        + step: ‹report, by: 2022-06-30

        StepMissing periods.2022.deadlines
        - [ { step: surrender, by: 2023-12-31 } ]
        + ‹[ { step: report, by: 2023-12-31 } ]

        MilestoneShare periods.2021.deadlines[4].share
        - { step: surrender-milestone, by: 2022-11-15, share: 95 % }
        + ‹{ step: surrender-milestone, by: 2022-11-15 }

        MilestoneShare periods.2021.deadlines[1].share
        - by: 2022-03-31
        + by: 2022-03-31, share: ‹50 %

        MilestoneOrder periods.2021.deadlines[5].share
        - share: 95 % }
        + share: 95 % }
        +       - { step: surrender-milestone, by: 2022-12-15, share: ‹90 % }

        CarryOverOrder carry_overs[1].apply.until
        - until: 2024-06-10
        + until: ‹2023-12-31

        CarryOverOrder carry_overs[1].apply.from
        - apply: { from: 2024-01-01
        + apply: { from: ‹2023-12-31

        CarryOverOrder carry_overs[1].sales.until
        - until: 2023-12-31 }
        -     holdings
        + until: ‹2022-12-31 }
        +     holdings

        CarryOverOrder carry_overs[1].holdings_at
        - 2023-12-31T23:59
        + ‹2022-12-31T23:59

        PenaltyOverlap penalties[2].valid
        - valid: { from: 2024-05-01 }
        + valid: ‹{ from: 2024-04-30 }

        PenaltyOverlap penalties[2].valid
        - 2021-02-01, until: 2024-04-30 }
        + 2021-02-01 }

        PenaltyGap penalties[2].valid
        - valid: { from: 2024-05-01 }
        + valid: ‹{ from: 2024-05-02 }

        PeriodTwice periods.2021-2022
        -   "2022":
        -     source
        +   ‹"2021-2022":
        +     source

        PeriodGap periods.2023
        -   "2022":
        -     source
        +   ‹"2023":
        +     source

        UnknownUnit periods.2021.surrender.offsets.accepts[1].unit
        - { unit: XO }
        + { unit: ‹XQ }

        UnknownVintage periods.2021.advance.from_vintage
        - advance: { from_vintage: "2022"
        + advance: { from_vintage: ‹"2023"

        UnknownVintage periods.2021.allocation.vintage
        - { unit: XA, vintage: "2021"
        + { unit: XA, vintage: ‹"2020"

        UnknownVintage periods.2021.surrender.accepts[1].up_to_vintage
        - up_to_vintage: "2021"
        + up_to_vintage: ‹"2024"

        UnknownVintage carry_overs[1].from_vintages
        - from_vintages: [ "2021" ]
        + from_vintages: [ ‹"2019-2020" ]

        WrongUnitKind periods.2021.surrender.offsets.accepts[1].unit
        - { unit: XO }
        + { unit: ‹XA }

        WrongUnitKind periods.2022.surrender.accepts[1].unit
        - [ { unit: XA } ]
        + [ { unit: ‹XO } ]

        AccountForbidden transactions.Surrender.from[1]
        - from: [ registry ]
        + from: [ ‹surrendered ]

        AccountForbidden transactions.Surrender.to[1]
        - to: [ surrendered ]
        + to: [ ‹treasury ]

        AccountForbidden registry.accounts_per_holder.issuance
        - trading: 1 }
        + ‹issuance: 1 }

        AccountForbidden registry.accounts_per_holder.trading
        - { registry: 1, trading: 1 }
        -   opening_working_days: 5
        -   trading_accounts: yes
        + { registry: 1, ‹trading: 1 }
        +   opening_working_days: 5
        +   trading_accounts: no

        UnknownCommand approvals[1].commands[1]
        - [ allocate-final ]
        + [ ‹alocate-final ]

        FineIncomplete penalties[1].fine.most
        - fine: { basis: range, least: 20000 CNY, most: 30000 CNY }
        + fine: ‹{ basis: range, least: 20000 CNY }

        FineIncomplete penalties[1].fine.gain_from
        - most: 30000 CNY
        + most: 30000 CNY, gain_from: ‹5 CNY

        FineIncomplete penalties[1].cut.least
        - { kind: equal }
        + { kind: equal, least: ‹50 % }

        LeastAboveMost penalties[1].fine.least
        - least: 20000 CNY
        + least: ‹30000.01 CNY

        LeastAboveMost penalties[2].fine.least_multiple
        - least_multiple: 5
        + least_multiple: ‹11

        LeastAboveMost periods.2021.surrender.accepts[1].from_vintage
        - up_to_vintage: "2021"
        + from_vintage: ‹"2022", up_to_vintage: "2021"

        PreAllocationShare periods.2021.allocation.pre_allocation_share
        - { unit: XA, vintage: "2021", gap_cap: 20 %, pre_allocation_share: 70 % }
        + ‹{ unit: XA, vintage: "2021", gap_cap: 20 % }

        PreAllocationShare periods.2022.allocation.pre_allocation_share
        - vintage: "2022" }
        -     surrender
        + vintage: "2022", pre_allocation_share: ‹70 % }
        +     surrender

        SurrenderForAll periods.2021.deadlines[4].sectors
        - share: 95 % }
        + share: 95 %, sectors: ‹[ power ] }

        OfficeHoursMissing transactions.Transfer.executes
        - holidays: holidays/xx.yaml
        -   office_hours: { from: 09:00, until: 17:00 }
        + holidays: holidays/xx.yaml

        BadValue calendar.office_hours.from
        - { from: 09:00, until: 17:00 }
        + { from: ‹9, until: 17:00 }

        SpanReversed calendar.office_hours.from
        - { from: 09:00, until: 17:00 }
        + { from: ‹17:00, until: 17:00 }

        BadValue transactions.Transfer.delay_trusted
        - delay_trusted: 0 h
        + delay_trusted: ‹0 d

        NotAChoice transactions.Transfer.delay_runs
        - delay_runs: working-days
        -     executes
        + delay_runs: ‹working-day
        +     executes

        BadValue transactions.Transfer.limit_per_day
        - limit_per_day: 500,000 t
        + limit_per_day: ‹lots

        UnknownUnit pledges.units[1]
        - units: [ XA ]
        + units: [ ‹XB ]

        NamedTwice pledges.units[2]
        - units: [ XA ]
        + units: [ XA, ‹XA ]

        EmptyList pledges.units
        - units: [ XA ]
        + units: ‹[ ]

        BadShare pledges.loan_to_value
        - loan_to_value: 50 %
        + loan_to_value: ‹half

        NothingAllowed pledges.loan_to_value
        - loan_to_value: 50 %
        + loan_to_value: ‹0 %

        MarginCallTooLow pledges.margin_call
        - margin_call: 70.5 %
        + margin_call: ‹50 %

        MissingKey pledges.void_with_the_rest
        - pledges:
        -   units: [ XA ]
        -   loan_to_value: 50 %
        -   margin_call: 70.5 %
        -   void_with_the_rest: no
        + pledges:
        +   ‹units: [ XA ]
        +   loan_to_value: 50 %
        +   margin_call: 70.5 %

        PledgeWithoutTransaction pledges
        -   Pledge: { title
        +   Pledged: { title

        BadValue trusted_accounts.activation
        - activation: 7 d
        + activation: ‹a week

        MissingKey trusted_accounts.outside_list
        - activation: 7 d
        -   activation_runs: working-days
        -   outside_list: no
        + ‹activation: 7 d
        +   activation_runs: working-days

        NotAChoice approvals[2].when
        - when: account-rules
        + when: ‹sometimes

        BadValue approvals[2].comment
        - comment: yes
        + comment: ‹perhaps

        LeastAboveMost registry.representatives.registry.least
        - { least: 2, most: 6 }
        + { least: ‹7, most: 6 }

        AccountForbidden registry.representatives.custody
        - { registry: { least: 2, most: 6 } }
        + { registry: { least: 2, most: 6 }, ‹custody: { least: 1, most: 2 } }

        LeastAboveMost registry.most_representatives
        - most_representatives: 9
        + most_representatives: ‹0

        NotAChoice monitoring_plans.reviewers[1]
        - approvals:
        + monitoring_plans:
        +   review_within: 60 d
        +   reviewers: [ ‹verifier ]
        +   source: act
        +   status: parameter
        + approvals:

        MissingKey monitoring_plans.review_within
        - approvals:
        + monitoring_plans:
        +   ‹reviewers: [ authority ]
        +   source: act
        +   status: parameter
        + approvals:

        MissingKey periods.2021.cap.total
        - at_deadline: open-case
        + at_deadline: open-case
        +     cap: ‹{ source: act, status: parameter }

        BadValue periods.2021.cap.years.2022
        - at_deadline: open-case
        + at_deadline: open-case
        +     cap: { total: 1000 t, years: { 2022: ‹900 t } }

        MissingKey follow_ups.answer_within
        - approvals:
        + follow_ups:
        +   ‹source: act
        +   status: parameter
        + approvals:

        NotAChoice registry.holder_details.company
        - individual: [ person-name ]
        + ‹company: [ address ]

        NotAChoice registry.holder_details.individual[1]
        - individual: [ person-name ]
        + individual: [ ‹nickname ]

        SessionOrder trading.listed.sessions[2].from
        - { from: 13:00, until: 15:00 }
        + { from: ‹11:00, until: 15:00 }

        SpanReversed trading.block.sessions[1].from
        - { from: 13:00, until: 15:30 }
        + { from: ‹16:00, until: 15:30 }

        OffTick trading.instruments[1].reference_price
        - reference_price: 48.00 CNY
        + reference_price: ‹48.01 CNY

        InstrumentTwice trading.instruments[2].unit
        - { unit: XO, reference_price: 30.05 CNY }
        + { unit: ‹XA, reference_price: 30.05 CNY }

        UnknownVintage trading.instruments[1].vintages
        - { unit: XA, vintages: [ "2021" ], reference_price
        + { unit: XA, vintages: [ ‹"2019" ], reference_price

        UnknownUnit trading.instruments[2].unit
        - { unit: XO, reference_price: 30.05 CNY }
        + { unit: ‹XX, reference_price: 30.05 CNY }

        NothingAllowed trading.lot
        - lot: 10 t
        + lot: ‹0 t

        NothingAllowed trading.tick
        - tick: 0.05 CNY
        + tick: ‹0.00 CNY

        NothingAllowed trading.positions.maximum
        - maximum: 1000000 t
        + maximum: ‹0 t

        NothingAllowed trading.reserve.enough
        - enough: 5000.00 CNY
        + enough: ‹0.00 CNY

        BadShare trading.reserve.contribution
        - contribution: 15 %
        + contribution: ‹115 %

        BadValue trading.fees.buyer
        - buyer: 0.5 ‰
        + buyer: ‹0.5 %

        BadShare trading.block.band
        - band: 30 %
        + band: ‹130 %

        NotAChoice trading.units
        - units: next-trading-day
        + units: ‹tomorrow

        MissingKey trading.listed.levels
        -   levels: 5
        -     partly: no
        +   partly: no

        UnknownKey trading.block.levels
        - block: { at_least: 100000 t,
        + block: { ‹levels: 5, at_least: 100000 t,

        OtherCurrency trading.instruments[2].reference_price
        - 30.05 CNY
        + ‹30.05 EUR

        ShortDay trading.short_days[1].day
        - { day: 2022-07-01, until: 11:00 }
        + { day: ‹2022-06-30, until: 11:00 }

        ShortDay trading.short_days[1].day
        - { day: 2022-07-01, until: 11:00 }
        + { day: ‹2022-07-01, until: 09:30 }

        NothingAllowed supervision.layering.times
        - times: 3
        + times: ‹0

        NothingAllowed supervision.price_jump.move
        - move: 5 %
        + move: ‹0 %

        MissingKey supervision.concentration.at_least
        - concentration: { share: 40 %, at_least: 10000 t }
        + concentration: ‹{ share: 40 % }

        UnknownKey supervision.front_running
        - limit_approach: { share: 80 % }
        + limit_approach: { share: 80 % }
        +   ‹front_running: { share: 80 % }

        BadShare supervision.close_marking.share
        - close_marking: { minutes: 15, share: 30 %
        + close_marking: { minutes: 15, share: ‹101 %

        ExchangeWithoutAccounts trading
        -   TradeSettle: {
        +   Settle: {
        """;

    public static IReadOnlyList<WrongBook> All { get; } = [.. Table.Split("\n\n").Select(WrongBook.Parse)];
}

/// <summary>A spoiled book and what must be said about it.</summary>
internal sealed record WrongBook(string Reason, string Path, string Old, string Spoiled)
{
    /// <summary>The whole text, with the mark.</summary>
    public string Marked => SmallBook.With(Old, Spoiled);

    /// <summary>The whole text as it is read.</summary>
    public string Text => Marked.Replace(WrongBooks.Mark.ToString(), "", StringComparison.Ordinal);

    public static WrongBook Parse(string rows)
    {
        var lines = rows.Split('\n');
        var head = lines[0].Split(' ');
        return new WrongBook(head[0], head.ElementAtOrDefault(1) ?? "", Part('-'), Part('+'));

        string Part(char sign) =>
            string.Join('\n', lines.Skip(1).Where(line => line[0] == sign).Select(line => line[2..]));
    }
}
