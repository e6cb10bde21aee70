using Tanheng.Ledger;
using Tanheng.Quantities;
using Tanheng.Scheme.Registry;
using Tanheng.Scheme.Settlement;
using Tanheng.Scheme.Tests.Trading;

namespace Tanheng.Scheme.Tests.Settlement;

/// <summary>A floor whose money stands in a settlement account, and statements of its bank.</summary>
internal sealed class Teller
{
    public const string Number = "4200 0099";
    private readonly Dictionary<string, Money> balances = [];
    private int statements;

    public Teller(params (string Old, string New)[] changes)
    {
        Floor = new Floor(changes);
        Floor.Market.Do(new RegisterSettlementBank(Number, "结算银行", "登记结算机构", "ABCDCNBJ"));
    }

    /// <summary>The changes that give the rulebook fees on both sides and a risk reserve.</summary>
    public static (string Old, string New)[] WithReserve(
        string contribution = "20 %", string more = "", string rate = "1 ‰") =>
    [
        ("buyer: 0 ‰, seller: 0 ‰, rounding: half-up", $"buyer: {rate}, seller: {rate}, rounding: half-up"),
        ("positions: { status: parameter, source: test }",
            "positions: { status: parameter, source: test }\n  reserve: { contribution: " + contribution
            + ", rounding: floor" + more + " }"),
    ];

    public Floor Floor { get; }

    public CashState Cash => Floor.State.Cash;

    public static Money Yuan(string amount) => Money.Parse(amount + " CNY");

    public static StatedLine Line(
        string reference, string amount, string? from = null, string? endToEnd = null, string day = "2022-07-01") =>
        new(reference, DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture), Yuan(amount), from,
            from is null ? null : "某单位", endToEnd);

    /// <summary>A line by which a holder's own bank account pays.</summary>
    public static StatedLine From(Holder holder, string reference, string amount) =>
        Line(reference, amount, Floor.Number(holder));

    /// <summary>A statement that begins where the last one of its account ended.</summary>
    public BankStatement Statement(params StatedLine[] lines)
    {
        var opening = balances.GetValueOrDefault(Number, Yuan("0.00"));
        var closing = lines.Aggregate(opening, (sum, line) => sum + line.Amount);
        return new BankStatement(
            Number, $"S{++statements}", DateOnly.FromDateTime(Floor.State.Rules.Calendar.Local(Floor.Market.Now)),
            opening, closing, lines);
    }

    public IReadOnlyList<BankLine> Import(params StatedLine[] lines) => Import(Statement(lines));

    public IReadOnlyList<BankLine> Import(BankStatement statement)
    {
        var events = Floor.Market.Do(new ImportStatements("bank.csv", [statement]));
        balances[statement.Number] = statement.Closing;
        return [.. events.OfType<StatementImported>().SelectMany(one => one.Lines).Select(taken => taken.Line)];
    }

    public RefusalCode Refuse(params BankStatement[] statements) =>
        Floor.Market.Refuse(new ImportStatements("bank.csv", statements));

    public WithdrawalId Withdraw(Holder holder, string amount) =>
        Floor.Do(new RequestWithdrawal(holder.Id, Yuan(amount)), holder).OfType<WithdrawalRequested>().Single()
            .Withdrawal;

    public PaymentFile Order() =>
        Floor.Market.Do(new OrderPayments(Number, [])).OfType<PaymentsOrdered>().Single().File;

    /// <summary>Fen.</summary>
    public long Suspense(Compartment compartment = Compartment.Free) =>
        Floor.State.Ledger.Balance(new Place(Cash.Suspense!.Value, compartment), Floor.Cny);

    /// <summary>The differences as a short text each, such as <c>InBankOnly L1 7.00 0.00</c>.</summary>
    public IEnumerable<string> Differences() => CashReconciling.Differences(Floor.State)
        .Select(one => $"{one.Kind} {one.Reference} {one.Bank.Amount} {one.Ledger.Amount}");

    public FiledTrade Trade(Holder seller, Holder buyer, long tonnes, string price, string reference) => new(
        reference, seller.TradingAccount!.Value, buyer.TradingAccount!.Value, "CCER", default, new Tonnes(tonnes),
        Floor.Yuan(price));

    public IReadOnlyList<Event> Settle(params FiledTrade[] trades) =>
        Floor.Market.Do(new SettleTradeFile("file", trades));
}
