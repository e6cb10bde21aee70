using Tanheng.Quantities;

namespace Tanheng.Rulebook.Reading;

/// <summary>
/// Reads <c>trading:</c>; rules within it have its source and status where they have none of their own.
/// </summary>
internal static class TradingReader
{
    /// <summary>The type by which a trade is booked.</summary>
    private const string Settlement = "TradeSettle";

    /// <summary>The rule; null where the market has no exchange.</summary>
    public static TradingRule? Read(
        Context context,
        Fields? fields,
        RegistryRule? registry,
        IReadOnlyList<TransactionRule> transactions,
        WorkCalendar calendar)
    {
        if (fields is null)
        {
            return null;
        }

        // Where accounts are wrong themselves, they are what is reported.
        var noAccounts = registry is { TradingAccounts: false }
            && !registry.AccountsPerHolder.ContainsKey(AccountKind.Trading);
        if (noAccounts || transactions.All(type => type.Code != Settlement))
        {
            fields.Findings.Add(
                fields.Key, fields.Path, RulebookRefusals.ExchangeWithoutAccounts, ("type", Settlement));
        }

        var cite = SourceReader.Cite(context, fields);
        var tick = Positive(fields, "tick", context.Money, value => value.Minor);
        var rule = new TradingRule
        {
            Tick = tick,
            Lot = Positive(fields, "lot", Kinds.Tonnes, value => value.Value),
            Units = fields.Need("units", Choices.Usable),
            Proceeds = fields.Need("proceeds", Choices.Usable),
            MakeUpDays = fields.Need("make_up_days", Kinds.YesNo),
            Closed = fields.Values("closed", Kinds.Day, required: false, mayBeEmpty: true),
            Extra = fields.Values("extra", Kinds.Day, required: false, mayBeEmpty: true),
            Instruments = Instruments(context, fields, cite, tick),
            Listed = Mode(context, fields.Section("listed"), TradingMode.Listed, cite),
            Block = Mode(context, fields.MaybeSection("block"), TradingMode.Block, cite),
            Prices = Prices(context, fields.Section("prices"), cite),
            Fees = Fees(context, fields.Section("fees"), cite),
            Positions = Positions(context, fields.Section("positions"), cite),
            Reserve = Reserve(context, fields.MaybeSection("reserve"), cite),
            Cite = cite,
            Line = fields.Line,
        };
        rule = rule with { ShortDays = ShortDays(fields, rule, calendar) };
        fields.Close();
        return rule;
    }

    /// <summary>Days that end early; each is a trading day and has a session before its end.</summary>
    private static List<ShortDay> ShortDays(Fields trading, TradingRule rule, WorkCalendar calendar)
    {
        var days = new List<ShortDay>();
        foreach (var fields in trading.Items("short_days", required: false, mayBeEmpty: true))
        {
            var day = new ShortDay(fields.Need("day", Kinds.Day), fields.Need("until", Kinds.TimeOfDay));
            fields.Close();

            // Where sessions are wrong themselves, they are what is reported.
            var hours = rule.Listed is { Sessions.Count: > 0 } && rule.Block is null or { Sessions.Count: > 0 };
            if (hours && fields.Has("day") && fields.Has("until")
                && (day.Until <= rule.Opens || !rule.IsTradingDay(calendar, day.Day)))
            {
                fields.Add(
                    "day",
                    RulebookRefusals.ShortDay,
                    ("day", day.Day),
                    ("until", day.Until),
                    ("opens", rule.Opens));
            }

            days.Add(day);
        }

        return days;
    }

    private static List<InstrumentRule> Instruments(Context context, Fields trading, Citation outer, Money tick)
    {
        var rules = new List<InstrumentRule>();
        foreach (var fields in trading.Items("instruments"))
        {
            var unit = Unit(context, fields);
            var vintages = fields.Values("vintages", Kinds.Period, required: false, check: (vintage, node, _) =>
                Context.CheckVintage(fields, "vintages", unit, vintage, node));
            var price = Positive(fields, "reference_price", context.Money, value => value.Minor);
            if (tick.Minor > 0 && price.Minor % tick.Minor != 0)
            {
                fields.Add("reference_price", RulebookRefusals.OffTick, ("price", price), ("tick", tick));
            }

            var rule = new InstrumentRule
            {
                Unit = unit?.Code ?? "",
                Vintages = vintages.Count > 0 ? [.. vintages.Order()] : unit?.Vintages ?? [],
                ReferencePrice = price,
                Cite = SourceReader.Cite(context, fields, outer),
                Line = fields.Line,
            };
            fields.Close();
            if (unit is not null && rules.Find(one => one.Unit == rule.Unit
                && one.Each.Intersect(rule.Each).Any()) is { } before)
            {
                fields.Add("unit", RulebookRefusals.InstrumentTwice, ("unit", rule.Unit), ("line", before.Line));
            }

            rules.Add(rule);
        }

        return rules;
    }

    private static UnitRule? Unit(Context context, Fields fields)
    {
        var code = fields.Need("unit", Kinds.Code);
        var unit = context.Units.Find(one => one.Code == code);
        if (code is not null && unit is null)
        {
            var allowed = string.Join(", ", context.Units.Select(one => one.Code));
            fields.Add("unit", RulebookRefusals.UnknownUnit, ("value", code), ("allowed", allowed));
        }

        return unit;
    }

    private static TradingModeRule Mode(Context context, Fields? fields, TradingMode mode, Citation outer)
    {
        if (fields is null)
        {
            return null!;
        }

        var isListed = mode == TradingMode.Listed;
        var rule = new TradingModeRule
        {
            Mode = mode,
            Below = isListed ? MaybePositive(fields, "below") : null,
            AtLeast = isListed ? null : MaybePositive(fields, "at_least"),
            Band = fields.Need("band", Kinds.Share),
            Sessions = Sessions(fields),
            Levels = isListed ? fields.Need("levels", Kinds.Count) : 0,
            Partly = isListed && fields.Need("partly", Kinds.YesNo),
            Cite = SourceReader.Cite(context, fields, outer),
            Line = fields.Line,
        };
        fields.Close();
        return rule;
    }

    private static List<TradingSession> Sessions(Fields mode)
    {
        var sessions = new List<TradingSession>();
        foreach (var fields in mode.Items("sessions"))
        {
            var session = new TradingSession(
                fields.Need("from", Kinds.TimeOfDay), fields.Need("until", Kinds.TimeOfDay));
            fields.Close();
            if (session.From >= session.Until && fields.Has("from") && fields.Has("until"))
            {
                fields.Add("from", RulebookRefusals.SpanReversed, ("from", session.From), ("until", session.Until));
            }
            else if (sessions.Count > 0 && session.From < sessions[^1].Until)
            {
                fields.Add(
                    "from", RulebookRefusals.SessionOrder, ("from", session.From), ("until", sessions[^1].Until));
            }

            sessions.Add(session);
        }

        return sessions;
    }

    private static PriceRule Prices(Context context, Fields? fields, Citation outer)
    {
        if (fields is null)
        {
            return null!;
        }

        var rule = new PriceRule
        {
            BandRounding = fields.Need("band_rounding", Choices.Rounding),
            CloseRounding = fields.Need("close_rounding", Choices.Rounding),
            Cite = SourceReader.Cite(context, fields, outer),
            Line = fields.Line,
        };
        fields.Close();
        return rule;
    }

    private static TradingFeeRule Fees(Context context, Fields? fields, Citation outer)
    {
        if (fields is null)
        {
            return null!;
        }

        var rule = new TradingFeeRule
        {
            Buyer = fields.Need("buyer", Kinds.PerMille),
            Seller = fields.Need("seller", Kinds.PerMille),
            Rounding = fields.Need("rounding", Choices.Rounding),
            Cite = SourceReader.Cite(context, fields, outer),
            Line = fields.Line,
        };
        fields.Close();
        return rule;
    }

    private static PositionRule Positions(Context context, Fields? fields, Citation outer)
    {
        if (fields is null)
        {
            return null!;
        }

        var rule = new PositionRule
        {
            Maximum = MaybePositive(fields, "maximum"),
            LargeTrader = MaybePositive(fields, "large_trader"),
            Cite = SourceReader.Cite(context, fields, outer),
            Line = fields.Line,
        };
        fields.Close();
        return rule;
    }

    private static ReserveRule? Reserve(Context context, Fields? fields, Citation outer)
    {
        if (fields is null)
        {
            return null;
        }

        var rule = new ReserveRule
        {
            Contribution = fields.Need("contribution", Kinds.Share),
            Rounding = fields.Need("rounding", Choices.Rounding),
            Enough = fields.Has("enough") ? Positive(fields, "enough", context.Money, value => value.Minor) : Not(),
            Cite = SourceReader.Cite(context, fields, outer),
            Line = fields.Line,
        };
        fields.Close();
        return rule;

        Money? Not()
        {
            fields.Find("enough");
            return null;
        }
    }

    private static Tonnes? MaybePositive(Fields fields, string key) =>
        fields.Has(key) ? Positive(fields, key, Kinds.Tonnes, value => value.Value) : Absent(fields, key);

    private static Tonnes? Absent(Fields fields, string key)
    {
        fields.Find(key);
        return null;
    }

    /// <summary>A value that must be there and above zero.</summary>
    private static T Positive<T>(Fields fields, string key, Kind<T> kind, Func<T, long> amount)
        where T : struct
    {
        var value = fields.NeedOrNull(key, kind);
        if (value is { } read && amount(read) == 0)
        {
            fields.Add(key, RulebookRefusals.NothingAllowed, ("value", read));
        }

        return value ?? default;
    }
}
