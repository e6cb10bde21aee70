using Tanheng.Quantities;
using Tanheng.Rulebook;

namespace Tanheng.Scheme.Registry;

/// <summary>Changes what a representative may do.</summary>
public sealed record ChangeRepresentative(HolderId Holder, UserId User, Rights Rights)
    : Command, IForHolder, IOneAtATime
{
    IReadOnlyList<string> IOneAtATime.Keys => [Representatives.KeyOf(Holder, User)];
}

/// <summary>Lets another person act for a holder in the place of one who does.</summary>
public sealed record ReplaceRepresentative(HolderId Holder, UserId User, UserId By, Rights Rights)
    : Command, IForHolder, IOneAtATime
{
    IReadOnlyList<string> IOneAtATime.Keys => By == User
        ? [Representatives.KeyOf(Holder, User)]
        : [Representatives.KeyOf(Holder, User), Representatives.KeyOf(Holder, By)];
}

/// <summary>A representative has these rights from now on.</summary>
public sealed record RepresentativeRightsChanged(HolderId Holder, UserId User, Rights Rights, Rights Before) : Event;

/// <summary>
/// Changes among those who act for a holder; the holder asks, the registry decides. Refusals in order: unknown holder;
/// holder not active; unknown representative; to change: no rights, nothing to do; to replace: replaces self, then
/// those of a new person (user missing, no rights, barred staff, already representative); last approver while
/// proposals wait; none who initiates while another approves.
/// </summary>
public static class RepresentativeChanges
{
    internal static void Register(Catalogue catalogue)
    {
        var asked = Permission.OnRequestOfHolder(Role.Authority, Role.RegistryOperator);
        catalogue
            .Command<ChangeRepresentative>("change-representative", asked, Decide)
            .Command<ReplaceRepresentative>("replace-representative", asked, Decide)
            .Event<RepresentativeRightsChanged>("representative-rights-changed", Apply);
    }

    private static Outcome<Decision> Decide(SchemeState state, in Context context, ChangeRepresentative command)
    {
        if (!Holders.Active(state, command.Holder).Try(out var holder, out var refusal)
            || !Representatives.Find(holder, command.User).Try(out var person, out refusal))
        {
            return refusal;
        }

        if (Representatives.CheckRights(command.User, command.Rights) is { } none)
        {
            return none;
        }

        if (person.Rights == command.Rights)
        {
            return RegistryRefusals.NothingToDo.With();
        }

        var changed = person with { Rights = command.Rights };
        return CheckRest(state, holder, command.User, changed) is { } left
            ? left
            : Decision.Of(new RepresentativeRightsChanged(
                holder.Id, command.User, command.Rights, person.Rights));
    }

    private static Outcome<Decision> Decide(SchemeState state, in Context context, ReplaceRepresentative command)
    {
        if (!Holders.Active(state, command.Holder).Try(out var holder, out var refusal)
            || !Representatives.Find(holder, command.User).Try(out _, out refusal))
        {
            return refusal;
        }

        if (command.By == command.User)
        {
            return RepresentativeRefusals.ReplacesSelf.With(("user", command.User));
        }

        var next = new NewRepresentative(command.By, command.Rights);
        if (Representatives.CheckNew(state, holder, next) is { } barred)
        {
            return barred;
        }

        return CheckRest(state, holder, command.User, new Representative(command.By, command.Rights)) is { } left
            ? left
            : Decision.Of(
                new RepresentativeRemoved(holder.Id, command.User),
                new RepresentativeAppointed(holder.Id, command.By, command.Rights));
    }

    /// <summary>What would be wrong if one person became another, or the same with other rights.</summary>
    private static Refusal? CheckRest(SchemeState state, Holder holder, UserId user, Representative changed)
    {
        if (!changed.Rights.HasFlag(Rights.Approve) && Representatives.IsLastApprover(state, holder, user))
        {
            return RegistryRefusals.LastApprover.With(("user", user), ("holder", holder.Id));
        }

        return RepresentativeLimits.CheckMost(
            state,
            holder.Id,
            [],
            [.. holder.Representatives.Select(person => person.User == user ? changed : person)]);
    }

    private static void Apply(SchemeState state, in Context context, RepresentativeRightsChanged happened) =>
        Holders.ChangePeople(state, happened.Holder, people =>
        [
            .. people.Select(person =>
                person.User == happened.User ? person with { Rights = happened.Rights } : person),
        ]);
}
