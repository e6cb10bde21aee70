using Tanheng.Quantities;
using Tanheng.Rulebook;
using Tanheng.Scheme.Approval;

namespace Tanheng.Scheme.Registry;

/// <summary>Lets a person act for a holder, within rights.</summary>
public sealed record AppointRepresentative(HolderId Holder, UserId User, Rights Rights) : Command;

/// <summary>Ends it.</summary>
public sealed record RemoveRepresentative(HolderId Holder, UserId User) : Command;

/// <summary>Takes the rights away for a while, or gives them back.</summary>
public sealed record SuspendRepresentative(HolderId Holder, UserId User, bool Suspended) : Command;

/// <summary>A person acts for a holder.</summary>
public sealed record RepresentativeAppointed(HolderId Holder, UserId User, Rights Rights) : Event;

/// <summary>A person no longer acts for a holder.</summary>
public sealed record RepresentativeRemoved(HolderId Holder, UserId User) : Event;

/// <summary>A person's rights rest, or hold again.</summary>
public sealed record RepresentativeSuspended(HolderId Holder, UserId User, bool Suspended) : Event;

/// <summary>
/// Who acts for a holder. Refusals in order: unknown holder; holder not active; to appoint: user missing, no rights,
/// barred staff, already representative; to remove or suspend: unknown representative, nothing to do, last approver
/// while
/// proposals wait, too few representatives (removal only).
/// </summary>
public static class Representatives
{
    private const Rights All = Rights.Read | Rights.Initiate | Rights.Approve;

    internal static void Register(Catalogue catalogue)
    {
        var officials = Permission.Of(Role.Authority, Role.RegistryOperator);
        catalogue
            .Command<AppointRepresentative>("appoint-representative", officials, Decide)
            .Command<RemoveRepresentative>("remove-representative", officials, Decide)
            .Command<SuspendRepresentative>("suspend-representative", officials, Decide)
            .Event<RepresentativeAppointed>("representative-appointed", Apply)
            .Event<RepresentativeRemoved>("representative-removed", Apply)
            .Event<RepresentativeSuspended>("representative-suspended", Apply);
    }

    /// <summary>
    /// Whether a person may act for anybody with these rights: user missing, no rights, barred staff.
    /// </summary>
    internal static Refusal? CheckPerson(SchemeState state, NewRepresentative person)
    {
        if (Holders.Blank("user", person.User.Name) is { } blank)
        {
            return blank;
        }

        if ((person.Rights & All) == Rights.None || (person.Rights & ~All) != Rights.None)
        {
            return RegistryRefusals.NoRights.With(("user", person.User));
        }

        return person.User == UserId.System || state.Registry.Officials.ContainsKey(person.User)
            ? RegistryRefusals.BarredStaff.With(("user", person.User))
            : null;
    }

    internal static void Note(SchemeState state, UserId user, HolderId holder)
    {
        if (!state.Registry.ActsFor.TryGetValue(user, out var holders))
        {
            state.Registry.ActsFor.Add(user, holders = []);
        }

        holders.Add(holder);
    }

    private static Outcome<Decision> Decide(SchemeState state, in Context context, AppointRepresentative command)
    {
        if (!Holders.Active(state, command.Holder).Try(out var holder, out var refusal))
        {
            return refusal;
        }

        if (CheckPerson(state, new NewRepresentative(command.User, command.Rights)) is { } barred)
        {
            return barred;
        }

        return holder.Representatives.Any(person => person.User == command.User)
            ? RegistryRefusals.AlreadyRepresentative.With(("user", command.User), ("holder", holder.Id))
            : Decision.Of(new RepresentativeAppointed(holder.Id, command.User, command.Rights));
    }

    private static Outcome<Decision> Decide(SchemeState state, in Context context, RemoveRepresentative command)
    {
        if (!Holders.Active(state, command.Holder).Try(out var holder, out var refusal)
            || !Find(holder, command.User).Try(out _, out refusal))
        {
            return refusal;
        }

        if (IsLastApprover(state, holder, command.User))
        {
            return RegistryRefusals.LastApprover.With(("user", command.User), ("holder", holder.Id));
        }

        var least = state.Rules.Registry.LeastRepresentatives;
        return holder.Representatives.Length - 1 < least
            ? RegistryRefusals.TooFewRepresentatives.With(("holder", holder.Id), ("least", least))
            : Decision.Of(new RepresentativeRemoved(holder.Id, command.User));
    }

    private static Outcome<Decision> Decide(SchemeState state, in Context context, SuspendRepresentative command)
    {
        if (!Holders.Active(state, command.Holder).Try(out var holder, out var refusal)
            || !Find(holder, command.User).Try(out var person, out refusal))
        {
            return refusal;
        }

        if (person.Suspended == command.Suspended)
        {
            return RegistryRefusals.NothingToDo.With();
        }

        return command.Suspended && IsLastApprover(state, holder, command.User)
            ? RegistryRefusals.LastApprover.With(("user", command.User), ("holder", holder.Id))
            : Decision.Of(new RepresentativeSuspended(holder.Id, command.User, command.Suspended));
    }

    private static Outcome<Representative> Find(Holder holder, UserId user) =>
        holder.Representatives.FirstOrDefault(person => person.User == user) is { } found
            ? found
            : RegistryRefusals.UnknownRepresentative.With(("user", user), ("holder", holder.Id));

    private static bool IsLastApprover(SchemeState state, Holder holder, UserId user)
    {
        bool Approves(Representative person) => !person.Suspended && person.Rights.HasFlag(Rights.Approve);
        return holder.Representatives.Any(person => person.User == user && Approves(person))
            && !holder.Representatives.Any(person => person.User != user && Approves(person))
            && state.Approvals.IsWaitingFor(holder.Id);
    }

    private static void Apply(SchemeState state, in Context context, RepresentativeAppointed happened)
    {
        Holders.ChangePeople(
            state, happened.Holder, people => people.Add(new Representative(happened.User, happened.Rights)));
        Note(state, happened.User, happened.Holder);
    }

    private static void Apply(SchemeState state, in Context context, RepresentativeRemoved happened)
    {
        Holders.ChangePeople(
            state, happened.Holder, people => [.. people.Where(person => person.User != happened.User)]);
        var holders = state.Registry.ActsFor[happened.User];
        holders.Remove(happened.Holder);
        if (holders.Count == 0)
        {
            state.Registry.ActsFor.Remove(happened.User);
        }
    }

    private static void Apply(SchemeState state, in Context context, RepresentativeSuspended happened) =>
        Holders.ChangePeople(state, happened.Holder, people =>
        [
            .. people.Select(person =>
                person.User == happened.User ? person with { Suspended = happened.Suspended } : person),
        ]);
}
