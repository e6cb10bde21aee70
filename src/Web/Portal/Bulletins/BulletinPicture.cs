using System.Globalization;
using System.Text;
using Tanheng.Quantities;
using Tanheng.Scheme.Bulletins;

namespace Tanheng.Web.Portal.Bulletins;

/// <summary>
/// A picture of trading days as SVG, drawn on the server so that it prints and needs no script: volumes as bars, listed
/// below and blocks above, closes as a line. Colours and letters are those of the page's style sheet. The table of days
/// says the same in figures.
/// </summary>
public static class BulletinPicture
{
    private static readonly Frame Wide = new("wide", 720, 260, 64, 56, 8);
    private static readonly Frame Narrow = new("narrow", 360, 250, 56, 48, 4);

    /// <summary>The picture, once for wide screens and paper and once for telephones; empty without days.</summary>
    public static string Draw(IReadOnlyList<DayFigures> days, string language) =>
        days.Count == 0 ? "" : Draw(Wide, days, language) + Draw(Narrow, days, language);

    private static string Draw(Frame frame, IReadOnlyList<DayFigures> days, string language)
    {
        var svg = new StringBuilder();
        var label = Words.BulletinPicture.In(language);
        svg.Append(CultureInfo.InvariantCulture, $"<svg class=\"bulletin-picture {frame.Name}\" ");
        svg.Append(CultureInfo.InvariantCulture, $"viewBox=\"0 0 {frame.Width} {frame.Height}\" ");
        svg.Append(CultureInfo.InvariantCulture, $"role=\"img\" aria-label=\"{label}\">");
        var most = Nice(Math.Max(1, days.Max(day => day.Traded.Volume.Value)));
        Grid(svg, frame, most);
        var step = frame.Inner / (decimal)days.Count;
        var bar = Math.Min(step * 0.6m, 36);
        for (var i = 0; i < days.Count; i++)
        {
            var middle = frame.Left + (step * (i + 0.5m));
            // What makes the price stands below, everything else above it.
            var listed = days[i].Prices.Traded.Volume.Value;
            var block = days[i].Traded.Volume.Value - listed;
            Bar(svg, frame, "listed", middle - (bar / 2), bar, 0, listed, most);
            Bar(svg, frame, "block", middle - (bar / 2), bar, listed, block, most);
            if (i % ((days.Count + frame.MostLabels - 1) / frame.MostLabels) == 0)
            {
                var text = days[i].Day.ToString("MM-dd", CultureInfo.InvariantCulture);
                Write(svg, "day", middle, frame.Height - 12, "middle", text);
            }
        }

        Closes(svg, frame, days, step);
        return svg.Append("</svg>").ToString();
    }

    private static void Grid(StringBuilder svg, Frame frame, long most)
    {
        for (var i = 0; i <= 4; i++)
        {
            var y = frame.At(most * i / 4, most);
            var (from, to) = (frame.Left, frame.Left + frame.Inner);
            svg.Append(CultureInfo.InvariantCulture,
                $"<line class=\"grid-line\" x1=\"{from}\" x2=\"{to}\" y1=\"{y:0.#}\" y2=\"{y:0.#}\"/>");
            Write(svg, "axis", frame.Left - 8, y + 4, "end", Short(most * i / 4));
        }
    }

    private static void Bar(
        StringBuilder svg, Frame frame, string name, decimal x, decimal width, long from, long volume, long most)
    {
        if (volume == 0)
        {
            return;
        }

        // What was traded is seen, however little it is beside the other days.
        var (bottom, height) = (
            frame.At(from, most), Math.Max(1.5m, frame.At(0, most) - frame.At(volume, most)));
        svg.Append(CultureInfo.InvariantCulture,
            $"<rect class=\"{name}\" x=\"{x:0.#}\" y=\"{bottom - height:0.#}\" width=\"{width:0.#}\" ");
        svg.Append(CultureInfo.InvariantCulture, $"height=\"{height:0.#}\"/>");
    }

    private static void Closes(StringBuilder svg, Frame frame, IReadOnlyList<DayFigures> days, decimal step)
    {
        var closes = days.Where(day => day.Close is not null).Select(day => day.Close!.Value).ToList();
        if (closes.Count == 0)
        {
            return;
        }

        var unit = closes[0].Currency.MinorPerUnit;
        var (low, high) = (closes.Min().Minor, closes.Max().Minor);
        var margin = Math.Max(unit, (high - low) / 4);
        (low, high) = (Math.Max(0, low - margin), high + margin);
        decimal Y(long minor) => frame.At(minor - low, high - low);
        var (line, dots) = (new StringBuilder(), new StringBuilder());
        for (var i = 0; i < days.Count; i++)
        {
            if (days[i].Close is { } close)
            {
                var (x, y) = (frame.Left + (step * (i + 0.5m)), Y(close.Minor));
                line.Append(CultureInfo.InvariantCulture, $"{x:0.#},{y:0.#} ");
                dots.Append(
                    CultureInfo.InvariantCulture, $"<circle class=\"close\" cx=\"{x:0.#}\" cy=\"{y:0.#}\" r=\"3\"/>");
            }
        }

        svg.Append("<polyline class=\"close\" points=\"").Append(line.ToString().TrimEnd()).Append("\"/>").Append(dots);
        foreach (var minor in new[] { low, (low + high) / 2, high })
        {
            var text = (minor / (decimal)unit).ToString("0.00", CultureInfo.InvariantCulture);
            Write(svg, "axis", frame.Left + frame.Inner + 8, Y(minor) + 4, "start", text);
        }
    }

    private static void Write(StringBuilder svg, string name, decimal x, decimal y, string anchor, string text) =>
        svg.Append(CultureInfo.InvariantCulture,
            $"<text class=\"{name}\" x=\"{x:0.#}\" y=\"{y:0.#}\" text-anchor=\"{anchor}\">{text}</text>");

    /// <summary>The next of 1, 2, 4, 8 times a power of ten, so that quarters are whole.</summary>
    private static long Nice(long value)
    {
        for (var power = 1L; ; power *= 10)
        {
            foreach (var times in (long[])[1, 2, 4, 8])
            {
                if (power * times >= value && power * times % 4 == 0)
                {
                    return power * times;
                }
            }
        }
    }

    private static string Short(long tonnes) => tonnes switch
    {
        >= 1_000_000 => (tonnes / 1_000_000m).ToString("0.##", CultureInfo.InvariantCulture) + " Mt",
        >= 1_000 => (tonnes / 1_000m).ToString("0.##", CultureInfo.InvariantCulture) + " kt",
        _ => tonnes.ToString(CultureInfo.InvariantCulture) + " t",
    };

    /// <summary>How large a picture is, and how much of it is left for what stands beside it.</summary>
    private sealed record Frame(string Name, int Width, int Height, int Left, int Right, int MostLabels)
    {
        private const int Top = 16;
        private const int Bottom = 34;

        /// <summary>Where days are drawn, from left to right.</summary>
        public int Inner => Width - Left - Right;

        /// <summary>How far down a value is.</summary>
        public decimal At(long value, long most) =>
            Height - Bottom - ((Height - Top - Bottom) * (value / (decimal)Math.Max(1, most)));
    }
}
