using System.Collections.Immutable;
using Tanheng.Rulebook;
using Tanheng.Scheme;
using Tanheng.Scheme.Registry;

namespace Tanheng.Web.People;

/// <summary>What a person is in the scheme at this moment: offices, and the holders they act for.</summary>
/// <param name="User">The person.</param>
/// <param name="Offices">Offices such as authority, registry operator, verifier, auditor.</param>
/// <param name="Holders">The holders they act for, with the rights they have now.</param>
public sealed record Mandate(
    UserId User, ImmutableArray<Role> Offices, ImmutableArray<(HolderId Holder, Rights Rights)> Holders)
{
    /// <summary>Nobody: a visitor who has not signed in.</summary>
    public static Mandate None { get; } = new(default, [], []);

    /// <summary>True for those whose office is to see everything: authority, operators and auditors.</summary>
    public bool ReadsEverything => Offices.Any(office =>
        office is Role.Authority or Role.RegistryOperator or Role.ExchangeOperator or Role.Auditor);

    /// <summary>Reads a person's mandate from the state.</summary>
    public static Mandate Of(SchemeState state, UserId user)
    {
        var registry = state.Registry;
        var offices = registry.Officials.TryGetValue(user, out var roles) ? [.. roles] : ImmutableArray<Role>.Empty;
        var holders = registry.ActsFor.TryGetValue(user, out var ids)
            ? [.. ids.Select(id => (id, Scheme.Registry.Holders.RightsOf(registry.Find(id)!, user)))]
            : ImmutableArray<(HolderId, Rights)>.Empty;
        return new Mandate(user, offices, holders);
    }

    /// <summary>True when the person has the office.</summary>
    public bool Is(Role office) => Offices.Contains(office);

    /// <summary>The rights the person has for a holder.</summary>
    public Rights RightsFor(HolderId holder)
    {
        foreach (var (id, rights) in Holders)
        {
            if (id == holder)
            {
                return rights;
            }
        }

        return Rights.None;
    }

    /// <summary>
    /// True when the person may send a command for a holder: by office, or within the rights for it.
    /// </summary>
    public bool May(string command, HolderId holder)
    {
        var permission = Catalogue.Scheme.CommandNamed(command)!.Permission;
        return Offices.Any(permission.Roles.Contains) || permission.IsWithin(RightsFor(holder));
    }

    /// <summary>True when the person may see everything of a holder.</summary>
    public bool MayRead(HolderId holder) => ReadsEverything || RightsFor(holder).HasFlag(Rights.Read);
}
