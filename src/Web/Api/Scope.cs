namespace Tanheng.Web.Api;

/// <summary>What an API key was made for. A browser session has every scope.</summary>
[Flags]
public enum Scope
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>See what its owner may see.</summary>
    Read = 1,

    /// <summary>Send commands; those under four eyes become proposals.</summary>
    Submit = 2,

    /// <summary>Approve and reject what others proposed.</summary>
    Approve = 4,

    /// <summary>All of them.</summary>
    All = Read | Submit | Approve,
}

/// <summary>Who may call an operation, before the scheme is asked about a command.</summary>
public enum Audience
{
    /// <summary>Everybody, without signing in.</summary>
    Everyone,

    /// <summary>Whoever has signed in.</summary>
    SignedIn,

    /// <summary>Whoever has signed in; a list shows only what the caller may read.</summary>
    OwnPart,

    /// <summary>Those who may read the holder that it is about; for others it is not there.</summary>
    ReadersOfHolder,

    /// <summary>Authority, operators and auditors.</summary>
    Officials,

    /// <summary>Authority and operators.</summary>
    Operators,

    /// <summary>Whom the command's own permission names.</summary>
    Senders,
}
