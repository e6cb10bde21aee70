using System.Globalization;
using Tanheng.Quantities;

namespace Tanheng.Scheme.Bulletins;

/// <summary>What can be wrong with a bulletin's figures.</summary>
public enum BulletinCheck
{
    /// <summary>The shown average is not amount by volume.</summary>
    Average,

    /// <summary>Not: highest ≥ average ≥ lowest.</summary>
    PriceOrder,

    /// <summary>A volume without an amount, or an amount without a volume.</summary>
    OneWithoutOther,

    /// <summary>The parts do not come to the total volume.</summary>
    TotalVolume,

    /// <summary>The parts do not come to the total amount.</summary>
    TotalAmount,

    /// <summary>The cumulative volume is not what was before and the period's.</summary>
    CumulativeVolume,

    /// <summary>The cumulative amount is not what was before and the period's.</summary>
    CumulativeAmount,
}

/// <summary>A line whose figures do not fit.</summary>
/// <param name="Row">The line, counted from 1.</param>
/// <param name="Check">What does not hold.</param>
/// <param name="Shown">What the line says.</param>
/// <param name="Expected">What the other figures come to; of a price order, the prices.</param>
public sealed record BulletinFinding(int Row, BulletinCheck Check, string Shown, string Expected)
{
    /// <summary>As a refusal, whose sentence says what to do.</summary>
    public Refusal AsRefusal() => CodeOf(Check).With(("row", Row), ("shown", Shown), ("expected", Expected));

    private static RefusalCode CodeOf(BulletinCheck check) => check switch
    {
        BulletinCheck.Average => BulletinRefusals.AverageOff,
        BulletinCheck.PriceOrder => BulletinRefusals.PricesOutOfOrder,
        BulletinCheck.OneWithoutOther => BulletinRefusals.OneWithoutOther,
        BulletinCheck.TotalVolume or BulletinCheck.TotalAmount => BulletinRefusals.PartsDiffer,
        _ => BulletinRefusals.CumulativeOff,
    };
}

/// <summary>
/// 勾稽: what must hold between the figures of a bulletin, ours and others'. Average: amount / volume, to half a unit of
/// the last digit that is shown, which is half a unit of the price and no more (26.5 may stand for 26.5111, 26.52 and
/// 26.4 may not). Highest ≥ average ≥ lowest, the average again to half a unit. Parts come to the total exactly. The
/// cumulative line is what was before plus the period, exactly; where nobody knows what was before, it is at least the
/// period.
/// </summary>
public static class BulletinChecks
{
    /// <summary>Everything that does not hold, in the order of the lines.</summary>
    /// <param name="lines">The bulletin.</param>
    /// <param name="earlier">What was traded before its period; null when that is not known.</param>
    public static IReadOnlyList<BulletinFinding> Of(IReadOnlyList<BulletinLine> lines, Turnover? earlier)
    {
        var found = new List<BulletinFinding>();
        for (var i = 0; i < lines.Count; i++)
        {
            var (line, row) = (lines[i], i + 1);
            CheckLine(found, row, line);
            if (line.Kind == LineKind.Total)
            {
                CheckTotal(found, row, line, lines);
            }
            else if (line.Kind == LineKind.Cumulative)
            {
                CheckCumulative(found, row, line, Period(lines), earlier);
            }
        }

        return found;
    }

    /// <summary>All trades of the period: the total, or the parts where there is none.</summary>
    public static Turnover? Period(IReadOnlyList<BulletinLine> lines) =>
        lines.FirstOrDefault(line => line.Kind == LineKind.Total)?.Traded ?? Parts(lines);

    private static Turnover? Parts(IReadOnlyList<BulletinLine> lines)
    {
        var parts = lines.Where(line => line.Kind == LineKind.Part).Select(line => line.Traded).ToList();
        return parts.Count == 0 ? null : parts.Aggregate((sum, one) => sum + one);
    }

    private static void CheckLine(List<BulletinFinding> found, int row, BulletinLine line)
    {
        if ((line.Volume == Tonnes.Zero) != (line.Amount.Minor == 0))
        {
            found.Add(new(row, BulletinCheck.OneWithoutOther, Number(line.Volume), line.Amount.ToString()));
            return;
        }

        var (shown, exact) = (ShownPrice.Parse(line.Average), line.Traded.ExactAverage());
        if (shown is { } average && exact is { } should && !average.Shows(should))
        {
            found.Add(new(row, BulletinCheck.Average, line.Average!, Digits(should)));
        }

        var (high, low) = (ShownPrice.Parse(line.High)?.Value, ShownPrice.Parse(line.Low)?.Value);
        var (middle, slack) = shown is { } known ? (known.Value, known.Half) : (exact, 0m);
        if (low > high || middle - slack > high || middle + slack < low)
        {
            found.Add(new(
                row,
                BulletinCheck.PriceOrder,
                line.Average ?? (exact is { } value ? Digits(value) : "—"),
                $"{line.Low ?? "—"}–{line.High ?? "—"}"));
        }
    }

    private static void CheckTotal(
        List<BulletinFinding> found, int row, BulletinLine line, IReadOnlyList<BulletinLine> lines)
    {
        if (Parts(lines) is not { } parts)
        {
            return;
        }

        if (parts.Volume != line.Volume)
        {
            found.Add(new(row, BulletinCheck.TotalVolume, Number(line.Volume), Number(parts.Volume)));
        }

        if (parts.Amount != line.Amount)
        {
            found.Add(new(row, BulletinCheck.TotalAmount, line.Amount.ToString(), parts.Amount.ToString()));
        }
    }

    private static void CheckCumulative(
        List<BulletinFinding> found, int row, BulletinLine line, Turnover? period, Turnover? earlier)
    {
        var least = (period ?? Turnover.Zero(line.Amount.Currency))
            + (earlier ?? Turnover.Zero(line.Amount.Currency));
        var (before, mark) = (earlier is null, earlier is null ? "≥ " : "");
        if (before ? line.Volume < least.Volume : line.Volume != least.Volume)
        {
            found.Add(new(row, BulletinCheck.CumulativeVolume, Number(line.Volume), mark + Number(least.Volume)));
        }

        if (before ? line.Amount < least.Amount : line.Amount != least.Amount)
        {
            found.Add(new(
                row, BulletinCheck.CumulativeAmount, line.Amount.ToString(), mark + least.Amount));
        }
    }

    private static string Number(Tonnes volume) => volume.Value.ToString("#,0", CultureInfo.InvariantCulture);

    private static string Digits(decimal exact) =>
        Round.To(exact, 4, Rounding.HalfUp).ToString(CultureInfo.InvariantCulture);
}
