using System.Collections.Immutable;
using Tanheng.Ledger;
using Tanheng.Methodology;
using Tanheng.Quantities;
using Tanheng.Rulebook;

namespace Tanheng.Scheme.Registry;

/// <summary>A person who acts for a holder, and how far.</summary>
public sealed record Representative(UserId User, Rights Rights, bool Suspended = false);

/// <summary>A legal person of the market: a covered entity, or any other participant.</summary>
/// <param name="Id">Given by the scheme.</param>
/// <param name="Code">Unified social credit code 统一社会信用代码, or the identifier the rulebook asks for.</param>
/// <param name="Name">In the two languages; the same text twice when there is one name.</param>
/// <param name="Province">The authority it belongs to: a province (ISO 3166-2) or member state.</param>
/// <param name="Sector">Sector code of the rulebook; empty for participants that are not covered.</param>
/// <param name="Status">Whether it still exists.</param>
/// <param name="Representatives">Who acts for it.</param>
/// <param name="AtRisk">差异化: its allocation goes to custody first.</param>
/// <param name="RegistryAccount">登记账户; null until opened.</param>
/// <param name="TradingAccount">交易账户; null until opened, or where the scheme has none.</param>
/// <param name="CustodyAccount">Its units kept by the province; null until needed.</param>
/// <param name="Details">Kind, address, contacts; null until somebody gave them.</param>
/// <param name="Years">First and last year of emissions; null where the lists alone say.</param>
public sealed record Holder(
    HolderId Id,
    string Code,
    Text Name,
    string Province,
    string Sector,
    HolderStatus Status,
    ImmutableArray<Representative> Representatives,
    bool AtRisk = false,
    AccountId? RegistryAccount = null,
    AccountId? TradingAccount = null,
    AccountId? CustodyAccount = null,
    HolderDetails? Details = null,
    EmissionSpan? Years = null);

/// <summary>Whether a holder still exists.</summary>
public enum HolderStatus
{
    /// <summary>Exists.</summary>
    [Called("存续", "in being")]
    Active,

    /// <summary>Merged into or split to another; its rights and duties are theirs 承继.</summary>
    [Called("已承继", "succeeded by another")]
    Succeeded,

    /// <summary>Gone.</summary>
    [Called("已终止", "dissolved")]
    Dissolved,
}

/// <summary>The life of an account.</summary>
public enum AccountStatus
{
    /// <summary>申请: asked for.</summary>
    [Called("已申请", "applied for")]
    Applied,

    /// <summary>审核: files reviewed.</summary>
    [Called("已审核", "reviewed")]
    Reviewed,

    /// <summary>正常: usable.</summary>
    [Called("正常", "active")]
    Active,

    /// <summary>限制: receives and surrenders, sends nothing else.</summary>
    [Called("受限", "restricted")]
    Restricted,

    /// <summary>冻结: receives, sends nothing.</summary>
    [Called("冻结", "frozen")]
    Frozen,

    /// <summary>注销: closed for good, empty.</summary>
    [Called("已销户", "closed")]
    Closed,

    /// <summary>驳回: refused.</summary>
    [Called("已驳回", "rejected")]
    Rejected,

    /// <summary>停用: neither receives nor sends.</summary>
    [Called("已停用", "suspended")]
    Suspended,

    /// <summary>
    /// 锁定: neither receives nor sends, because its books did not agree; only a good reconciliation frees it.
    /// </summary>
    [Called("对账锁定", "blocked")]
    Blocked,
}

/// <summary>An account as the registry keeps it; what is in it is the ledger's.</summary>
/// <param name="Id">The ledger's account.</param>
/// <param name="Number">Full number with check digits, as published.</param>
/// <param name="Kind">What it is for.</param>
/// <param name="Holder">Whose; null for system and provincial accounts.</param>
/// <param name="Province">Whose, for provincial accounts and custody.</param>
/// <param name="Status">Where it is in its life.</param>
/// <param name="Rules">Its own rules of trust; null where it has those of a new account.</param>
/// <param name="PublicId">A name for publications that tells nothing; null for accounts opened before there was one.
/// </param>
public sealed record Account(
    AccountId Id,
    string Number,
    AccountKind Kind,
    HolderId? Holder,
    string? Province,
    AccountStatus Status,
    AccountRules? Rules = null,
    string? PublicId = null);

/// <summary>Tonnes that an account sent to others on one local day.</summary>
public readonly record struct SentOnDay(DateOnly Day, Tonnes Quantity);

/// <summary>A plant or site.</summary>
public sealed record Facility(
    FacilityId Id, HolderId Holder, Text Name, string Address, DateOnly From, DateOnly? ClosedOn = null);

/// <summary>
/// A generating unit 机组 or production line. <see cref="Attributes"/> are what the allocation method asks of it and does
/// not change from year to year: class, type, cooling, capacity.
/// </summary>
public sealed record GeneratingUnit(
    GeneratingUnitId Id,
    FacilityId Facility,
    HolderId Holder,
    Text Name,
    MethodInputs Attributes,
    DateOnly From,
    DateOnly? ClosedOn = null);

/// <summary>The scheme's own accounts, opened when it is founded.</summary>
public sealed record SystemAccounts(
    AccountId Issuance,
    AccountId Surrendered,
    AccountId Cancelled,
    AccountId Expired,
    AccountId Bank,
    AccountId Treasury,
    AccountId Receivable);

/// <summary>A transfer that waits until its delay is over; its units are frozen at the sender's.</summary>
/// <param name="Id">The transaction that froze them.</param>
/// <param name="Holder">The sender.</param>
/// <param name="Source">Where they came from and would go back to.</param>
/// <param name="To">The receiver's account.</param>
/// <param name="Asset">What.</param>
/// <param name="Serials">Which.</param>
/// <param name="Until">When it executes, UTC.</param>
/// <param name="SentOn">The local day it counts for in the daily limit.</param>
public sealed record PendingTransfer(
    TransactionId Id,
    HolderId Holder,
    Place Source,
    AccountId To,
    Asset Asset,
    SerialSet Serials,
    DateTimeOffset Until,
    DateOnly SentOn)
{
    /// <summary>Its item of the agenda.</summary>
    internal Due Release => new(Until, DueKind.TransferRelease, Id.Value.ToString("D12"));
}

/// <summary>Units kept for a court or an authority.</summary>
public sealed record Freeze(
    FreezeId Id, AccountId Account, Asset Asset, SerialSet Serials, string Reference, DateTimeOffset At);

/// <summary>A transaction that may be taken back up to a moment.</summary>
public sealed record ReversibleTransaction(Transaction Transaction, DateTimeOffset At, DateTimeOffset Until);
