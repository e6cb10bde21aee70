using Tanheng.Quantities;
using Tanheng.Rulebook;

namespace Tanheng.Scheme.Registry;

/// <summary>Gives a person these offices, and no others.</summary>
public sealed record AppointOfficial(UserId User, IReadOnlyList<Role> Roles) : Command;

/// <summary>Takes every office away.</summary>
public sealed record DismissOfficial(UserId User) : Command;

/// <summary>A person has these offices.</summary>
public sealed record OfficialAppointed(UserId User, IReadOnlyList<Role> Roles) : Event;

/// <summary>A person has no office any more.</summary>
public sealed record OfficialDismissed(UserId User) : Event;

/// <summary>
/// People of the authority, the operators, verifiers and auditors. Refusals in order, to appoint: user missing; no
/// role;
/// not an office; acts for a holder; last authority; to dismiss: unknown official; last authority.
/// </summary>
public static class Officials
{
    internal static void Register(Catalogue catalogue) => catalogue
        .Command<AppointOfficial>("appoint-official", Permission.Of(Role.Authority), Decide)
        .Command<DismissOfficial>("dismiss-official", Permission.Of(Role.Authority), Decide)
        .Event<OfficialAppointed>("official-appointed", Apply)
        .Event<OfficialDismissed>("official-dismissed", Apply);

    /// <summary>True when the person has one of the roles.</summary>
    internal static bool HasAny(SchemeState state, UserId user, IReadOnlyList<Role> roles)
    {
        if (!state.Registry.Officials.TryGetValue(user, out var offices))
        {
            return false;
        }

        foreach (var office in offices)
        {
            foreach (var role in roles)
            {
                if (office == role)
                {
                    return true;
                }
            }
        }

        return false;
    }

    private static Outcome<Decision> Decide(SchemeState state, in Context context, AppointOfficial command)
    {
        if (Holders.Blank("user", command.User.Name) is { } blank)
        {
            return blank;
        }

        if (command.Roles.Count == 0)
        {
            return RegistryRefusals.TextMissing.With(("field", "roles"));
        }

        foreach (var role in command.Roles)
        {
            if (role is Role.Representative or Role.System || !Enum.IsDefined(role) || command.User == UserId.System)
            {
                return RegistryRefusals.NotAnOffice.With(("role", role));
            }
        }

        if (state.Registry.ActsFor.TryGetValue(command.User, out var holders))
        {
            return RegistryRefusals.ActsForHolder.With(("user", command.User), ("holder", holders[0]));
        }

        return !command.Roles.Contains(Role.Authority) && IsLastAuthority(state, command.User)
            ? RegistryRefusals.LastAuthority.With(("user", command.User))
            : Decision.Of(new OfficialAppointed(command.User, [.. command.Roles.Distinct()]));
    }

    private static Outcome<Decision> Decide(SchemeState state, in Context context, DismissOfficial command)
    {
        if (!state.Registry.Officials.ContainsKey(command.User))
        {
            return RegistryRefusals.UnknownOfficial.With(("user", command.User));
        }

        return IsLastAuthority(state, command.User)
            ? RegistryRefusals.LastAuthority.With(("user", command.User))
            : Decision.Of(new OfficialDismissed(command.User));
    }

    private static bool IsLastAuthority(SchemeState state, UserId user) =>
        state.Registry.Officials.TryGetValue(user, out var roles) && roles.Contains(Role.Authority)
        && !state.Registry.Officials.Any(official => official.Key != user && official.Value.Contains(Role.Authority));

    private static void Apply(SchemeState state, in Context context, OfficialAppointed happened) =>
        state.Registry.Officials[happened.User] = [.. happened.Roles];

    private static void Apply(SchemeState state, in Context context, OfficialDismissed happened) =>
        state.Registry.Officials.Remove(happened.User);
}
