using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Tanheng.Engine.Journal;
using Tanheng.Web.Portal.Tables;

namespace Tanheng.Web.Portal.Public;

/// <summary>The public lists as files.</summary>
internal static class PublicData
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/disclosure/{kind}.csv", DisclosureFile);
        routes.MapGet("/rules.csv", RulesFile);
        routes.MapGet("/rules/book.yaml", BookFile);
        routes.MapGet("/journal/hashes.csv", HashesFile);
    }

    private static async Task<IResult> DisclosureFile(
        HttpContext http, Market market, Visitor visitor, PublicRecord record, string kind, string? period, string? q)
    {
        if (DisclosureList.At(kind) is not { } list)
        {
            return Results.NotFound();
        }

        var days = (await record.ReadAsync()).Days;
        var table = await market.Read(state => Disclosure.Of(state, list, period, q, days));
        if (table.Rule is null)
        {
            return Results.NotFound();
        }

        var rows = TableQuery.Of(http.Request.Path + http.Request.QueryString)
            .Order(table.Columns, table.Rows, visitor.Language);
        var name = table.Period.Length == 0 ? kind : kind + "-" + table.Period;
        return Csv.Answer(name, table.Columns, rows, visitor.Language);
    }

    private static async Task<IResult> RulesFile(HttpContext http, Market market, Visitor visitor)
    {
        var book = await market.Read(state => state.Rules);
        var query = TableQuery.Of(http.Request.Path + http.Request.QueryString);
        var (words, group) = (http.Request.Query["q"], http.Request.Query["group"]);
        var rules = RuleBrowser.Search(RuleBrowser.Of(book), words, group, null);
        return Csv.Answer(
            "rules", RuleColumns.All, query.Order(RuleColumns.All, rules, visitor.Language), visitor.Language);
    }

    private static async Task<IResult> BookFile(PublicRecord record)
    {
        var adoptions = (await record.ReadAsync()).Adoptions;
        return adoptions.IsEmpty
            ? Results.NotFound()
            : Results.Text(adoptions[0].Book.Text, "text/yaml; charset=utf-8");
    }

    /// <summary>The chain without what it is about: enough to hold a hash somebody was given against it.</summary>
    private static IResult HashesFile(Market market) => Results.Stream(
        async output =>
        {
            await using var writer = new StreamWriter(output);
            await writer.WriteAsync("sequence,time,command,previous,hash\r\n");
            foreach (var row in market.Journal.Read())
            {
                await writer.WriteAsync(
                    $"{row.Sequence},{RowHash.TextOf(row.Time)},{row.Command},{row.Previous},{row.Hash}\r\n");
            }
        },
        "text/csv; charset=utf-8",
        "journal-hashes.csv");
}
