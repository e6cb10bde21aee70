using Tanheng.Rulebook;

namespace Tanheng.Scheme;

/// <summary>What a representative may do for a holder.</summary>
[Flags]
public enum Rights
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>See everything of the holder.</summary>
    Read = 1,

    /// <summary>Send commands; those under four eyes become proposals.</summary>
    Initiate = 2,

    /// <summary>Approve what another representative initiated.</summary>
    Approve = 4,

    /// <summary>Initiate and approve surrenders and returns of allowances, and nothing else.</summary>
    Surrender = 8,
}

/// <summary>Who may send a command: any of the roles, or a representative of its holder with the right.</summary>
public sealed record Permission(IReadOnlyList<Role> Roles, Rights Holder)
{
    /// <summary>Everybody; the use case itself says who.</summary>
    public static Permission Anyone { get; } = new([], Rights.None);

    /// <summary>True when those who may only surrender may send it, too.</summary>
    public bool OfSurrender { get; init; }

    /// <summary>
    /// True when a representative may only ask: the rulebook must put the command under four eyes, else it is not
    /// permitted.
    /// </summary>
    public bool OnRequest { get; init; }

    /// <summary>True when anybody may ask in this way.</summary>
    public bool OpenToAll { get; init; }

    /// <summary>True when the use case itself says who.</summary>
    public bool IsAnyone => ReferenceEquals(this, Anyone);

    /// <summary>Officials only.</summary>
    public static Permission Of(params Role[] roles) => new(roles, Rights.None);

    /// <summary>The holder's own representatives, and perhaps officials.</summary>
    public static Permission OfHolder(params Role[] roles) => new(roles, Rights.Initiate);

    /// <summary>The same, and representatives who may only surrender.</summary>
    public static Permission OfSurrenders(params Role[] roles) => OfHolder(roles) with { OfSurrender = true };

    /// <summary>Officials; the holder's representatives may ask for it, and somebody else decides.</summary>
    public static Permission OnRequestOfHolder(params Role[] roles) => OfHolder(roles) with { OnRequest = true };

    /// <summary>Officials; anybody may ask for it, and somebody else decides.</summary>
    public static Permission OnRequestOfAnybody(params Role[] roles) =>
        new(roles, Rights.None) { OnRequest = true, OpenToAll = true };

    /// <summary>True when the rights are enough for the command.</summary>
    public bool IsWithin(Rights rights) => Holder != Rights.None
        && (rights.HasFlag(Holder) || (OfSurrender && rights.HasFlag(Rights.Surrender)));

    /// <summary>True when the rights are enough to approve the command.</summary>
    public bool IsApprovedWith(Rights rights) =>
        rights.HasFlag(Rights.Approve) || (OfSurrender && rights.HasFlag(Rights.Surrender));
}
