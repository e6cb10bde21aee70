namespace Tanheng.Engine.People;

/// <summary>
/// Who can sign in to a deployment, and what signing in leaves behind. One store for all its schemes: a person has one
/// name and one password, and in each scheme the offices and rights that scheme's journal gives. Nothing in here can
/// move a unit. Every method is one transaction; times are UTC and come from the caller.
/// </summary>
public interface IPeople :
    IPersons, ICredentials, ISessions, ILinks, IApiKeys, IAuditLog, IDrafts, ILetters, IProtectionKeys,
    IDemonstrationMark, IDisposable;

/// <summary>
/// The keys with which the portal encrypts cookies and forms, shared by all processes of a deployment.
/// </summary>
public interface IProtectionKeys
{
    /// <summary>All keys, as XML.</summary>
    IReadOnlyList<string> ProtectionKeys();

    /// <summary>Keeps a key.</summary>
    void AddProtectionKey(string name, string xml);
}
