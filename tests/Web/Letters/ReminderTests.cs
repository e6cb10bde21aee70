using Tanheng.Web.Letters;

namespace Tanheng.Web.Tests.Letters;

/// <summary>Who is reminded of a deadline: whoever has not done what is due by then.</summary>
[Collection(PortalSiteTests.Name)]
public sealed class ReminderTests(PortalSite site)
{
    private static readonly int[] Days = [30, 7, 1];

    // 2022 is surrendered until 31 December 2023. At the end of the story one company owes units of 2022 still: P07
    // (scenarios/china-2021-2022/expected.csv, status short).
    private const string Owing = "91500000MA0000074U";

    [Theory]
    [InlineData("2023-11-30T00:00", 0)]
    [InlineData("2023-12-02T00:00", 30)]
    [InlineData("2023-12-25T00:00", 7)]
    [InlineData("2023-12-30T23:59", 7)]
    [InlineData("2023-12-31T00:00", 1)]
    [InlineData("2024-01-01T00:00", 0)]
    public void R184_R190_only_who_still_owes_is_reminded_once_for_each_of_the_days(string now, int due)
    {
        var letters = Reminders.Of(site.State, DateTime.Parse(now), DateTimeOffset.UnixEpoch, Days)
            .Where(letter => letter.Path.EndsWith("/surrender/2022", StringComparison.Ordinal))
            .ToList();
        var expected = due == 0 ? [] : site.State.Registry.Holders.Values
            .Where(holder => holder.Code == Owing)
            .SelectMany(holder => holder.Representatives.Select(one => (
                one.User.Name, $"remind 2022 Surrender {holder.Id.Value} {due}")))
            .Order()
            .ToArray();
        letters.Select(letter => (letter.To, letter.Key)).Order().ShouldBe(expected);
        letters.ShouldAllBe(letter => letter.Body.Zh.Contains("2023-12-31"));
    }
}
