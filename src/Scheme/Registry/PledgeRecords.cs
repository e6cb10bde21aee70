using System.Text.Json.Serialization;
using Tanheng.Ledger;
using Tanheng.Quantities;

namespace Tanheng.Scheme.Registry;

/// <summary>A pledge of units to a lender, counted from 1 within the scheme.</summary>
[JsonConverter(typeof(LongValueJsonConverter<PledgeId>))]
public readonly record struct PledgeId(long Value) : ILongValue<PledgeId>
{
    /// <inheritdoc />
    public static PledgeId From(long value) => new(value);

    /// <inheritdoc />
    public override string ToString() => "Y" + Value;
}

/// <summary>Where a pledge is in its life; one that is over is no longer kept.</summary>
public enum PledgeStatus
{
    /// <summary>已申请: the pledgor asks; the units are still at its disposal.</summary>
    [Called("待质权人确认", "applied for")]
    Applied,

    /// <summary>已登记: the units are kept for the pledgee.</summary>
    [Called("已登记", "registered")]
    Registered,
}

/// <summary>质押: units of one holder that secure a claim of another.</summary>
/// <param name="Id">Its number in the registry.</param>
/// <param name="Pledgor">出质人: whose units.</param>
/// <param name="Account">Where they are.</param>
/// <param name="Asset">What.</param>
/// <param name="Quantity">How much is applied for, or still kept.</param>
/// <param name="Pledgee">质权人: the lender.</param>
/// <param name="Claim">担保债权: what they secure.</param>
/// <param name="Reference">The agreement of the parties.</param>
/// <param name="Until">When the debt is to be paid, as the parties say; the pledge does not end by itself.</param>
/// <param name="At">When it was applied for, and from its registration on when that was.</param>
/// <param name="Status">Applied for or registered.</param>
/// <param name="Serials">Which units; none before the registration.</param>
/// <param name="Called">True while the claim is beyond the margin call.</param>
public sealed record Pledge(
    PledgeId Id,
    HolderId Pledgor,
    AccountId Account,
    Asset Asset,
    Tonnes Quantity,
    HolderId Pledgee,
    Money Claim,
    string Reference,
    DateOnly? Until,
    DateTimeOffset At,
    PledgeStatus Status = PledgeStatus.Applied,
    SerialSet Serials = default,
    bool Called = false);

/// <summary>An event between the parties of a pledge: both are told.</summary>
public interface IOfPledge
{
    /// <summary>出质人.</summary>
    HolderId Pledgor { get; }

    /// <summary>质权人.</summary>
    HolderId Pledgee { get; }
}

/// <summary>Pledges applied for or in force. Changed only by applying events.</summary>
public sealed class PledgeState
{
    /// <summary>By number.</summary>
    public Dictionary<PledgeId, Pledge> Pledges { get; } = [];

    /// <summary>The number the next application gets.</summary>
    public PledgeId Next { get; internal set; } = new(1);

    /// <summary>A pledge, or null.</summary>
    public Pledge? Find(PledgeId id) => Pledges.GetValueOrDefault(id);

    /// <summary>Those of a holder, as pledgor or as pledgee, the oldest first.</summary>
    public IEnumerable<Pledge> Of(HolderId holder) => Pledges.Values
        .Where(pledge => pledge.Pledgor == holder || pledge.Pledgee == holder)
        .OrderBy(pledge => pledge.Id.Value);

    /// <summary>Those of an account's units, the oldest first.</summary>
    public IEnumerable<Pledge> Of(AccountId account) => Pledges.Values
        .Where(pledge => pledge.Account == account)
        .OrderBy(pledge => pledge.Id.Value);
}
