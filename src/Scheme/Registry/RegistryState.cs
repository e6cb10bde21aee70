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

    /// <summary>Holders by their code.</summary>
    public Dictionary<string, HolderId> HolderCodes { get; } = [];

    /// <summary>Accounts by id.</summary>
    public Dictionary<AccountId, Account> Accounts { get; } = [];

    /// <summary>Every account ever applied for by a holder, in order.</summary>
    public Dictionary<HolderId, List<AccountId>> AccountsOf { get; } = [];

    /// <summary>Provincial accounts by province.</summary>
    public Dictionary<string, AccountId> Provinces { get; } = [];

    /// <summary>Facilities by id.</summary>
    public Dictionary<FacilityId, Facility> Facilities { get; } = [];

    /// <summary>Generating units by id.</summary>
    public Dictionary<GeneratingUnitId, GeneratingUnit> Units { get; } = [];

    /// <summary>Units of each holder, in the order they were registered.</summary>
    public Dictionary<HolderId, List<GeneratingUnitId>> UnitsOf { get; } = [];

    /// <summary>Officials and their roles.</summary>
    public Dictionary<UserId, List<Role>> Officials { get; } = [];

    /// <summary>名录: covered holders of each emission year.</summary>
    public Dictionary<int, HashSet<HolderId>> Coverage { get; } = [];

    /// <summary>Holders each person acts for, in the order of appointment.</summary>
    public Dictionary<UserId, List<HolderId>> ActsFor { get; } = [];

    /// <summary>Transfers that wait for their delay.</summary>
    public Dictionary<TransactionId, PendingTransfer> PendingTransfers { get; } = [];

    /// <summary>Freezes in force.</summary>
    public Dictionary<FreezeId, Freeze> Freezes { get; } = [];

    /// <summary>The number the next freeze gets.</summary>
    public FreezeId NextFreeze { get; internal set; } = new(1);

    /// <summary>Transactions that may still be taken back, oldest first.</summary>
    public SortedDictionary<TransactionId, ReversibleTransaction> Reversible { get; } =
        new(Comparer<TransactionId>.Create((left, right) => left.Value.CompareTo(right.Value)));

    /// <summary>A holder, or null.</summary>
    public Holder? Find(HolderId id) => Holders.GetValueOrDefault(id);

    /// <summary>True when the holder is on the year's list.</summary>
    public bool IsCovered(HolderId holder, int year) =>
        Coverage.TryGetValue(year, out var list) && list.Contains(holder);
}
