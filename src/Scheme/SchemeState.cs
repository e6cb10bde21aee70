using Tanheng.Methodology;
using Tanheng.Scheme.Allocation;
using Tanheng.Scheme.Approval;
using Tanheng.Scheme.Bulletins;
using Tanheng.Scheme.Auctions;
using Tanheng.Scheme.Compliance;
using Tanheng.Scheme.Mrv;
using Tanheng.Scheme.Registry;
using Tanheng.Scheme.Settlement;
using Tanheng.Scheme.Supervision;
using Tanheng.Scheme.Trading;

namespace Tanheng.Scheme;

/// <summary>
/// Everything one market knows: a fold over its journal. Use cases read it in Decide and change it only in Apply.
/// Exactly what is reachable from here is hashed to compare a replay with the original.
/// </summary>
public sealed class SchemeState
{
    /// <summary>The last applied row; 0 before the first.</summary>
    public long Sequence { get; internal set; }

    /// <summary>The last applied row's time.</summary>
    public DateTimeOffset Time { get; internal set; }

    /// <summary>The market's own name, as it was founded; empty before.</summary>
    public string Name { get; internal set; } = "";

    /// <summary>The market's policy; null until it is founded.</summary>
    public Rulebook.Rulebook? Book { get; internal set; }

    /// <summary>What will happen by itself.</summary>
    public Agenda Agenda { get; } = new();

    /// <summary>Who holds what.</summary>
    public Ledger.Ledger Ledger { get; } = new();

    /// <summary>The methods adopted with the rulebook.</summary>
    public MethodLibrary Methods { get; internal set; } = MethodLibrary.Empty;

    /// <summary>Holders, accounts, facilities, people.</summary>
    public RegistryState Registry { get; } = new();

    /// <summary>Units pledged to lenders.</summary>
    public PledgeState Pledges { get; } = new();

    /// <summary>Proposals that wait for a second person.</summary>
    public ApprovalState Approvals { get; } = new();

    /// <summary>Reports and accepted emissions.</summary>
    public MrvState Mrv { get; } = new();

    /// <summary>Entitlements.</summary>
    public AllocationState Allocation { get; } = new();

    /// <summary>Obligations and cases.</summary>
    public ComplianceState Compliance { get; } = new();

    /// <summary>Orders, trades, prices.</summary>
    public TradingState Trading { get; } = new();

    /// <summary>Halts, alerts, inquiries.</summary>
    public SupervisionState Supervision { get; } = new();
    /// <summary>Auctions and their bidders.</summary>
    public AuctionState Auctions { get; } = new();

    /// <summary>Participants' money: bank accounts, withdrawals.</summary>
    public CashState Cash { get; } = new();

    /// <summary>What bulletins are made of: days, other markets.</summary>
    public BulletinState Bulletins { get; } = new();

    /// <summary>The policy; asking before the market is founded is a defect.</summary>
    public Rulebook.Rulebook Rules => Book ?? throw new InvalidOperationException("The scheme is not founded.");
}
