namespace Tanheng.Methodology;

/// <summary>
/// Sums and the like over the rows of an input table. The row looked at before is looked at again after.
/// </summary>
internal static class Aggregates
{
    public static decimal Sum(Frame frame, int table, Func<Frame, decimal> value)
    {
        var rows = frame.Rows[table];
        var (before, sum) = (rows.Cursor, 0m);
        for (rows.Cursor = 0; rows.Cursor < rows.Count; rows.Cursor++)
        {
            sum += value(frame);
        }

        rows.Cursor = before;
        return sum;
    }

    public static decimal Mean(Frame frame, int table, Func<Frame, decimal> value, Func<Frame, decimal> weight)
    {
        var rows = frame.Rows[table];
        var (before, sum, weights) = (rows.Cursor, 0m, 0m);
        for (rows.Cursor = 0; rows.Cursor < rows.Count; rows.Cursor++)
        {
            var by = weight(frame);
            sum += value(frame) * by;
            weights += by;
        }

        rows.Cursor = before;
        return sum / weights;
    }

    /// <summary>The greatest (sign 1) or least (sign −1) value.</summary>
    /// <exception cref="InvalidOperationException">There are no rows.</exception>
    public static decimal Extreme(Frame frame, int table, Func<Frame, decimal> value, int sign)
    {
        var rows = frame.Rows[table];
        var before = rows.Cursor;
        decimal? best = null;
        for (rows.Cursor = 0; rows.Cursor < rows.Count; rows.Cursor++)
        {
            var next = value(frame);
            best = best is null || decimal.Compare(next, best.Value) * sign > 0 ? next : best;
        }

        rows.Cursor = before;
        return best ?? throw new InvalidOperationException("No rows.");
    }

    public static decimal Count(Frame frame, int table, Func<Frame, bool>? condition)
    {
        var rows = frame.Rows[table];
        if (condition is null)
        {
            return rows.Count;
        }

        var (before, count) = (rows.Cursor, 0);
        for (rows.Cursor = 0; rows.Cursor < rows.Count; rows.Cursor++)
        {
            count += condition(frame) ? 1 : 0;
        }

        rows.Cursor = before;
        return count;
    }

    public static bool Any(Frame frame, int table, Func<Frame, bool> condition)
    {
        var rows = frame.Rows[table];
        var (before, found) = (rows.Cursor, false);
        for (rows.Cursor = 0; rows.Cursor < rows.Count && !found; rows.Cursor++)
        {
            found = condition(frame);
        }

        rows.Cursor = before;
        return found;
    }
}
