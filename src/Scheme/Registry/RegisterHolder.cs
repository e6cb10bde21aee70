using System.Collections.Immutable;
using Tanheng.Quantities;
using Tanheng.Rulebook;

namespace Tanheng.Scheme.Registry;

/// <summary>A person named in an application, with the rights asked for.</summary>
public sealed record NewRepresentative(UserId User, Rights Rights);

/// <summary>Registers a legal person. An empty sector is a participant that is not covered.</summary>
public sealed record RegisterHolder(
    string Code,
    Text Name,
    string Province,
    string Sector,
    IReadOnlyList<NewRepresentative> Representatives) : Command;

/// <summary>A legal person is known to the scheme.</summary>
public sealed record HolderRegistered(
    HolderId Holder,
    string Code,
    Text Name,
    string Province,
    string Sector,
    IReadOnlyList<Representative> Representatives) : Event;

/// <summary>
/// Refusals in order: text missing (code, name, province); bad credit code; holder code taken; unknown sector; per
/// representative: user missing, no rights, barred staff, already named.
/// </summary>
public static class HolderRegistration
{
    internal static void Register(Catalogue catalogue) => catalogue
        .Command<RegisterHolder>("register-holder", Permission.Of(Role.Authority, Role.RegistryOperator), Decide)
        .Event<HolderRegistered>("holder-registered", Apply);

    /// <summary>
    /// The registration with the id it will have, or why not. <paramref name="before"/> counts those of the same row.
    /// </summary>
    internal static Outcome<HolderRegistered> Plan(SchemeState state, RegisterHolder command, int before = 0)
    {
        var id = new HolderId(state.Registry.Holders.Count + 1 + before);
        if (Check(state, command) is { } refusal)
        {
            return refusal;
        }

        var people = new List<Representative>();
        foreach (var person in command.Representatives)
        {
            if (Representatives.CheckPerson(state, person) is { } barred)
            {
                return barred;
            }

            if (people.Any(known => known.User == person.User))
            {
                return RegistryRefusals.AlreadyRepresentative.With(("user", person.User), ("holder", id));
            }

            people.Add(new Representative(person.User, person.Rights));
        }

        return new HolderRegistered(id, command.Code, command.Name, command.Province, command.Sector, people);
    }

    private static Refusal? Check(SchemeState state, RegisterHolder command)
    {
        var blank = Holders.Blank("code", command.Code) ?? Holders.Blank("name", command.Name)
            ?? Holders.Blank("province", command.Province);
        if (blank is not null)
        {
            return blank;
        }

        if (state.Rules.Registry.UnifiedSocialCreditCode && !SocialCreditCode.IsValid(command.Code))
        {
            return RegistryRefusals.BadCreditCode.With(("code", command.Code));
        }

        if (state.Registry.HolderCodes.TryGetValue(command.Code, out var known))
        {
            return RegistryRefusals.HolderCodeTaken.With(("code", command.Code), ("holder", known));
        }

        return Holders.HasSector(state, command.Sector)
            ? null
            : RegistryRefusals.UnknownSector.With(("sector", command.Sector));
    }

    private static Outcome<Decision> Decide(SchemeState state, in Context context, RegisterHolder command) =>
        Plan(state, command).Try(out var registered, out var refusal)
            ? Decision.Of(AccountOpening.ForProvince(state, command.Province)).Then(registered)
            : refusal;

    private static void Apply(SchemeState state, in Context context, HolderRegistered happened)
    {
        state.Registry.Holders.Add(happened.Holder, new Holder(
            happened.Holder,
            happened.Code,
            happened.Name,
            happened.Province,
            happened.Sector,
            HolderStatus.Active,
            [.. happened.Representatives]));
        state.Registry.HolderCodes.TryAdd(happened.Code, happened.Holder);
        foreach (var person in happened.Representatives)
        {
            Representatives.Note(state, person.User, happened.Holder);
        }
    }
}
