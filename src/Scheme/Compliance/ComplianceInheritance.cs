using Tanheng.Quantities;

namespace Tanheng.Scheme.Compliance;

/// <summary>
/// What a successor takes over in this area, period by period: obligations with what was surrendered, their bounds,
/// cases,
/// deductions, advances, and what it may carry over. Added to its own where it has the same.
/// </summary>
internal static class ComplianceInheritance
{
    /// <summary>
    /// What has to be settled before, or null: both sides have a case of shortfall, or an advance, of one period.
    /// </summary>
    public static Text? Unfinished(SchemeState state, HolderId from, HolderId to)
    {
        var compliance = state.Compliance;
        foreach (var period in state.Rules.Periods.Select(rules => rules.Period))
        {
            if (compliance.ShortfallCases.ContainsKey((from, period))
                && compliance.ShortfallCases.ContainsKey((to, period)))
            {
                return new Text($"双方在 {period} 均有未足额清缴案件", $"both sides have a case of shortfall for {period}");
            }

            if (compliance.Advances.ContainsKey((from, period)) && compliance.Advances.ContainsKey((to, period)))
            {
                return new Text($"双方在 {period} 均有预支", $"both sides have an advance for {period}");
            }
        }

        return null;
    }

    /// <summary>Moves the area's state from one holder to another.</summary>
    public static void Apply(SchemeState state, HolderId from, HolderId to)
    {
        var compliance = state.Compliance;
        Apply(state, from, to, state.Rules.Periods.Select(rules => rules.Period));
        foreach (var about in compliance.Cases.Values.Where(about => about.Holder == from).ToList())
        {
            compliance.Cases[about.Id] = about with { Holder = to };
        }

        foreach (var book in compliance.CarryOvers.Values)
        {
            MoveCarryOver(book, from, to);
        }
    }

    /// <summary>Obligations, what was surrendered, advances and deductions of some periods.</summary>
    public static void Apply(SchemeState state, HolderId from, HolderId to, IEnumerable<CompliancePeriod> periods)
    {
        var compliance = state.Compliance;
        foreach (var period in periods)
        {
            MoveCaps(state, from, to, period);
            Move(compliance.Obligations, from, to, period, Sum, obligation => obligation with { Holder = to });
            Move(compliance.Lots, from, to, period, Join, lots => lots);
            Move(compliance.ShortfallCases, from, to, period, (own, _) => own, id => id);
            Move(compliance.Advances, from, to, period, (own, _) => own, advance => advance with { Holder = to });
            if (compliance.Deductions.Remove((from, period), out var deductions))
            {
                deductions.ForEach(deduction => Deductions.Add(state, to, period, deduction));
            }
        }
    }

    private static void Move<T>(
        Dictionary<(HolderId, CompliancePeriod), T> all,
        HolderId from,
        HolderId to,
        CompliancePeriod period,
        Func<T, T, T> join,
        Func<T, T> rename)
    {
        if (all.Remove((from, period), out var old))
        {
            all[(to, period)] = all.TryGetValue((to, period), out var own) ? join(own, old) : rename(old);
        }
    }

    /// <summary>A bound of one side alone is joined by the whole of what the other owes.</summary>
    private static void MoveCaps(SchemeState state, HolderId from, HolderId to, CompliancePeriod period)
    {
        var (caps, bounded) = (state.Compliance.Caps, false);
        var sum = Tonnes.Zero;
        foreach (var holder in new[] { from, to })
        {
            if (caps.Remove((holder, period), out var cap))
            {
                (sum, bounded) = (sum + cap, true);
            }
            else
            {
                sum += state.Compliance.Of(holder, period)?.Due ?? Tonnes.Zero;
            }
        }

        if (bounded)
        {
            caps[(to, period)] = sum;
        }
    }

    private static void MoveCarryOver(CarryOverBook book, HolderId from, HolderId to)
    {
        if (book.NetSales.Remove(from, out var sold))
        {
            book.NetSales[to] = book.NetSales.GetValueOrDefault(to) + sold;
        }

        if (book.Held is { } held && held.Remove(from, out var tonnes))
        {
            held[to] = held.GetValueOrDefault(to) + tonnes;
        }

        for (var i = 0; i < book.Requests.Count; i++)
        {
            if (book.Requests[i].Holder == from)
            {
                book.Requests[i] = book.Requests[i] with { Holder = to };
            }
        }
    }

    private static List<SurrenderedLot> Join(List<SurrenderedLot> own, List<SurrenderedLot> old) =>
        [.. own.Concat(old).OrderBy(lot => lot.At)];

    private static Obligation Sum(Obligation own, Obligation old)
    {
        ObligationStatus[] both = [own.Status, old.Status];
        var status = both.Contains(ObligationStatus.Short) ? ObligationStatus.Short
            : both.Contains(ObligationStatus.Open) ? ObligationStatus.Open
            : both.Contains(ObligationStatus.MetLate) ? ObligationStatus.MetLate
            : ObligationStatus.Met;
        return own with
        {
            Due = own.Due + old.Due,
            Allowances = own.Allowances + old.Allowances,
            Offsets = own.Offsets + old.Offsets,
            Status = status,
        };
    }
}
