using Tanheng.Quantities;

namespace Tanheng.Rulebook;

/// <summary>
/// The policy of one market as data. What two markets could do differently is here; the engine holds what is the same.
/// </summary>
public sealed record Rulebook
{
    /// <summary>Short code of the market: CN, EU.</summary>
    public required string Code { get; init; }

    /// <summary>The file's own version.</summary>
    public required string Version { get; init; }

    /// <summary>Its names.</summary>
    public required Text Name { get; init; }

    /// <summary>What the market is called in its bulletins; its name where the file gives no other.</summary>
    public required Text ShortName { get; init; }

    /// <summary>The currency of prices and fines.</summary>
    public required Currency Currency { get; init; }

    /// <summary>Its days, hours and holidays.</summary>
    public required WorkCalendar Calendar { get; init; }

    /// <summary>Unit families.</summary>
    public required IReadOnlyList<UnitRule> Units { get; init; }

    /// <summary>Registry.</summary>
    public required RegistryRule Registry { get; init; }

    /// <summary>Compliance periods, oldest first.</summary>
    public required IReadOnlyList<PeriodRules> Periods { get; init; }

    /// <summary>Carry-over conversions.</summary>
    public required IReadOnlyList<CarryOverRule> CarryOvers { get; init; }

    /// <summary>Transaction types.</summary>
    public required IReadOnlyList<TransactionRule> Transactions { get; init; }

    /// <summary>交易; null where the market has no exchange.</summary>
    public TradingRule? Trading { get; init; }

    /// <summary>交易监控; null where the exchange watches nothing, or there is none.</summary>
    public SupervisionRule? Supervision { get; init; }
    /// <summary>拍卖、竞价: the ways in which the market sells by auction.</summary>
    public IReadOnlyList<AuctionRule> Auctions { get; init; } = [];

    /// <summary>质押; null where no unit may be pledged.</summary>
    public PledgeRule? Pledges { get; init; }

    /// <summary>Trusted account lists; null where the scheme has none.</summary>
    public TrustedAccountRule? TrustedAccounts { get; init; }

    /// <summary>Commands that need a second person.</summary>
    public required IReadOnlyList<ApprovalRule> Approvals { get; init; }

    /// <summary>Fines and cuts.</summary>
    public required IReadOnlyList<PenaltyRule> Penalties { get; init; }

    /// <summary>Duties to publish.</summary>
    public required IReadOnlyList<DisclosureRule> Disclosures { get; init; }

    /// <summary>Laws, plans and notices that the rules cite.</summary>
    public IReadOnlyList<LegalSource> Sources { get; init; } = [];

    /// <summary>The announcements behind <see cref="Calendar"/>.</summary>
    public IReadOnlyList<HolidayYear> Holidays { get; init; } = [];

    /// <summary>Objections 异议; the ministerial measures' days where the rulebook is silent.</summary>
    public ObjectionRule Objections { get; init; } = ObjectionRule.Default;

    /// <summary>Review of monitoring plans; null where nobody reviews them.</summary>
    public PlanRule? Plans { get; init; }

    /// <summary>Follow-up of what verifiers left open; null where nobody follows it up.</summary>
    public FollowUpRule? FollowUps { get; init; }

    /// <summary>SHA-256 of the file's text, followed by the text of the holiday file when there is one.</summary>
    public required Digest Text { get; init; }

    /// <summary>A source by its key, or null.</summary>
    public LegalSource? Source(string key) => Sources.FirstOrDefault(source => source.Key == key);

    /// <summary>Every rule with its source, standing and line.</summary>
    public IEnumerable<CitedRule> Citations() => RulebookWalk.Citations(this);

    /// <summary>Every method the book names; whether the library has it is the caller's to check.</summary>
    public IEnumerable<MethodUse> MethodsUsed() => RulebookWalk.Methods(this);

    /// <summary>The rules of a period, or null.</summary>
    public PeriodRules? Period(CompliancePeriod period) => Periods.FirstOrDefault(rules => rules.Period == period);

    /// <summary>A unit family, or null.</summary>
    public UnitRule? Unit(string code)
    {
        // This and the next are asked several times by every transfer, so without the cost of a closure.
        for (var i = 0; i < Units.Count; i++)
        {
            if (Units[i].Code == code)
            {
                return Units[i];
            }
        }

        return null;
    }

    /// <summary>A transaction type, or null.</summary>
    public TransactionRule? Transaction(string code)
    {
        for (var i = 0; i < Transactions.Count; i++)
        {
            if (Transactions[i].Code == code)
            {
                return Transactions[i];
            }
        }

        return null;
    }

    /// <summary>The penalty of an offence on the day of the decision, or null.</summary>
    public PenaltyRule? Penalty(Offence offence, DateOnly decided) =>
        Penalties.FirstOrDefault(rule => rule.Offence == offence && rule.Cite.Holds(decided));

    /// <summary>The rule of an auction by its name, or null.</summary>
    public AuctionRule? Auction(string name) => Auctions.FirstOrDefault(rule => rule.Name == name);

    /// <summary>The four-eyes rule of a command, or null when one person is enough.</summary>
    public ApprovalRule? Approval(string command) => Approvals.FirstOrDefault(rule => rule.Command == command);
}
