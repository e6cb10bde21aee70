using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Tanheng.Rulebook;
using Tanheng.Web.Desks.Auditor;
using Tanheng.Web.Desks.Authority;
using Tanheng.Web.Desks.Exchange;
using Tanheng.Web.Desks.Moments;
using Tanheng.Web.Desks.Operator;
using Tanheng.Web.Desks.Verifier;
using Tanheng.Web.People;
using Tanheng.Web.Portal;
using Tanheng.Web.Portal.Tables;

namespace Tanheng.Web.Desks;

/// <summary>Puts the desks of the offices into the portal: what long work they have, and their files.</summary>
internal static class DesksHosting
{
    public static IServiceCollection AddDesks(this IServiceCollection services) => services
        .AddSingleton<DeskRecord>()
        .AddSingleton<HeldFiles>()
        .AddSingleton<SnapshotDesk>();

    public static void Map(IEndpointRouteBuilder routes)
    {
        File(routes, "/verifier/reports.csv", Role.Verifier, VerifierReports.List);
        File(routes, "/authority/work.csv", Role.Authority, AuthorityDay.List);
        File(routes, "/authority/coverage/{year:int}.csv", Role.Authority, CoverageLines.List);
        File(routes, "/authority/allocation/{period}.csv", Role.Authority, AllocationLines.List);
        File(routes, "/authority/allocation/{period}/units.csv", Role.Authority, AllocationUnits.List);
        File(routes, "/authority/compliance/{period}.csv", Role.Authority, ComplianceLines.List);
        File(routes, "/authority/cases.csv", Role.Authority, CaseLines.List);
        File(routes, "/authority/freezes.csv", Role.Authority, FreezeLines.List);
        File(routes, "/authority/auctions.csv", Role.Authority, AuctionDesk.List);
        File(routes, "/authority/reports.csv", Role.Authority, ReportLines.List);
        File(routes, "/operator/work.csv", Role.RegistryOperator, OperatorDay.List);
        File(routes, "/operator/holders.csv", Role.RegistryOperator, HolderLines.List);
        File(routes, "/operator/representatives.csv", Role.RegistryOperator, RepresentativeLines.List);
        File(routes, "/operator/transfers.csv", Role.RegistryOperator, TransferLines.List);
        File(routes, "/operator/reconciliation.csv", Role.RegistryOperator, UnitBalances.List);
        File(routes, "/exchange/surveillance/alerts.csv", AlertLines.List, ExchangePage.Readers);
        AccountRoutes.Map(routes);
        SettlementRoutes.Map(routes);
        AuditorRoutes.Map(routes);
    }

    /// <summary>Only for those who hold an office.</summary>
    public static T For<T>(this T endpoint, Role office)
        where T : IEndpointConventionBuilder => endpoint.RequireAuthorization(new OfficeAttribute(office));

    /// <summary>The file of a table in the order that its address asks for.</summary>
    public static IResult Answer<T>(
        HttpContext http, string name, IReadOnlyList<Column<T>> columns, IReadOnlyList<T> rows)
    {
        var language = http.RequestServices.GetRequiredService<Visitor>().Language;
        var query = TableQuery.Of(http.Request.Path + http.Request.QueryString);
        return Csv.Answer(
            name,
            [.. columns.Where(column => column.Key != DeskColumns.Acts)],
            query.Order(columns, rows, language),
            language);
    }

    private static void File<T>(IEndpointRouteBuilder routes, string path, Role office, DeskList<T> list) =>
        File(routes, path, list, office);

    private static void File<T>(
        IEndpointRouteBuilder routes, string path, DeskList<T> list, params Role[] offices) =>
        routes.MapGet(path, async (HttpContext http, Market market) =>
        {
            var rows = await market.Read(state => list.Rows(state, DeskAsk.Of(http, market, state)));
            return Answer(http, list.Name, list.Columns, rows);
        }).RequireAuthorization(new OfficeAttribute(offices));
}
