using Tanheng.Quantities;

namespace Tanheng.Market.Surveillance;

/// <summary>异常撤单: what one holder enters in one instrument on one day, and takes back without a trade.</summary>
public sealed class CancelCount
{
    /// <summary>Orders entered.</summary>
    public long Entered { get; private set; }

    /// <summary>Orders taken back of which nothing had traded.</summary>
    public long Withdrawn { get; private set; }

    /// <summary>Notes an order.</summary>
    public void NoteEntry() => Entered++;

    /// <summary>Notes an order that is taken back.</summary>
    public void NoteWithdrawal() => Withdrawn++;

    /// <summary>True when one more would make the share too large, of enough orders.</summary>
    public bool WouldReach(int orders, Percent share) =>
        Entered >= orders && Shares.Reaches(Withdrawn + 1, Entered, share);
}
