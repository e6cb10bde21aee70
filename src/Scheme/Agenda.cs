namespace Tanheng.Scheme;

/// <summary>Kinds of due items, in the order in which items of one moment are handled.</summary>
public enum DueKind
{
    /// <summary>A delayed transfer executes.</summary>
    TransferRelease,

    /// <summary>A proposal lapses.</summary>
    ProposalExpiry,

    /// <summary>A milestone of the surrender calendar is counted.</summary>
    Milestone,

    /// <summary>A surrender deadline passes.</summary>
    SurrenderDeadline,

    /// <summary>A carry-over's holdings are fixed.</summary>
    CarryOverCensus,

    /// <summary>A carry-over window closes.</summary>
    CarryOverClose,

    /// <summary>Units become void.</summary>
    UnitsLapse,

    /// <summary>A trusted account begins to count.</summary>
    TrustActivation,

    /// <summary>A trading day begins.</summary>
    TradingDayStart,

    /// <summary>The last trading session of a day, of one mode or of all, is over.</summary>
    TradingSessionEnd,

    /// <summary>A trading day is over and its money is counted.</summary>
    SettlementDayEnd,
    /// <summary>A halt of trading ends by itself.</summary>
    TradingHaltEnd,

    /// <summary>A restriction's last day is over.</summary>
    TradingRestrictionEnd,

    /// <summary>The last day to explain is over.</summary>
    ExplanationDue,
    /// <summary>An auction that the clock decides is over.</summary>
    AuctionEnd,
}

/// <summary>Something that will happen by itself. Ordered by moment, kind and subject.</summary>
public readonly record struct Due(DateTimeOffset At, DueKind Kind, string Subject) : IComparable<Due>
{
    /// <inheritdoc />
    public int CompareTo(Due other)
    {
        var order = At.CompareTo(other.At);
        order = order != 0 ? order : Kind.CompareTo(other.Kind);
        return order != 0 ? order : string.CompareOrdinal(Subject, other.Subject);
    }

    /// <summary>Earlier in the agenda.</summary>
    public static bool operator <(Due left, Due right) => left.CompareTo(right) < 0;

    /// <summary>Later in the agenda.</summary>
    public static bool operator >(Due left, Due right) => left.CompareTo(right) > 0;

    /// <summary>Not later in the agenda.</summary>
    public static bool operator <=(Due left, Due right) => left.CompareTo(right) <= 0;

    /// <summary>Not earlier in the agenda.</summary>
    public static bool operator >=(Due left, Due right) => left.CompareTo(right) >= 0;
}

/// <summary>What will fall due, soonest first. Changed only by applying events.</summary>
public sealed class Agenda
{
    private readonly SortedSet<Due> items = [];

    /// <summary>The soonest item, or null.</summary>
    public Due? Next => items.Count == 0 ? null : items.Min;

    /// <summary>All items, soonest first.</summary>
    public IEnumerable<Due> Items => items;

    /// <summary>Notes an item; noting it twice is noting it once.</summary>
    public void Add(Due due) => items.Add(due);

    /// <summary>Forgets an item.</summary>
    public void Remove(Due due) => items.Remove(due);
}
