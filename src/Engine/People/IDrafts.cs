namespace Tanheng.Engine.People;

/// <summary>What somebody has begun to enter and not sent yet.</summary>
/// <param name="Owner">Whose: a person, or what people share, such as a holder's report.</param>
/// <param name="Key">Which.</param>
/// <param name="Json">What was entered.</param>
/// <param name="Saved">When.</param>
public sealed record Draft(string Owner, string Key, string Json, DateTimeOffset Saved);

/// <summary>Drafts. They are not part of any market: what counts is what is sent.</summary>
public interface IDrafts
{
    /// <summary>Keeps a draft in place of the one of the same owner and key.</summary>
    void SaveDraft(Draft draft);

    /// <summary>A draft; null when there is none.</summary>
    Draft? FindDraft(string owner, string key);

    /// <summary>An owner's drafts, the latest first.</summary>
    IReadOnlyList<Draft> DraftsOf(string owner);

    /// <summary>Throws a draft away; false when there is none.</summary>
    bool DropDraft(string owner, string key);
}
