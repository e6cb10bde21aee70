using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Tanheng.Engine.Markets;
using Tanheng.Quantities;
using Tanheng.Rulebook;
using Tanheng.Scheme.Bulletins;
using Tanheng.Web.Actions.Forms;
using Tanheng.Web.Api;
using Tanheng.Web.Desks;

namespace Tanheng.Web.Portal.Bulletins;

/// <summary>
/// Reads a bulletin that was pasted and leads to the filled-in form; there its figures are checked before anything is
/// recorded.
/// </summary>
internal static class BulletinReading
{
    /// <summary>An address of a form holds no more.</summary>
    private const int LongestAddress = 6_000;

    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapPost("/operator/bulletins/read", Read).For(Role.ExchangeOperator);

    /// <summary>The form that corrects a recorded bulletin, filled in with it.</summary>
    public static string PathOf(ForeignBulletin one) => Path(
        [
            ("market.zh", one.Market.Zh), ("market.en", one.Market.En),
            ("from", one.From.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
            ("to", one.To.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)), ("source", one.Source),
            ("unit", one.Unit), ("link", one.Link), ("remark", one.Remark),
            ("corrects", one.Id.Value.ToString(CultureInfo.InvariantCulture)),
        ],
        one.Lines);

    private static async Task<IResult> Read(HttpContext http, Market market, [FromForm] string text)
    {
        var currency = await market.Read(state => state.Rules.Currency);
        var path = "/operator/bulletins";
        try
        {
            var lines = text.TrimStart().StartsWith(BulletinReader.Head, StringComparison.Ordinal)
                ? BulletinReader.Table("CSV", text.Trim(), currency)
                : BulletinReader.Text(text) is [var first, ..] ? first : [];
            var form = Path([], lines);
            if (lines.Count > 0 && form.Length <= LongestAddress)
            {
                path = form;
            }
            else
            {
                Flash.Say(http, Words.NothingRead, "warn");
            }
        }
        catch (MarketFileException bad)
        {
            Flash.Say(http, new Text(bad.Message, bad.Message), "bad");
        }

        http.Response.Headers.Location = path;
        return Results.StatusCode(StatusCodes.Status303SeeOther);
    }

    private static string Path(
        IEnumerable<(string Name, string? Value)> head, IReadOnlyList<BulletinLine> lines)
    {
        var fields = head.ToList();
        for (var i = 0; i < lines.Count; i++)
        {
            var (row, line) = (FormValues.Row("lines", i) + ".", lines[i]);
            fields.AddRange(
            [
                (row + "kind", Parameter.Word(line.Kind)), (row + "item", line.Item),
                (row + "volume", line.Volume.Value.ToString(CultureInfo.InvariantCulture)),
                (row + "amount", line.Amount.ToString()), (row + "average", line.Average), (row + "high", line.High),
                (row + "low", line.Low), (row + "close", line.Close), (row + "change", line.Change),
            ]);
        }

        return "/act/record-bulletin?" + string.Join('&', fields.Where(field => !string.IsNullOrEmpty(field.Value))
            .Select(field => $"{field.Name}={Uri.EscapeDataString(field.Value!)}"));
    }
}
