using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Tanheng.Quantities;
using Tanheng.Scheme;
using Tanheng.Scheme.Auctions;
using Tanheng.Web.Entities.Models;
using Tanheng.Web.People;
using Tanheng.Web.Portal;
using Tanheng.Web.Portal.Models;
using Tanheng.Web.Portal.Tables;

namespace Tanheng.Web.Entities;

/// <summary>
/// Where the ticket of a sealed bid is posted to, so that no address ever holds a price: <c>_step</c> is <c>try</c> or
/// <c>seal</c>. And the public results as a file.
/// </summary>
internal static class AuctionRoutes
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/market/auctions.csv", Results);
        routes.MapPost("/desk/{id:long}/auctions/{auction:long}", Post)
            .WithOrder(-1)
            .WithMetadata(new RequireAntiforgeryTokenAttribute());
    }

    private static async Task<IResult> Results(HttpContext http, Market market, Visitor visitor)
    {
        var lines = await market.Read(state => AuctionLine.All(state, market.Local(state)));
        var over = lines.Where(line => !line.IsOpen).ToList();
        var query = TableQuery.Of(http.Request.Path + http.Request.QueryString);
        var rows = query.Order(AuctionLine.Columns, over, visitor.Language);
        return Csv.Answer("auctions", AuctionLine.Columns, rows, visitor.Language);
    }

    private static async Task<IResult> Post(
        HttpContext http, long id, long auction, Market market, SealedTickets tickets)
    {
        var path = $"/desk/{id}/auctions/{auction}";
        if (Caller.Of(http) is not { User: var user })
        {
            return Microsoft.AspNetCore.Http.Results.LocalRedirect("/sign-in?back=" + Uri.EscapeDataString(path));
        }

        await http.RequestServices.GetRequiredService<Scene>().LoadAsync();
        if (http.Features.Get<IAntiforgeryValidationFeature>() is { IsValid: false })
        {
            return new RazorComponentResult<App> { StatusCode = StatusCodes.Status400BadRequest };
        }

        var form = await http.Request.ReadFormAsync();
        var (holder, number) = (new HolderId(id), new AuctionId(auction));
        var (view, model) = await market.Read(
            state => Tried(state, market.Local(state), user, holder, number, name => form[name].ToString()));
        if (form["_step"] == "seal" && view is { TakesSeals: true } && model is { Ticket: { } ticket })
        {
            model = Seal(tickets, user, holder, view, model, ticket);
        }

        // The page itself says 404 to whom it is not for.
        http.Items[BidTicketModel.Key] = model;
        return new RazorComponentResult<App>
        {
            StatusCode = model is null ? StatusCodes.Status404NotFound
                : model.Ticket is null ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK,
        };
    }

    /// <summary>Seals a ticket, and keeps what it says for when it has to be opened.</summary>
    private static BidTicketModel Seal(
        SealedTickets tickets,
        UserId user,
        HolderId holder,
        AuctionEntryView view,
        BidTicketModel model,
        BidTicket ticket)
    {
        var auction = view.One.Id;
        var lines = ticket.Lines.Select(line => line.Line).ToList();
        var secret = SealedTickets.NewSecret();
        var seal = SealedBids.SealOf(auction, holder, lines, secret);
        tickets.Keep(holder, auction, seal, new SealedTicket(lines, secret, user.Name), view.Entry?.Seal);
        return model with
        {
            Seal = seal,
            Text = string.Join('\n', SealedBids.TextOf(auction, holder, lines, secret)) + "\n",
        };
    }

    /// <summary>
    /// What the ticket comes to: nothing for who may not bid, and a blank one where no tickets are written.
    /// </summary>
    private static (AuctionEntryView? View, BidTicketModel? Model) Tried(
        SchemeState state,
        DateTime now,
        UserId user,
        HolderId holder,
        AuctionId number,
        Func<string, string> field)
    {
        if (state.Auctions.Find(number) is not { } auction || state.Registry.Find(holder) is not { } bidder
            || !Mandate.Of(state, user).May("seal-bid", holder))
        {
            return (null, null);
        }

        var view = AuctionEntryView.Of(state, auction, bidder, now);
        return (view, view.TakesTickets ? Tried(state, auction, holder, field) : BidTicketModel.Blank(auction));
    }

    private static BidTicketModel Tried(
        SchemeState state, Auction auction, HolderId holder, Func<string, string> field)
    {
        var (typed, lines) = BidTicketModel.Read(field, auction);
        if (lines is null)
        {
            return new BidTicketModel(typed, Words.AuctionCannotRead, null, null);
        }

        return BidTicket.Of(state, auction, holder, lines).Try(out var ticket, out var refusal)
            ? new BidTicketModel(typed, null, null, ticket)
            : new BidTicketModel(typed, null, refusal, null);
    }
}
