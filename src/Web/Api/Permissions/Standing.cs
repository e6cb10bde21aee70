namespace Tanheng.Web.Api.Permissions;

/// <summary>What somebody is who calls: a column of the table of permissions.</summary>
public enum Standing
{
    /// <summary>Nobody has signed in.</summary>
    Public,

    /// <summary>Has signed in and is nothing in the scheme, or acts for another holder.</summary>
    Stranger,

    /// <summary>Acts for the holder that it is about, with the right to read.</summary>
    Reader,

    /// <summary>Acts for it, with the right to initiate too.</summary>
    Initiator,

    /// <summary>Acts for it, with the right to approve too.</summary>
    Approver,

    /// <summary>Acts for it, and may surrender and nothing else.</summary>
    Surrenderer,

    /// <summary>核查机构.</summary>
    Verifier,

    /// <summary>审计.</summary>
    Auditor,

    /// <summary>交易机构.</summary>
    ExchangeOperator,

    /// <summary>注册登记机构.</summary>
    RegistryOperator,

    /// <summary>主管部门.</summary>
    Authority,
}

/// <summary>What somebody may do.</summary>
public enum Grant
{
    /// <summary>No: 401 without signing in, 403 for what others may do, 404 for what is somebody else's.</summary>
    No,

    /// <summary>Yes.</summary>
    Yes,

    /// <summary>Yes, and sees what is their own.</summary>
    OwnPart,

    /// <summary>
    /// May ask: the command becomes a proposal that somebody else decides on. Without such a rule: no.
    /// </summary>
    OnRequest,

    /// <summary>The case decides: who proposed, which command, whose approval the rulebook asks for.</summary>
    ByTheCase,
}
