using System.Text.Json;
using Tanheng.Engine.Hosting;
using Tanheng.Scheme;

namespace Tanheng.Web.Tests;

/// <summary>The portal of a market with two settled days and one under way.</summary>
public sealed class LegSite : PortalSite
{
    protected override async Task PlayMoreAsync(SchemeHost market)
    {
        await ExchangeDays.PlayAsync(market, new HolderId(SettlementSite.Trader));
        await SettlementDaysOf.PlayAsync(market, new HolderId(SettlementSite.Trader));
        await SettlementDaysOf.GoOnAsync(market);
    }
}

/// <summary>The settlement file over HTTP, page by page.</summary>
public sealed class SettlementLegTests(LegSite site) : IClassFixture<LegSite>
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(1000)]
    public async Task Legs_come_day_by_day_in_order_however_long_the_pages_are(int limit)
    {
        using var registrar = await site.SignedIn("registrar-a");
        var (legs, path) = (new List<(string? Day, string Trade)>(), $"/api/v1/settlement/legs?limit={limit}");
        while (path.Length > 0)
        {
            var page = JsonElement.Parse(await registrar.GetStringAsync(path));
            var items = page.GetProperty("items").EnumerateArray().ToList();
            items.Count.ShouldBeLessThanOrEqualTo(limit);
            legs.AddRange(items.Select(one => (
                one.TryGetProperty("day", out var day) ? day.GetString() : null,
                one.GetProperty("trade").GetString()!)));
            path = page.TryGetProperty("next", out var next)
                ? $"/api/v1/settlement/legs?limit={limit}&cursor={Uri.EscapeDataString(next.GetString()!)}"
                : "";
        }

        // The exchange's own trades were made before there was a settlement account. Of one moment the references
        // count, as letters.
        legs.ShouldBe(
        [
            ("2026-07-02", "T1"), ("2026-07-02", "T2"), ("2026-07-03", "T3"), (null, "T4"), (null, "T5"),
        ]);
    }
}
