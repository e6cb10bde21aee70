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
}

/// <summary>Who may send a command: any of the roles, or a representative of its holder with the right.</summary>
public sealed record Permission(IReadOnlyList<Role> Roles, Rights Holder)
{
    /// <summary>Everybody; the use case itself says who.</summary>
    public static Permission Anyone { get; } = new([], Rights.None);

    /// <summary>True when the use case itself says who.</summary>
    public bool IsAnyone => ReferenceEquals(this, Anyone);

    /// <summary>Officials only.</summary>
    public static Permission Of(params Role[] roles) => new(roles, Rights.None);

    /// <summary>The holder's own representatives, and perhaps officials.</summary>
    public static Permission OfHolder(params Role[] roles) => new(roles, Rights.Initiate);
}
