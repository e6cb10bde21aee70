using System.Collections.Immutable;
using Tanheng.Quantities;

namespace Tanheng.Scheme.Registry;

/// <summary>Questions about holders that several use cases ask.</summary>
public static class Holders
{
    /// <summary>The holder when it exists and is active, or why not: unknown holder, holder not active.</summary>
    public static Outcome<Holder> Active(SchemeState state, HolderId id)
    {
        if (state.Registry.Find(id) is not { } holder)
        {
            return RegistryRefusals.UnknownHolder.With(("holder", id));
        }

        return holder.Status == HolderStatus.Active
            ? holder
            : RegistryRefusals.HolderNotActive.With(("holder", id), ("status", holder.Status));
    }

    /// <summary>
    /// What the person may do for the holder now; a suspended one nothing. Every right includes reading.
    /// </summary>
    public static Rights RightsOf(Holder holder, UserId user)
    {
        foreach (var person in holder.Representatives)
        {
            if (person.User == user)
            {
                return person.Suspended || person.Rights == Rights.None ? Rights.None : person.Rights | Rights.Read;
            }
        }

        return Rights.None;
    }

    /// <summary>The refusal of a blank text, or null.</summary>
    internal static Refusal? Blank(string field, string? text) =>
        string.IsNullOrWhiteSpace(text) ? RegistryRefusals.TextMissing.With(("field", field)) : null;

    /// <summary>The refusal of a name that is blank in either language, or null.</summary>
    internal static Refusal? Blank(string field, Text name) =>
        Blank(field + ".zh", name.Zh) ?? Blank(field + ".en", name.En);

    internal static bool HasSector(SchemeState state, string sector) =>
        sector.Length == 0 || state.Rules.Periods.Any(period => period.Sector(sector) is not null);

    internal static void Change(SchemeState state, HolderId id, Func<Holder, Holder> change) =>
        state.Registry.Holders[id] = change(state.Registry.Holders[id]);

    internal static void ChangePeople(
        SchemeState state, HolderId id, Func<ImmutableArray<Representative>, ImmutableArray<Representative>> change) =>
        Change(state, id, holder => holder with { Representatives = change(holder.Representatives) });
}
