namespace Tanheng.Methodology;

/// <summary>
/// One step: an input's default, a formula (over every row when it belongs to a table), or a requirement, which has
/// no target and ends the evaluation when it is not met.
/// </summary>
internal sealed record Step(Symbol? Target, Bound Bound, MethodFormula? Formula, Action<Frame> Run);

/// <summary>
/// Everything an evaluation needs: where values lie, and the steps in an order in which each finds its inputs ready.
/// </summary>
internal sealed record Program(Scope Scope, InputFiller Inputs, Step[] Steps)
{
    /// <summary>Makes the action of a step. A default fills only what was not given.</summary>
    public static Action<Frame> Assign(Symbol target, Bound bound, Func<decimal, decimal>? round, bool isDefault)
    {
        var store = Store(target, bound, round);
        var (table, given) = (target.Table, target.GivenSlot);
        if (table < 0)
        {
            return !isDefault ? store : frame =>
            {
                if (frame.Numbers[given] == 0m)
                {
                    store(frame);
                }
            };
        }

        return frame =>
        {
            var rows = frame.Rows[table];
            for (rows.Cursor = 0; rows.Cursor < rows.Count; rows.Cursor++)
            {
                if (!isDefault || rows.Number(given) == 0m)
                {
                    store(frame);
                }
            }

            rows.Cursor = 0;
        };
    }

    private static Action<Frame> Store(Symbol target, Bound bound, Func<decimal, decimal>? round)
    {
        var (table, slot) = (target.Table, target.Slot);
        if (bound.Type == MethodType.Text)
        {
            var text = bound.Text;
            return table < 0 ? f => f.Texts[slot] = text(f) : f => f.Rows[table].Set(slot, text(f));
        }

        Func<Frame, decimal> run = bound.Type == MethodType.Flag
            ? f => bound.Flag(f) ? 1m : 0m
            : round is null ? bound.Number : f => round(bound.Number(f));
        return table < 0 ? f => f.Numbers[slot] = run(f) : f => f.Rows[table].Set(slot, run(f));
    }
}
