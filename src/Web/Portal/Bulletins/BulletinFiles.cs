using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Tanheng.Quantities;
using Tanheng.Rulebook;
using Tanheng.Scheme.Bulletins;
using Tanheng.Web.Api;
using Tanheng.Web.Api.Shapes;
using Tanheng.Web.Portal.Tables;

namespace Tanheng.Web.Portal.Bulletins;

/// <summary>Bulletins as files: the lines and the days as CSV, the whole as JSON, the newest as a feed.</summary>
internal static class BulletinFiles
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/market/bulletins.rss", Feed);
        routes.MapGet("/market/bulletins/{kind}/{key}.csv", Lines);
        routes.MapGet("/market/bulletins/{kind}/{key}/days.csv", Days);
        routes.MapGet("/market/bulletins/{kind}/{key}.json", Json);
    }

    /// <summary>The columns of the days of a bulletin: each mode of its market has its own.</summary>
    internal static IReadOnlyList<Column<DayFigures>> DayColumns(Bulletin bulletin)
    {
        var currency = bulletin.Total.Amount.Currency;
        var unit = Words.UnitOfPrice(currency);
        Column<DayFigures> Price(string key, Text title, Func<DayFigures, Price?> value) =>
            new(key, title, day => Digits(value(day))) { Number = true, Unit = unit };
        return
        [
            new("day", Words.TradingDay, day => day.Day) { Head = true, Class = "nowrap" },
            Price("open", Words.OpenPrice, day => day.Prices.Open),
            Price("high", Words.HighPrice, day => day.Prices.High),
            Price("low", Words.LowPrice, day => day.Prices.Low),
            Price("close", Words.ClosePrice, day => day.Close),
            .. bulletin.Parts.SelectMany(part => (Column<DayFigures>[])
            [
                Columns.Tonnes<DayFigures>(
                    Bulletin.NameOf(part.Mode), Names.Of(part.Mode), day => day.Of(part.Mode).Traded.Volume),
                Columns.Amount<DayFigures>(
                    Bulletin.NameOf(part.Mode) + "_amount",
                    Names.Of(part.Mode),
                    currency,
                    day => day.Of(part.Mode).Traded.Amount),
            ]),
            Columns.Tonnes<DayFigures>("total", Words.BulletinTotal, day => day.Traded.Volume),
        ];
    }

    /// <summary>The columns of the lines.</summary>
    internal static IReadOnlyList<Column<BulletinLine>> LineColumns(Currency currency)
    {
        var unit = Words.UnitOfPrice(currency);
        Column<BulletinLine> Shown(string key, Text title, Func<BulletinLine, string?> value) =>
            new(key, title, line => value(line)) { Number = true, Unit = unit };
        return
        [
            new("item", Words.BulletinItem, line => ItemOf(line)) { Head = true },
            Columns.Tonnes<BulletinLine>("volume", Words.Volume, line => line.Volume),
            Columns.Amount<BulletinLine>("amount", Words.TradedAmount, currency, line => line.Amount),
            Shown("average", Words.BulletinAverage, line => line.Average),
            Shown("high", Words.HighPrice, line => line.High),
            Shown("low", Words.LowPrice, line => line.Low),
            Shown("close", Words.ClosePrice, line => line.Close),
        ];
    }

    /// <summary>Our own lines have names in both languages, those of others are cited.</summary>
    internal static Text ItemOf(BulletinLine line) => (line.Kind, line.Item) switch
    {
        (LineKind.Part, var item) when Enum.TryParse<TradingMode>(item, ignoreCase: true, out var mode)
            && Bulletin.NameOf(mode) == item => Names.Of(mode),
        (LineKind.Total, "total") => Words.BulletinTotal,
        (LineKind.Cumulative, "cumulative") => Words.BulletinCumulative,
        _ => new Text(line.Item, line.Item),
    };

    /// <summary>The digits of a price; null for none.</summary>
    internal static string? Digits(Price? price) =>
        price is { } known ? Format.Digits(known) : null;

    private static async Task<IResult> Feed(HttpContext http, Market market, Visitor visitor, string? kind)
    {
        if (BulletinView.KindOf(kind ?? BulletinView.WordOf(BulletinKind.Daily)) is not { } known)
        {
            return Results.NotFound();
        }

        var site = $"{http.Request.Scheme}://{http.Request.Host}";
        var language = visitor.English ? "en" : "zh";
        var news = await market.ReadOnce(
            "feed of bulletins " + BulletinView.WordOf(known), state => BulletinFeed.Read(state, known));
        return Results.Text(BulletinFeed.Write(news, site, language), BulletinFeed.ContentType);
    }

    /// <summary>The lines in the form in which other markets' bulletins are read.</summary>
    private static async Task<IResult> Lines(Market market, string kind, string key)
    {
        var view = await BulletinView.ReadAsync(market, kind, key);
        return view is null ? Results.NotFound() : Csv.Answer(key, Table, view.Bulletin.Lines, "en");
    }

    private static async Task<IResult> Days(Market market, Visitor visitor, string kind, string key)
    {
        var view = await BulletinView.ReadAsync(market, kind, key);
        return view is null
            ? Results.NotFound()
            : Csv.Answer(key + "-days", DayColumns(view.Bulletin), view.Bulletin.Days, visitor.Language);
    }

    private static async Task<IResult> Json(Market market, string kind, string key)
    {
        var answer = BulletinAnswer.Of(await BulletinView.ReadAsync(market, kind, key));
        return answer is null
            ? Results.NotFound()
            : Results.Text(JsonSerializer.Serialize(answer, ApiJson.Options), "application/json; charset=utf-8");
    }

    private static IReadOnlyList<Column<BulletinLine>> Table { get; } =
    [
        new("kind", Words.BulletinItem, line => Parameter.Word(line.Kind)),
        new("item", Words.BulletinItem, line => line.Item),
        new("volume", Words.Volume, line => line.Volume.Value),
        new("amount", Words.TradedAmount, line => line.Amount.ToString()),
        new("average", Words.BulletinAverage, line => line.Average),
        new("high", Words.HighPrice, line => line.High),
        new("low", Words.LowPrice, line => line.Low),
        new("close", Words.ClosePrice, line => line.Close),
        new("change", Words.BulletinChange, line => line.Change),
    ];
}
