using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Tanheng.Rulebook;
using Tanheng.Web.Portal;

namespace Tanheng.Web.Desks.Operator;

/// <summary>What the operator's desk answers beside pages.</summary>
internal static class AccountRoutes
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/operator/accounts.csv", File).For(Role.RegistryOperator);
        routes.MapGet("/operator/approvals", () => Results.Redirect("/proposals")).For(Role.RegistryOperator);
    }

    private static async Task<IResult> File(HttpContext http, Market market)
    {
        var (columns, rows) = await market.Read(state => (
            AccountLines.ColumnsOf(AccountLines.Units(state)),
            AccountLines.Of(state, DeskAsk.Of(http, market, state))));
        return DesksHosting.Answer(http, "accounts", columns, rows);
    }
}
