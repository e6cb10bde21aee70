using System.Globalization;
using Tanheng.Ledger;
using Tanheng.Quantities;
using Tanheng.Rulebook;
using Tanheng.Scheme.Registry;
using Tanheng.Scheme.Supervision;

namespace Tanheng.Scheme.Trading;

/// <summary>开市: from the next trading day on there is trading, day after day.</summary>
public sealed record OpenExchange : Command;

/// <summary>The exchange is open; its first trading day is on the agenda.</summary>
public sealed record ExchangeOpened(AccountId Fees, DateOnly FirstDay) : Event;

/// <summary>
/// The exchange as a whole, and the guards that every trading command begins with. Refusals of the opening, in order:
/// no exchange; exchange opened.
/// </summary>
public static class Exchange
{
    internal static void Register(Catalogue catalogue) => catalogue
        .Command<OpenExchange>("open-exchange", Permission.Of(Role.ExchangeOperator, Role.Authority), Decide)
        .Event<ExchangeOpened>("exchange-opened", Apply);

    /// <summary>The rule of an exchange that is open. Refusals in order: no exchange; exchange not opened.</summary>
    public static Outcome<TradingRule> Find(SchemeState state)
    {
        if (state.Rules.Trading is not { } rule)
        {
            return TradingRefusals.NoExchange.With(("market", state.Rules.Code));
        }

        return state.Trading.Fees is null ? TradingRefusals.NotOpened.With() : rule;
    }

    /// <summary>
    /// The rule of a mode in which orders are taken now. Refusals in order: those of <see cref="Find"/>; no blocks, no
    /// such mode; not a trading day; outside trading hours. A session's first moment is inside, its last is not.
    /// </summary>
    public static Outcome<TradingModeRule> InSession(SchemeState state, TradingMode mode, DateTimeOffset time)
    {
        if (!Find(state).Try(out var trading, out var refusal))
        {
            return refusal;
        }

        if (trading.Mode(mode) is not { } rule)
        {
            return mode == TradingMode.Block
                ? TradingRefusals.NoBlocks.With()
                : ModeRefusals.NoSuchMode.With(
                    ("mode", mode), ("modes", string.Join(", ", trading.Modes.Select(one => one.Mode))));
        }

        var local = state.Rules.Calendar.Local(time);
        var (day, at) = (DateOnly.FromDateTime(local), TimeOnly.FromDateTime(local));
        if (!trading.IsTradingDay(state.Rules.Calendar, day))
        {
            var next = TradingDays.FirstAfter(state.Rules, trading, day);
            return TradingRefusals.NotATradingDay.With(("day", day), ("next", next));
        }

        var sessions = trading.SessionsOn(rule, day);
        return state.Trading.Day == day && sessions.Any(session => session.Has(at))
            ? rule
            : TradingRefusals.OutsideHours.With(
                ("time", local),
                ("mode", mode),
                ("sessions", sessions.Count == 0 ? "–" : string.Join(", ", sessions)));
    }

    /// <summary>
    /// The instrument of a unit and vintage, or not traded: not in the rulebook, or only from the next trading day on.
    /// </summary>
    public static Outcome<Asset> Instrument(
        SchemeState state, TradingRule trading, string unit, CompliancePeriod vintage) =>
        trading.Instrument(unit, vintage) is not null && state.Rules.Unit(unit) is { } family
        && Asset.Unit(family.AssetCode(vintage)) is var asset && state.Trading.Instruments.ContainsKey(asset)
            ? asset
            : TradingRefusals.NotTraded.With(("unit", unit), ("vintage", vintage));

    /// <summary>Every instrument of the rulebook, with the price it begins with.</summary>
    public static IEnumerable<(Asset Instrument, Price Reference)> Instruments(
        Rulebook.Rulebook book, TradingRule trading) =>
        from rule in trading.Instruments
        let family = book.Unit(rule.Unit)!
        from vintage in rule.Each
        select (Asset.Unit(family.AssetCode(vintage)),
            new Price(rule.ReferencePrice.Minor, rule.ReferencePrice.Currency));

    /// <summary>
    /// The trading account of a holder that may send and receive by trades. Refusals in order: unknown holder, holder
    /// not active; no trading account; those of a sender and of a receiver.
    /// </summary>
    internal static Outcome<AccountId> AccountOf(SchemeState state, HolderId id)
    {
        if (!Holders.Active(state, id).Try(out var holder, out var refusal))
        {
            return refusal;
        }

        if (holder.TradingAccount is not { } account)
        {
            return TradingRefusals.NoTradingAccount.With(("holder", id));
        }

        return CheckAccount(state, account) is { } unusable ? unusable : account;
    }

    /// <summary>
    /// The same for an order. Refusals in order: those of <see cref="AccountOf"/>; trading restricted on this side.
    /// </summary>
    internal static Outcome<AccountId> TraderOf(SchemeState state, HolderId id, OrderSide side)
    {
        var account = AccountOf(state, id);
        return account.Refusal is null && Restrictions.Check(state, id, side) is { } barred ? barred : account;
    }

    /// <summary>True when a party of a deal, whose account was good once, may still trade on its side.</summary>
    internal static bool MayTrade(SchemeState state, HolderId holder, AccountId account, OrderSide side) =>
        CheckAccount(state, account) is null && Restrictions.Check(state, holder, side) is null;

    /// <summary>Null when an account may trade.</summary>
    internal static Refusal? CheckAccount(SchemeState state, AccountId account) =>
        Accounts.CheckSender(state, account, TransactionTypes.TradeSettle)
        ?? Accounts.CheckReceiver(state, account, TransactionTypes.TradeSettle);

    /// <summary>A day as it stands in the agenda.</summary>
    internal static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static Outcome<Decision> Decide(SchemeState state, in Context context, OpenExchange command)
    {
        if (state.Rules.Trading is not { } rule)
        {
            return TradingRefusals.NoExchange.With(("market", state.Rules.Code));
        }

        if (state.Trading.Fees is not null)
        {
            return TradingRefusals.AlreadyOpened.With();
        }

        var fees = AccountOpening.Plan(state, 0, AccountKind.ExchangeFees, AccountStatus.Active, null, null);
        var first = TradingDays.NextToOpen(state.Rules, rule, context.Time);
        return Decision.Of(fees, new ExchangeOpened(fees.Account.Id, first));
    }

    private static void Apply(SchemeState state, in Context context, ExchangeOpened happened)
    {
        state.Trading.Fees = happened.Fees;
        TradingDays.Schedule(state, state.Rules, happened.FirstDay);
    }
}
