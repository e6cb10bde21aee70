using Tanheng.Ledger;
using Tanheng.Quantities;
using Tanheng.Rulebook;

namespace Tanheng.Scheme.Registry;

/// <summary>Holders, accounts, facilities and people. Changed only by applying events.</summary>
public sealed class RegistryState
{
    /// <summary>The scheme's own accounts; null until it is founded.</summary>
    public SystemAccounts? System { get; internal set; }

    /// <summary>Holders by id.</summary>
    public Dictionary<HolderId, Holder> Holders { get; } = [];

    /// <summary>Holders by their code, whatever the case of its letters.</summary>
    public Dictionary<string, HolderId> HolderCodes { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Accounts by id.</summary>
    public Dictionary<AccountId, Account> Accounts { get; } = [];

    /// <summary>Accounts of holders and provinces by their full number.</summary>
    public Dictionary<string, AccountId> Numbers { get; } = [];

    /// <summary>The same accounts by their public name.</summary>
    public Dictionary<string, AccountId> PublicIds { get; } = [];

    /// <summary>Digests of the claim codes given out.</summary>
    public Dictionary<HolderId, Digest> ClaimCodes { get; } = [];

    /// <summary>Every account ever applied for by a holder, in order.</summary>
    public Dictionary<HolderId, List<AccountId>> AccountsOf { get; } = [];

    /// <summary>Provincial accounts by province.</summary>
    public Dictionary<string, AccountId> Provinces { get; } = [];

    /// <summary>Facilities by id.</summary>
    public Dictionary<FacilityId, Facility> Facilities { get; } = [];

    /// <summary>Sites that changed hands, and how, the oldest change first.</summary>
    public Dictionary<FacilityId, List<OwnerChange>> FacilityOwners { get; } = [];

    /// <summary>Accounts that changed hands, and how, the oldest change first.</summary>
    public Dictionary<AccountId, List<OwnerChange>> AccountOwners { get; } = [];

    /// <summary>Generating units by id.</summary>
    public Dictionary<GeneratingUnitId, GeneratingUnit> Units { get; } = [];

    /// <summary>Units of each holder, in the order they were registered.</summary>
    public Dictionary<HolderId, List<GeneratingUnitId>> UnitsOf { get; } = [];

    /// <summary>Officials and their roles.</summary>
    public Dictionary<UserId, List<Role>> Officials { get; } = [];

    /// <summary>名录: covered holders of each emission year.</summary>
    public Dictionary<int, HashSet<HolderId>> Coverage { get; } = [];

    /// <summary>Years that do not count for a holder, and why.</summary>
    public Dictionary<(HolderId Holder, int Year), string> Excluded { get; } = [];

    /// <summary>Holders each person acts for, in the order of appointment.</summary>
    public Dictionary<UserId, List<HolderId>> ActsFor { get; } = [];

    /// <summary>Transfers that wait for their delay.</summary>
    public Dictionary<TransactionId, PendingTransfer> PendingTransfers { get; } = [];

    /// <summary>Trusted accounts of each account that has any, in the order they were added.</summary>
    public Dictionary<AccountId, List<TrustedAccount>> Trusted { get; } = [];

    /// <summary>What each account sent on the last day it sent anything; kept where the rulebook limits it.</summary>
    public Dictionary<AccountId, SentOnDay> Sent { get; } = [];

    /// <summary>Accounts that a reconciliation blocked, and what they were before.</summary>
    public Dictionary<AccountId, AccountStatus> Blocked { get; } = [];

    /// <summary>Reconciliations in order.</summary>
    public List<Reconciliation> Reconciliations { get; } = [];

    /// <summary>Requests for documents in the order they were made; the first has number 1.</summary>
    public List<DocumentRequest> Documents { get; } = [];

    /// <summary>Notes of officials by number, oldest first.</summary>
    public SortedDictionary<int, Note> Notes { get; } = [];

    /// <summary>The number of the latest note; 0 before the first.</summary>
    public int LastNote { get; internal set; }

    /// <summary>Freezes in force.</summary>
    public Dictionary<FreezeId, Freeze> Freezes { get; } = [];

    /// <summary>The number the next freeze gets.</summary>
    public FreezeId NextFreeze { get; internal set; } = new(1);

    /// <summary>Transactions that may still be taken back, oldest first.</summary>
    public SortedDictionary<TransactionId, ReversibleTransaction> Reversible { get; } =
        new(Comparer<TransactionId>.Create((left, right) => left.Value.CompareTo(right.Value)));

    /// <summary>A holder, or null.</summary>
    public Holder? Find(HolderId id) => Holders.GetValueOrDefault(id);

    /// <summary>True when the holder is on the year's list and the year counts for it.</summary>
    public bool IsCovered(HolderId holder, int year) => IsListed(holder, year) && !IsLeftOut(holder, year);

    /// <summary>True when the holder is on the year's list.</summary>
    public bool IsListed(HolderId holder, int year) =>
        Coverage.TryGetValue(year, out var list) && list.Contains(holder);

    /// <summary>True when a year does not count for a holder: outside its years of emissions, or excluded.</summary>
    public bool IsLeftOut(HolderId holder, int year) =>
        Find(holder)?.Years?.Contains(year) == false || (Excluded.Count > 0 && Excluded.ContainsKey((holder, year)));
}
