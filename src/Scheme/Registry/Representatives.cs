using Tanheng.Quantities;
using Tanheng.Rulebook;
using Tanheng.Scheme.Approval;

namespace Tanheng.Scheme.Registry;

/// <summary>Lets a person act for a holder, within rights.</summary>
public sealed record AppointRepresentative(HolderId Holder, UserId User, Rights Rights)
    : Command, IForHolder, IOneAtATime
{
    IReadOnlyList<string> IOneAtATime.Keys => [Representatives.KeyOf(Holder, User)];
}

/// <summary>Ends it.</summary>
public sealed record RemoveRepresentative(HolderId Holder, UserId User) : Command, IForHolder, IOneAtATime
{
    IReadOnlyList<string> IOneAtATime.Keys => [Representatives.KeyOf(Holder, User)];
}

/// <summary>Takes the rights away for a while, or gives them back.</summary>
public sealed record SuspendRepresentative(HolderId Holder, UserId User, bool Suspended) : Command;

/// <summary>A person acts for a holder.</summary>
public sealed record RepresentativeAppointed(HolderId Holder, UserId User, Rights Rights) : Event;

/// <summary>A person no longer acts for a holder.</summary>
public sealed record RepresentativeRemoved(HolderId Holder, UserId User) : Event;

/// <summary>A person's rights rest, or hold again.</summary>
public sealed record RepresentativeSuspended(HolderId Holder, UserId User, bool Suspended) : Event;

/// <summary>
/// Who acts for a holder. A representative may ask for an appointment or a removal where the rulebook lets somebody
/// else decide; a person is named in one waiting request of a holder at most. Officials suspend and restore at once.
/// Refusals in order: unknown holder; holder not active; to appoint: user missing, no rights, barred staff, already
/// representative, too many, none who initiates while another approves; to remove or suspend: unknown representative,
/// nothing to do, last approver while proposals wait; to remove: too few, none who initiates while another approves.
/// </summary>
public static class Representatives
{
    private const Rights All = Rights.Read | Rights.Initiate | Rights.Approve | Rights.Surrender;

    internal static void Register(Catalogue catalogue)
    {
        var officials = Permission.Of(Role.Authority, Role.RegistryOperator);
        var asked = Permission.OnRequestOfHolder(Role.Authority, Role.RegistryOperator);
        catalogue
            .Command<AppointRepresentative>("appoint-representative", asked, Decide)
            .Command<RemoveRepresentative>("remove-representative", asked, Decide)
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

        if (CheckRights(person.User, person.Rights) is { } none)
        {
            return none;
        }

        return person.User == UserId.System || state.Registry.Officials.ContainsKey(person.User)
            ? RegistryRefusals.BarredStaff.With(("user", person.User))
            : null;
    }

    /// <summary>The refusal of rights that mean nothing, or null.</summary>
    internal static Refusal? CheckRights(UserId user, Rights rights) =>
        (rights & All) == Rights.None || (rights & ~All) != Rights.None
            ? RegistryRefusals.NoRights.With(("user", user))
            : null;

    /// <summary>
    /// Whether a person may become a holder's: those of <see cref="CheckPerson"/>, already representative.
    /// </summary>
    internal static Refusal? CheckNew(SchemeState state, Holder holder, NewRepresentative person) =>
        CheckPerson(state, person)
        ?? (holder.Representatives.Any(known => known.User == person.User)
            ? RegistryRefusals.AlreadyRepresentative.With(("user", person.User), ("holder", holder.Id))
            : null);

    /// <summary>What a request about a person of a holder keeps for itself.</summary>
    internal static string KeyOf(HolderId holder, UserId user) => $"representative {holder} {user}";

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

        if (CheckNew(state, holder, new NewRepresentative(command.User, command.Rights)) is { } barred)
        {
            return barred;
        }

        var next = holder.Representatives.Add(new Representative(command.User, command.Rights));
        return RepresentativeLimits.CheckMost(state, holder.Id, [], next) is { } tooMany
            ? tooMany
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

        var left = holder.Representatives.Where(person => person.User != command.User).ToList();
        return RepresentativeLimits.Check(state, holder.Id, [], left) is { } tooFew
            ? tooFew
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

    internal static Outcome<Representative> Find(Holder holder, UserId user) =>
        holder.Representatives.FirstOrDefault(person => person.User == user) is { } found
            ? found
            : RegistryRefusals.UnknownRepresentative.With(("user", user), ("holder", holder.Id));

    internal static bool IsLastApprover(SchemeState state, Holder holder, UserId user)
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
