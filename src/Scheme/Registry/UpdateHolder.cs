using Tanheng.Quantities;
using Tanheng.Rulebook;

namespace Tanheng.Scheme.Registry;

/// <summary>Changes what is known of a holder; what is left out stays. The code never changes.</summary>
/// <param name="Holder">Whose.</param>
/// <param name="Name">New names.</param>
/// <param name="Province">New authority.</param>
/// <param name="Sector">New sector; empty when it is no longer covered.</param>
/// <param name="AtRisk">差异化: whether its allocation goes to custody first.</param>
public sealed record UpdateHolder(
    HolderId Holder, Text? Name = null, string? Province = null, string? Sector = null, bool? AtRisk = null) : Command;

/// <summary>What is known of a holder is now this.</summary>
public sealed record HolderUpdated(HolderId Holder, Text Name, string Province, string Sector, bool AtRisk) : Event;

/// <summary>
/// Refusals in order: unknown holder; holder not active; text missing (name, province); unknown sector; nothing to do.
/// </summary>
public static class HolderUpdate
{
    internal static void Register(Catalogue catalogue) => catalogue
        .Command<UpdateHolder>("update-holder", Permission.Of(Role.Authority, Role.RegistryOperator), Decide)
        .Event<HolderUpdated>("holder-updated", Apply);

    private static Outcome<Decision> Decide(SchemeState state, in Context context, UpdateHolder command)
    {
        if (!Holders.Active(state, command.Holder).Try(out var holder, out var refusal))
        {
            return refusal;
        }

        var blank = command.Name is null ? null : Holders.Blank("name", command.Name);
        blank ??= command.Province is null ? null : Holders.Blank("province", command.Province);
        if (blank is not null)
        {
            return blank;
        }

        if (command.Sector is { } sector && !Holders.HasSector(state, sector))
        {
            return RegistryRefusals.UnknownSector.With(("sector", sector));
        }

        var updated = new HolderUpdated(
            holder.Id,
            command.Name ?? holder.Name,
            command.Province ?? holder.Province,
            command.Sector ?? holder.Sector,
            command.AtRisk ?? holder.AtRisk);
        return updated == new HolderUpdated(holder.Id, holder.Name, holder.Province, holder.Sector, holder.AtRisk)
            ? RegistryRefusals.NothingToDo.With()
            : Decision.Of(AccountsNeeded(state, holder, updated)).Then(updated);
    }

    /// <summary>A new province may need its account; a holder at risk needs its custody account.</summary>
    private static List<Event> AccountsNeeded(SchemeState state, Holder holder, HolderUpdated updated)
    {
        List<Event> events = [.. AccountOpening.ForProvince(state, updated.Province)];
        if (updated.AtRisk && holder.CustodyAccount is null)
        {
            events.Add(AccountOpening.Plan(
                state, events.Count, AccountKind.Custody, AccountStatus.Active, holder.Id, updated.Province));
        }

        return events;
    }

    private static void Apply(SchemeState state, in Context context, HolderUpdated happened) =>
        Holders.Change(state, happened.Holder, holder => holder with
        {
            Name = happened.Name,
            Province = happened.Province,
            Sector = happened.Sector,
            AtRisk = happened.AtRisk,
        });
}
