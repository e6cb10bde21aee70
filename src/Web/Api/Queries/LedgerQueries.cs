using System.Globalization;
using Tanheng.Engine.Views;
using Tanheng.Ledger;
using Tanheng.Quantities;
using Tanheng.Scheme;
using Tanheng.Web.Api.Lists;
using Tanheng.Web.Api.Shapes;

namespace Tanheng.Web.Api.Queries;

/// <summary>Holdings, statements and transactions.</summary>
internal static class LedgerQueries
{
    private static readonly Parameter At = new("at", ParameterKind.Moment, new Text(
        "该时刻终了时的持仓，序列号从略；不填为现在", "Holdings as they stood at this moment, without serials; now when left out"));

    private static readonly Parameter Unit =
        new("unit", ParameterKind.Text, new Text("标的，如 CEA-2021 或 CCER", "Units, such as CEA-2021 or CCER"));

    public static IEnumerable<Operation> All =>
    [
        ViewQuery.List<Grant, HoldingView>(
            "list-holdings",
            "/holdings",
            Audience.OwnPart,
            new("持仓（现在或某一时刻）", "Holdings, now or at a moment"),
            look => Grant.Of(look, Positions(look)),
            Holdings,
            Named,
            KeyOf,
            Parameters.Account,
            Parameters.Holder,
            Unit,
            At),
        ViewQuery.List<Grant, StatementView>(
            "list-statement",
            "/accounts/{account}/statement",
            Audience.ReadersOfHolder,
            new("账户流水，新的在前", "The statement of an account, newest first"),
            look => AccountQueries.Account(look).Value is null ? (Grant?)null : Grant.Of(look, []),
            Statement,
            (state, line) => line with { OtherNumber = state.Registry.Accounts[line.Other].Number },
            line => line.Key,
            Parameters.AccountInPath),
        ViewQuery.List<Grant, TransactionView>(
            "list-transactions",
            "/transactions",
            Audience.OwnPart,
            new("交易（登记簿内的转移），新的在前", "Transactions of the registry, newest first"),
            look => Grant.Of(look, []),
            Transactions,
            (_, transaction) => transaction,
            transaction => transaction.Id.Value.ToString(CultureInfo.InvariantCulture),
            Parameters.Account,
            Parameters.Holder),
    ];

    /// <summary>What is there now, as far as the page goes; nothing when the past is asked for.</summary>
    private static IEnumerable<HoldingView> Positions(Look look)
    {
        if (look.Call.Maybe<DateTimeOffset>("at") is not null)
        {
            return [];
        }

        var lines =
            from account in AccountQueries.Accounts(look)
            where look.Call.Account is not { } only || only == account.Id
            where look.State.Ledger.Has(account.Id)
            from position in look.State.Ledger.Positions(account.Id)
                .OrderBy(position => position.Asset.Code, StringComparer.Ordinal)
                .ThenBy(position => Parameter.Word(position.Compartment), StringComparer.Ordinal)
            where look.Call.Text("unit") is not { } unit || unit == position.Asset.Code
            select new HoldingView(
                account.Id,
                account.Number,
                account.Holder,
                position.Asset,
                position.Compartment,
                position.Quantity,
                HoldingView.UnitOf(position.Asset),
                position.Serials);
        return lines.SkipWhile(line => Before(line, look.After)).Take(PageRequest.Of(look.Call).Value.Limit + 1);
    }

    private static IEnumerable<HoldingView> Holdings(IViewStore views, Grant grant, PageRequest page)
    {
        if (grant.At is not { } moment)
        {
            return grant.Positions;
        }

        var lines = grant.Accounts is null
            ? views.HoldingsAt(moment)
            : grant.Accounts.SelectMany(account => views.HoldingsAt(moment, account));
        return lines
            .Where(line => (grant.Unit ?? line.Asset) == line.Asset)
            .Select(Of)
            .OrderBy(KeyOf, StringComparer.Ordinal)
            .SkipWhile(line => Before(line, page.After));
    }

    private static HoldingView Of(HoldingLine line)
    {
        var asset = Asset.Parse(line.Asset, CultureInfo.InvariantCulture);
        return new HoldingView(
            new AccountId(line.Account),
            "",
            null,
            asset,
            CompartmentOf(line.Compartment),
            line.Quantity,
            HoldingView.UnitOf(asset),
            null);
    }

    private static HoldingView Named(SchemeState state, HoldingView line)
    {
        var account = state.Registry.Accounts[line.Account];
        return line with { Number = account.Number, Holder = account.Holder };
    }

    private static string KeyOf(HoldingView line) =>
        Query.Key(line.Account.Value) + "." + line.Asset + "." + Parameter.Word(line.Compartment);

    private static bool Before(HoldingView line, string? after) =>
        after is not null && string.CompareOrdinal(KeyOf(line), after) <= 0;

    /// <summary>
    /// A row of the journal can have more lines than a page, so the key is the row and how many of its lines were
    /// shown.
    /// </summary>
    private static IEnumerable<StatementView> Statement(IViewStore views, Grant grant, PageRequest page)
    {
        var (before, skip) = (long.MaxValue, 0);
        if (page.After?.Split('.') is [var row, var shown]
            && long.TryParse(row, NumberStyles.None, CultureInfo.InvariantCulture, out var sequence)
            && int.TryParse(shown, NumberStyles.None, CultureInfo.InvariantCulture, out var count))
        {
            (before, skip) = (sequence + 1, count);
        }

        var (last, number) = (0L, 0);
        foreach (var line in views.Statement(grant.Accounts![0], before, page.Limit + 1 + skip))
        {
            number = line.Sequence == last ? number + 1 : 1;
            last = line.Sequence;
            if (skip > 0)
            {
                skip--;
                continue;
            }

            var asset = Asset.Parse(line.Asset, CultureInfo.InvariantCulture);
            yield return new StatementView(
                line.Sequence,
                line.Time,
                new TransactionId(line.Transaction),
                line.Type,
                asset,
                CompartmentOf(line.Compartment),
                line.Quantity,
                HoldingView.UnitOf(asset),
                SerialSet.Parse(line.Serials, CultureInfo.InvariantCulture),
                new AccountId(line.Other),
                "")
            {
                Key = string.Create(CultureInfo.InvariantCulture, $"{line.Sequence}.{number}"),
            };
        }
    }

    private static IEnumerable<TransactionView> Transactions(IViewStore views, Grant grant, PageRequest page)
    {
        var before = long.TryParse(page.After, NumberStyles.None, CultureInfo.InvariantCulture, out var after)
            ? after
            : long.MaxValue;
        var take = page.Limit + 1;
        var numbers = grant.Accounts is null
            ? views.Transactions(null, before, take)
            : grant.Accounts
                .SelectMany(account => views.Transactions(account, before, take))
                .Distinct()
                .OrderDescending()
                .Take(take);
        return numbers.Select(number => Transaction(views.Transaction(number), grant));
    }

    /// <summary>A movement is two lines that follow each other: what leaves, and what arrives.</summary>
    private static TransactionView Transaction(IReadOnlyList<StatementLine> lines, Grant grant)
    {
        var movements = new List<Movement>();
        for (var i = 0; i + 1 < lines.Count; i += 2)
        {
            var (from, to) = (lines[i], lines[i + 1]);
            if (grant.Sees(from.Account) || grant.Sees(to.Account))
            {
                movements.Add(new Movement(
                    Asset.Parse(to.Asset, CultureInfo.InvariantCulture),
                    PlaceOf(from),
                    PlaceOf(to),
                    to.Quantity,
                    SerialSet.Parse(to.Serials, CultureInfo.InvariantCulture)));
            }
        }

        var first = lines[0];
        return new TransactionView(
            new TransactionId(first.Transaction), first.Sequence, first.Time, first.Type, movements);
    }

    private static Place PlaceOf(StatementLine line) =>
        new(new AccountId(line.Account), CompartmentOf(line.Compartment));

    private static Compartment CompartmentOf(string word) =>
        Enum.GetValues<Compartment>().First(one => Parameter.Word(one) == word);

    /// <summary>What the caller asks for and may see, copied out of the state.</summary>
    /// <param name="Own">The accounts the caller may read; null for all.</param>
    /// <param name="Accounts">The accounts that are asked for, among those; null for all.</param>
    /// <param name="Unit">Only these units.</param>
    /// <param name="At">The moment in the past; null for now.</param>
    /// <param name="Positions">What is there now.</param>
    private sealed record Grant(
        IReadOnlySet<long>? Own,
        IReadOnlyList<long>? Accounts,
        string? Unit,
        DateTimeOffset? At,
        IReadOnlyList<HoldingView> Positions)
    {
        public static Grant Of(Look look, IEnumerable<HoldingView> positions)
        {
            var call = look.Call;
            var all = look.Sight.Everything && call.Holder is null;
            var own = all
                ? null
                : AccountQueries.Accounts(look with { After = null }).Select(account => account.Id.Value).ToHashSet();
            IReadOnlyList<long>? accounts = own?.Order().ToList();
            if (call.Account is { Value: var only })
            {
                accounts = own?.Contains(only) == false ? [] : [only];
            }

            return new Grant(own, accounts, call.Text("unit"), call.Maybe<DateTimeOffset>("at"), [.. positions]);
        }

        public bool Sees(long account) => Own?.Contains(account) != false;
    }
}
