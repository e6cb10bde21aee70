using System.Text.Json;
using System.Text.Json.Serialization;
using Tanheng.Quantities;

namespace Tanheng.Web.Portal.Charts;

/// <summary>How a chart is drawn.</summary>
public enum ChartKind
{
    /// <summary>Bars side by side.</summary>
    Bars,

    /// <summary>Bars of parts on top of each other.</summary>
    Stack,

    /// <summary>Lines.</summary>
    Line,

    /// <summary>Candles of prices with volumes below: open, close, low, high and volume, in this order.</summary>
    Candles,
}

/// <summary>One series: a value for each category; null where there is none.</summary>
/// <param name="Name">What it is.</param>
/// <param name="Values">In the order of the categories.</param>
/// <param name="Colour">A colour token such as c2; null for the next in turn.</param>
public sealed record ChartSeries(Text Name, IReadOnlyList<decimal?> Values, string? Colour = null)
{
    /// <summary>Its unit, where it is another one than the chart's.</summary>
    public Text? Unit { get; init; }
}

/// <summary>What a chart and its table show.</summary>
/// <param name="Kind">How it is drawn.</param>
/// <param name="Title">What it shows.</param>
/// <param name="Unit">The unit of all values.</param>
/// <param name="Category">What the categories are: years, entities.</param>
/// <param name="Categories">One for each place on the axis.</param>
/// <param name="Series">What is drawn.</param>
public sealed record ChartModel(
    ChartKind Kind,
    Text Title,
    Text Unit,
    Text Category,
    IReadOnlyList<Text> Categories,
    IReadOnlyList<ChartSeries> Series)
{
    /// <summary>True when the categories stand one below the other: for long names.</summary>
    public bool Lying { get; init; }

    /// <summary>True when the values are shares in percent, up to 100.</summary>
    public bool Percent { get; init; }

    /// <summary>The data for the script, safe inside an element of the page.</summary>
    public string ToJson(string language) => JsonSerializer.Serialize(
        new
        {
            kind = Kind.ToString().ToLowerInvariant(),
            unit = Unit.In(language),
            lying = Lying,
            percent = Percent,
            max = Percent ? 100 : (int?)null,
            categories = Categories.Select(name => name.In(language)),
            series = Series.Select(one => new
            {
                name = one.Name.In(language),
                values = one.Values,
                colour = one.Colour,
                unit = (one.Unit ?? Unit).In(language),
            }),
        },
        ChartJson.Options);
}

/// <summary>A date of a timeline.</summary>
/// <param name="At">In the market's own time.</param>
/// <param name="Category">Which line it stands on, from 0.</param>
/// <param name="Text">What it is.</param>
/// <param name="Past">True when it has passed.</param>
public sealed record TimelineDate(DateTime At, int Category, Text Text, bool Past);

/// <summary>Dates on lines, and where the market is now.</summary>
public sealed record TimelineModel(IReadOnlyList<Text> Categories, IReadOnlyList<TimelineDate> Dates, DateTime Now)
{
    /// <summary>The data for the script, safe inside an element of the page.</summary>
    public string ToJson(string language) => JsonSerializer.Serialize(
        new
        {
            kind = "timeline",
            categories = Categories.Select(name => name.In(language)),
            now = Local(Now),
            nowWord = Words.Today.In(language),
            dates = Dates.Select(date => new
            {
                at = Local(date.At),
                category = date.Category,
                text = date.Text.In(language),
                past = date.Past,
            }),
        },
        ChartJson.Options);

    // Without a zone, so that every reader sees the market's own days.
    private static string Local(DateTime time) =>
        time.ToString("yyyy-MM-ddTHH:mm:ss", System.Globalization.CultureInfo.InvariantCulture);
}

internal static class ChartJson
{
    /// <summary>The default encoder writes &lt; and &amp; as escapes, so the text cannot end its element.</summary>
    public static readonly JsonSerializerOptions Options = new()
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.Never,
    };
}
