using System.Text;
using Tanheng.Quantities;
using Tanheng.Rulebook;

namespace Tanheng.Scheme.Registry;

/// <summary>
/// Gives out a claim code for a holder for whom nobody acts. The journal keeps its digest alone (SHA-256 of the code's
/// UTF-8), so make codes too long to be guessed. A new code replaces the old one.
/// </summary>
public sealed record InviteClaim(HolderId Holder, Digest Code) : Command;

/// <summary>认领: asks to act for the holder of an account, with the code that was sent to it.</summary>
/// <param name="Account">Full number of one of its accounts.</param>
/// <param name="Code">The claim code.</param>
public sealed record ClaimHolder(string Account, string Code) : Command, IOneAtATime
{
    IReadOnlyList<string> IOneAtATime.Keys => [$"claim {Account}"];
}

/// <summary>A claim code was given out.</summary>
public sealed record ClaimInvited(HolderId Holder, Digest Code) : Event;

/// <summary>A person claimed a holder; the code is used up.</summary>
public sealed record HolderClaimed(HolderId Holder, UserId User) : Event;

/// <summary>
/// How a holder without people gets its first: registered from a list, or left by its last representative. The
/// claimant may read and surrender, no more; somebody else decides (where the rulebook names nobody, claims are not
/// permitted). Refusals in order, to invite: unknown holder; holder not active; not claimable (somebody acts for it);
/// to claim: bad or unknown account number; not the holder's (a province's account); holder not active; not claimable
/// (somebody acts for it, or a request to appoint somebody waits); claim code wrong or never given out; barred staff.
/// </summary>
public static class Claims
{
    private const Rights Granted = Rights.Read | Rights.Surrender;

    internal static void Register(Catalogue catalogue) => catalogue
        .Command<InviteClaim>("invite-claim", Permission.Of(Role.Authority, Role.RegistryOperator), Decide)
        .Command<ClaimHolder>("claim-holder", Permission.OnRequestOfAnybody(), Decide)
        .Event<ClaimInvited>("claim-invited", Apply)
        .Event<HolderClaimed>("holder-claimed", Apply);

    /// <summary>The digest of a code, as the journal keeps it.</summary>
    public static Digest DigestOf(string code) => Digest.Of(Encoding.UTF8.GetBytes(code));

    private static Outcome<Decision> Decide(SchemeState state, in Context context, InviteClaim command)
    {
        if (!Holders.Active(state, command.Holder).Try(out var holder, out var refusal))
        {
            return refusal;
        }

        return IsActedFor(holder)
            ? AccountRefusals.NotClaimable.With(("holder", holder.Id))
            : Decision.Of(new ClaimInvited(holder.Id, command.Code));
    }

    private static Outcome<Decision> Decide(SchemeState state, in Context context, ClaimHolder command)
    {
        if (!Accounts.Numbered(state, command.Account).Try(out var account, out var refusal))
        {
            return refusal;
        }

        if (account.Holder is not { } id)
        {
            return RegistryRefusals.NotTheHolders.With(("what", account.Number), ("holder", "—"));
        }

        if (!Holders.Active(state, id).Try(out var holder, out refusal))
        {
            return refusal;
        }

        if (IsActedFor(holder) || IsAskedFor(state, id))
        {
            return AccountRefusals.NotClaimable.With(("holder", id));
        }

        if (!state.Registry.ClaimCodes.TryGetValue(id, out var code) || code != DigestOf(command.Code))
        {
            return AccountRefusals.ClaimCodeWrong.With();
        }

        var claimant = new NewRepresentative(context.Actor, Granted);
        return Representatives.CheckNew(state, holder, claimant) is { } barred
            ? barred
            : Decision.Of(
                new HolderClaimed(id, context.Actor), new RepresentativeAppointed(id, context.Actor, Granted));
    }

    private static bool IsActedFor(Holder holder) => holder.Representatives.Any(person => !person.Suspended);

    private static bool IsAskedFor(SchemeState state, HolderId holder)
    {
        var prefix = Representatives.KeyOf(holder, default);
        return state.Approvals.Kept.Keys.Any(key => key.StartsWith(prefix, StringComparison.Ordinal));
    }

    private static void Apply(SchemeState state, in Context context, ClaimInvited happened) =>
        state.Registry.ClaimCodes[happened.Holder] = happened.Code;

    private static void Apply(SchemeState state, in Context context, HolderClaimed happened) =>
        state.Registry.ClaimCodes.Remove(happened.Holder);
}
