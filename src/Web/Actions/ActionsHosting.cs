using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Tanheng.Web.Actions.Steps;
using Tanheng.Web.Entities;

namespace Tanheng.Web.Actions;

/// <summary>Puts forms, their steps and proposals into the portal.</summary>
internal static class ActionsHosting
{
    private const int MostFields = 50_000;

    public static IServiceCollection AddActions(this IServiceCollection services) => services
        .AddSingleton<ActionDesk>()
        .AddSingleton<ActionFlow>()
        .AddSingleton<HeldForms>()
        .Configure<FormOptions>(options =>
        {
            options.ValueCountLimit = MostFields;
            options.KeyLengthLimit = 256;
        });

    public static void Map(IEndpointRouteBuilder routes)
    {
        ActionRoutes.Map(routes);
        EntityRoutes.Map(routes);
        AuctionRoutes.Map(routes);
        TradingRoutes.Map(routes);
    }
}
