using Tanheng.Quantities;
using Tanheng.Rulebook;

namespace Tanheng.Web.Api.Shapes;

/// <summary>A market at a glance.</summary>
/// <param name="Scheme">Its id in the store.</param>
/// <param name="Code">The code of its rulebook, such as CN.</param>
/// <param name="Name">Its names.</param>
/// <param name="Version">The version of its rulebook.</param>
/// <param name="RulebookDigest">SHA-256 of the rulebook's text.</param>
/// <param name="Currency">Of prices and fines.</param>
/// <param name="TimeZone">Of its days and deadlines, an IANA name.</param>
/// <param name="Sequence">The last row of the journal.</param>
/// <param name="Time">Business time: that of the last row.</param>
/// <param name="Holders">How many legal persons are registered.</param>
/// <param name="Accounts">How many accounts they have.</param>
/// <param name="Periods">Periods in which somebody owes something.</param>
/// <param name="Units">Where all units of each type are.</param>
public sealed record SchemeView(
    string Scheme,
    string Code,
    Text Name,
    string Version,
    Digest RulebookDigest,
    Currency Currency,
    string TimeZone,
    long Sequence,
    DateTimeOffset Time,
    int Holders,
    int Accounts,
    IReadOnlyList<PeriodSummary> Periods,
    IReadOnlyList<UnitSummary> Units);

/// <summary>How far a period's surrender has come.</summary>
/// <param name="Period">Which period.</param>
/// <param name="Obligations">Holders that owe something.</param>
/// <param name="Met">Met in time.</param>
/// <param name="MetLate">Made good after the deadline.</param>
/// <param name="Short">The deadline passed with something missing.</param>
/// <param name="Open">The deadline is ahead.</param>
/// <param name="Due">To surrender altogether.</param>
/// <param name="Allowances">Surrendered allowances.</param>
/// <param name="Offsets">Offsets used.</param>
/// <param name="Missing">What is missing.</param>
/// <param name="Deadline">The first moment that is too late.</param>
public sealed record PeriodSummary(
    CompliancePeriod Period,
    int Obligations,
    int Met,
    int MetLate,
    int Short,
    int Open,
    Tonnes Due,
    Tonnes Allowances,
    Tonnes Offsets,
    Tonnes Missing,
    DateTimeOffset? Deadline);

/// <summary>Where all units of one type are: issued = held + surrendered + cancelled + expired.</summary>
/// <param name="Asset">The type with its vintage.</param>
/// <param name="Issued">Ever issued.</param>
/// <param name="Held">In accounts of holders and provinces.</param>
/// <param name="Surrendered">Handed in.</param>
/// <param name="Cancelled">Cancelled for good.</param>
/// <param name="Expired">Void, or turned into another vintage.</param>
public sealed record UnitSummary(
    string Asset, Tonnes Issued, Tonnes Held, Tonnes Surrendered, Tonnes Cancelled, Tonnes Expired);

/// <summary>A step of the compliance calendar.</summary>
/// <param name="Period">Which period.</param>
/// <param name="Step">Which step.</param>
/// <param name="At">The first moment that is too late.</param>
/// <param name="Local">The same in the market's own time.</param>
/// <param name="Share">Of a milestone: the share that must be settled by then.</param>
/// <param name="Sectors">The sectors it is for; empty for all without a deadline of their own.</param>
/// <param name="Cite">Where it stands in the law, and how firmly that is known.</param>
public sealed record CalendarStep(
    CompliancePeriod Period,
    Step Step,
    DateTimeOffset At,
    DateTime Local,
    Percent? Share,
    IReadOnlyList<string> Sectors,
    Citation Cite);

/// <summary>A reason for which the system says no.</summary>
/// <param name="Code">Its number, for ever.</param>
/// <param name="Name">Its name, for ever.</param>
/// <param name="Status">The HTTP status it is answered with.</param>
/// <param name="Transient">True when the same command may succeed later without being changed.</param>
/// <param name="Type">The <c>type</c> of its problem documents.</param>
/// <param name="Messages">What to do; <c>{name}</c> stands for a detail of the refusal.</param>
public sealed record RefusalView(int Code, string Name, int Status, bool Transient, string Type, Text Messages);

/// <summary>The rulebook, whole; every rule has <c>cite</c> (source, standing, validity) and <c>line</c>.</summary>
/// <param name="Code">Short code of the market.</param>
/// <param name="Version">The file's own version.</param>
/// <param name="Name">Its names.</param>
/// <param name="Digest">SHA-256 of the file's text.</param>
/// <param name="Currency">Of prices and fines.</param>
/// <param name="TimeZone">An IANA name.</param>
/// <param name="Weekend">Days of the week that are not worked.</param>
/// <param name="Sources">The legal texts that rules cite.</param>
/// <param name="Citations">Every rule by its path in the file, with where it comes from.</param>
/// <param name="Holidays">Holidays year by year.</param>
/// <param name="Units">Unit families.</param>
/// <param name="Registry">How holders are known and accounts are kept.</param>
/// <param name="Periods">Compliance periods, oldest first.</param>
/// <param name="CarryOvers">Carry-over conversions.</param>
/// <param name="Transactions">Transaction types.</param>
/// <param name="Approvals">Commands that need a second person.</param>
/// <param name="Objections">Days to object and to answer.</param>
/// <param name="Plans">Review of monitoring plans; null where nobody reviews them.</param>
/// <param name="FollowUps">Follow-up of what verifiers left open; null where nobody follows it up.</param>
/// <param name="Penalties">Fines and cuts.</param>
/// <param name="Disclosures">Duties to publish.</param>
public sealed record RulebookView(
    string Code,
    string Version,
    Text Name,
    Digest Digest,
    Currency Currency,
    string TimeZone,
    IReadOnlyList<DayOfWeek> Weekend,
    IReadOnlyList<LegalSource> Sources,
    IReadOnlyList<CitedRule> Citations,
    IReadOnlyList<HolidayYear> Holidays,
    IReadOnlyList<UnitRule> Units,
    RegistryRule Registry,
    IReadOnlyList<PeriodRules> Periods,
    IReadOnlyList<CarryOverRule> CarryOvers,
    IReadOnlyList<TransactionRule> Transactions,
    IReadOnlyList<ApprovalRule> Approvals,
    ObjectionRule Objections,
    PlanRule? Plans,
    FollowUpRule? FollowUps,
    IReadOnlyList<PenaltyView> Penalties,
    IReadOnlyList<DisclosureRule> Disclosures);

/// <summary>A fine or cut that the law threatens with.</summary>
/// <param name="Offence">The act.</param>
/// <param name="Basis">How the bounds of the fine are found.</param>
/// <param name="Least">Lower bound in money.</param>
/// <param name="Most">Upper bound in money.</param>
/// <param name="LeastMultiple">Lower bound as a multiple of the basis.</param>
/// <param name="MostMultiple">Upper bound as a multiple of the basis.</param>
/// <param name="GainFrom">The unlawful gain from which multiples of it hold instead.</param>
/// <param name="Cut">What is cut from the next allocation.</param>
/// <param name="CutLeast">Lower bound of a cut by share.</param>
/// <param name="CutMost">Upper bound of a cut by share.</param>
/// <param name="ShortfallRemainsDue">True when the missing units stay due after the fine.</param>
/// <param name="PersonsLeast">Lower bound of the fine of persons in charge.</param>
/// <param name="PersonsMost">Upper bound of the fine of persons in charge.</param>
/// <param name="Cite">Where it stands in the law.</param>
/// <param name="Line">The line of the file.</param>
public sealed record PenaltyView(
    Offence Offence,
    FineBasis Basis,
    Amount? Least,
    Amount? Most,
    decimal? LeastMultiple,
    decimal? MostMultiple,
    Amount? GainFrom,
    NextCut Cut,
    Percent? CutLeast,
    Percent? CutMost,
    bool ShortfallRemainsDue,
    Amount? PersonsLeast,
    Amount? PersonsMost,
    Citation Cite,
    int Line);
