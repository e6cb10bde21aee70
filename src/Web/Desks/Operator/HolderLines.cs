using System.Globalization;
using Tanheng.Quantities;
using Tanheng.Scheme;
using Tanheng.Scheme.Registry;
using Tanheng.Web.Portal;
using Tanheng.Web.Portal.Tables;

namespace Tanheng.Web.Desks.Operator;

/// <summary>A holder with how many accounts, facilities and people it has.</summary>
public sealed record HolderLine(Holder Holder, int Accounts, int Facilities);

/// <summary>All holders.</summary>
internal static class HolderLines
{
    public static readonly DeskList<HolderLine> List = new(
        "holders",
        [
            new("entity", Words.Entity, row => row.Holder.Name)
            {
                Head = true,
                Link = row => $"/operator/holders/{row.Holder.Id.Value}",
            },
            new("code", Words.CreditCode, row => row.Holder.Code) { Class = "serial" },
            new("province", Words.Province, row => ProvinceNames.Of(row.Holder.Province)) { Class = "nowrap" },
            new("sector", Words.Sector, row => row.Holder.Sector.Length == 0
                ? null
                : Names.OfSector(row.Holder.Sector)),
            DeskColumns.State<HolderLine>("status", Words.Status, row => Names.Of(row.Holder.Status), row =>
                row.Holder.Status == HolderStatus.Active ? "good" : ""),
            Columns.Count<HolderLine>("accounts", Words.Accounts, row => row.Accounts),
            Columns.Count<HolderLine>("facilities", Words.Facilities, row => row.Facilities),
            Columns.Count<HolderLine>("people", Words.DeskRepresentatives, row => row.Holder.Representatives.Length),
            DeskColumns.Do<HolderLine>(row => row.Holder.Status == HolderStatus.Active
                ? [new Act($"/act/update-holder?holder={row.Holder.Id.Value}", Words.DeskUpdate)]
                : []),
        ],
        Of)
    {
        OfStateAlone = true,
    };

    private static IReadOnlyList<HolderLine> Of(SchemeState state, DeskAsk ask)
    {
        var facilities = state.Registry.Facilities.Values.CountBy(one => one.Holder).ToDictionary();
        return
        [
            .. state.Registry.Holders.Values
                .Where(holder => ask.Finds(holder.Name.Zh, holder.Name.En, holder.Code))
                .Where(holder => ask.Is("province", holder.Province) && ask.Is("status", holder.Status.ToString()))
                .OrderBy(holder => holder.Id.Value)
                .Select(holder => new HolderLine(
                    holder,
                    Scheme.Registry.Accounts.Of(state, holder.Id).Count(),
                    facilities.GetValueOrDefault(holder.Id))),
        ];
    }
}

/// <summary>A person who acts for a holder.</summary>
public sealed record RepresentativeLine(HolderId Holder, Text Name, Representative Person)
{
    /// <summary>The query that names both.</summary>
    public string About => string.Create(
        CultureInfo.InvariantCulture, $"holder={Holder.Value}&user={Uri.EscapeDataString(Person.User.Name)}");
}

/// <summary>All representatives.</summary>
internal static class RepresentativeLines
{
    /// <summary>The columns where the entity is known already.</summary>
    public static IReadOnlyList<Column<RepresentativeLine>> OfOne =>
        [.. List.Columns.Where(column => column.Key != "entity")];

    public static readonly DeskList<RepresentativeLine> List = new(
        "representatives",
        [
            new("user", Words.SignInName, row => row.Person.User.Name) { Head = true },
            new("entity", Words.Entity, row => row.Name) { Link = row => $"/operator/holders/{row.Holder.Value}" },
            new("rights", Words.DeskRights, row => Names.OfRights(row.Person.Rights)),
            DeskColumns.State<RepresentativeLine>(
                "state",
                Words.Status,
                row => row.Person.Suspended ? Words.DeskSuspended : Words.DeskInForce,
                row => row.Person.Suspended ? "bad" : "good"),
            DeskColumns.Do<RepresentativeLine>(row =>
            [
                new Act($"/act/change-representative?{row.About}", Words.DeskAlter),
                row.Person.Suspended
                    ? new Act($"/act/suspend-representative?{row.About}&suspended=false", Words.PersonRestore)
                    : new Act($"/act/suspend-representative?{row.About}&suspended=true", Words.PersonSuspend),
                new Act($"/act/remove-representative?{row.About}", Words.DeskRemove),
            ]),
        ],
        (state, ask) =>
        [
            .. from holder in state.Registry.Holders.Values
               orderby holder.Id.Value
               from person in holder.Representatives
               where ask.Finds(holder.Name.Zh, holder.Name.En, person.User.Name)
               where ask.Is("state", person.Suspended ? "suspended" : "active")
               select new RepresentativeLine(holder.Id, holder.Name, person),
        ])
    {
        OfStateAlone = true,
    };
}
