namespace Tanheng.Rulebook;

/// <summary>A rule with the place where it is written, for the rulebook's page.</summary>
/// <param name="Path">Such as <c>periods.2021.surrender</c>.</param>
/// <param name="Cite">Source, standing and validity.</param>
/// <param name="Line">The line of the rulebook, or of the holiday file for <c>calendar.…</c>.</param>
public sealed record CitedRule(string Path, Citation Cite, int Line);

/// <summary>A method a rulebook names, with the place where it does.</summary>
/// <param name="Method">Id and version.</param>
/// <param name="Path">Such as <c>periods.2021.sectors.power.allocation</c>.</param>
/// <param name="Line">The line of the rulebook.</param>
/// <param name="Standing">How firmly the rule that names it is known; a draft's method may not be written yet.</param>
public sealed record MethodUse(MethodReference Method, string Path, int Line, Standing Standing);

/// <summary>Walks through all rules of a book.</summary>
internal static class RulebookWalk
{
    public static IEnumerable<CitedRule> Citations(Rulebook book)
    {
        var rules = book.Holidays.Select(year => ($"calendar.{year.Year}", (Rule)year))
            .Concat(book.Units.Select(unit => ($"units.{unit.Code}", (Rule)unit)))
            .Append(("registry", book.Registry))
            .Concat(book.Periods.SelectMany(Period))
            .Concat(book.CarryOvers.Select(rule => ($"carry_overs.{rule.Unit}-{rule.ToVintage}", (Rule)rule)))
            .Concat(book.Transactions.Select(rule => ($"transactions.{rule.Code}", (Rule)rule)))
            .Concat(book.Trading is { } trading ? Trading(trading) : [])
            .Concat(book.Supervision is { } watch ? Supervision(watch) : [])
            .Concat(book.Auctions.Select(rule => ($"auctions.{rule.Name}", (Rule)rule)))
            .Concat(book.Pledges is { } pledges ? [("pledges", (Rule)pledges)] : [])
            .Concat(book.TrustedAccounts is { } trusted ? [("trusted_accounts", (Rule)trusted)] : [])
            .Concat(book.Approvals.Select(rule => ($"approvals.{rule.Command}", (Rule)rule)))
            .Concat(book.Objections.Line == 0 ? [] : [("objections", (Rule)book.Objections)])
            .Concat(book.Plans is { } plans ? [("monitoring_plans", (Rule)plans)] : [])
            .Concat(book.FollowUps is { } follow ? [("follow_ups", (Rule)follow)] : [])
            .Concat(book.Penalties.Select(rule => ($"penalties.{Reading.Choices.Word(rule.Offence)}", (Rule)rule)))
            .Concat(book.Disclosures.Select(rule => ($"disclosure.{rule.What}", (Rule)rule)));
        return rules.Select(pair => new CitedRule(pair.Item1, pair.Item2.Cite, pair.Item2.Line));
    }

    public static IEnumerable<MethodUse> Methods(Rulebook book)
    {
        foreach (var period in book.Periods)
        {
            foreach (var sector in period.Sectors)
            {
                var path = $"periods.{period.Period}.sectors.{sector.Sector}.";
                MethodUse Use(MethodReference method, string key) =>
                    new(method, path + key, sector.LineOf.GetValueOrDefault(key, sector.Line), sector.Cite.Standing);

                yield return Use(sector.Emissions, "emissions");
                yield return Use(sector.Allocation, "allocation");
                if (sector.PreAllocation is { } method)
                {
                    yield return Use(method, "pre_allocation");
                }
            }
        }
    }

    private static IEnumerable<(string Path, Rule Rule)> Supervision(SupervisionRule watch) =>
        watch.Each.Select(one => ("supervision." + one.Key, one.Rule)).Prepend(("supervision", watch));

    private static IEnumerable<(string Path, Rule Rule)> Trading(TradingRule trading)
    {
        yield return ("trading", trading);
        foreach (var instrument in trading.Instruments)
        {
            yield return ($"trading.instruments.{instrument.Unit}", instrument);
        }

        foreach (var mode in trading.Modes)
        {
            yield return ("trading." + Reading.Choices.Word(mode.Mode), mode);
        }

        yield return ("trading.prices", trading.Prices);
        yield return ("trading.fees", trading.Fees);
        yield return ("trading.positions", trading.Positions);
        if (trading.Reserve is { } reserve)
        {
            yield return ("trading.reserve", reserve);
        }
    }

    private static IEnumerable<(string Path, Rule Rule)> Period(PeriodRules period)
    {
        var path = "periods." + period.Period;
        yield return (path, period);
        foreach (var deadline in period.Deadlines)
        {
            yield return ($"{path}.deadlines.{Reading.Choices.Word(deadline.Step)}", deadline);
        }

        foreach (var sector in period.Sectors)
        {
            yield return ($"{path}.sectors.{sector.Sector}", sector);
        }

        yield return (path + ".allocation", period.Allocation);
        yield return (path + ".surrender", period.Surrender);
        foreach (var units in period.Surrender.Accepts)
        {
            yield return ($"{path}.surrender.accepts.{units.Unit}", units);
        }

        if (period.Surrender.Offsets is { } offsets)
        {
            yield return (path + ".surrender.offsets", offsets);
            foreach (var units in offsets.Accepts)
            {
                yield return ($"{path}.surrender.offsets.accepts.{units.Unit}", units);
            }
        }

        if (period.Cap is { } cap)
        {
            yield return (path + ".cap", cap);
        }

        if (period.Advance is { } advance)
        {
            yield return (path + ".advance", advance);
        }
    }
}
