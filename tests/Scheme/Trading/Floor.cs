using Tanheng.Ledger;
using Tanheng.Quantities;
using Tanheng.Scheme.Registry;
using Tanheng.Scheme.Settlement;
using Tanheng.Scheme.Tests.Kit;
using Tanheng.Scheme.Trading;

namespace Tanheng.Scheme.Tests.Trading;

/// <summary>
/// A market with an open exchange and three participants a, b and c, each with a person of that name. The exchange
/// opens on Monday, 4 July 2022.
/// </summary>
internal sealed class Floor
{
    public static readonly Asset Ccer = Asset.Unit("CCER");
    public static readonly Asset Cny = Asset.Money(Currency.Cny);
    private int lines;

    public Floor(params (string Old, string New)[] changes)
        : this(TradingBook.Of(changes))
    {
    }

    public Floor(RuleText book)
    {
        Market = Market.Found(book, TradingBook.Includes, TestRules.Methods);
        (A, B, C) = (Admit(1, "a"), Admit(2, "b"), Admit(3, "c"));
        Market.At("2022-07-01 16:00");
        Market.Do(new OpenExchange());
        foreach (var holder in (Holder[])[A, B, C])
        {
            Market.Do(new RegisterBankAccount(holder.Id, "结算银行", Number(holder)));
        }
    }

    public Market Market { get; }

    public SchemeState State => Market.State;

    public Holder A { get; }

    public Holder B { get; }

    public Holder C { get; }

    /// <summary>To a time of the first trading day, or to a day and time.</summary>
    public Floor At(string time)
    {
        Market.At(time.Length > 5 ? time : "2022-07-04 " + time);
        return this;
    }

    /// <summary>Gives a participant units to sell and money to buy with.</summary>
    public Floor Give(Holder holder, long tonnes, string cash = "")
    {
        if (tonnes > 0)
        {
            Market.Issue(holder.TradingAccount!.Value, tonnes);
        }

        if (cash.Length > 0)
        {
            Market.Do(Deposit(holder, cash));
        }

        return this;
    }

    public RecordDeposit Deposit(Holder holder, string cash, string? reference = null) =>
        new(holder.Id, Money.Parse(cash + " CNY"), Number(holder), reference ?? $"line {++lines}");

    public static string Number(Holder holder) => "6222 " + holder.Id.Value;

    public PlaceOrder Listing(Holder holder, OrderSide side, long tonnes, string price) =>
        new(holder.Id, side, "CCER", default, Yuan(price), new Tonnes(tonnes));

    public OrderId Sell(Holder holder, long tonnes, string price) => Place(holder, OrderSide.Sell, tonnes, price);

    public OrderId Buy(Holder holder, long tonnes, string price) => Place(holder, OrderSide.Buy, tonnes, price);

    public Trade Take(Holder holder, OrderId order, long tonnes) =>
        Market.Do(Hit(holder, order, tonnes), Person(holder)).OfType<TradeMade>().Single().Trade;

    public static TakeOrder Hit(Holder holder, OrderId order, long tonnes) =>
        new(holder.Id, order, new Tonnes(tonnes));

    public OfferBlock Block(
        Holder holder, OrderSide side, long tonnes, string price, Holder? to = null) =>
        new(holder.Id, side, "CCER", default, Yuan(price), new Tonnes(tonnes), to?.Id);

    public BlockId Offer(Holder holder, OrderSide side, long tonnes, string price, Holder? to = null) =>
        Market.Do(Block(holder, side, tonnes, price, to), Person(holder)).OfType<BlockOffered>().Single().Block;

    public static CounterBlock Counter(Holder holder, BlockId block, long tonnes, string price) =>
        new(holder.Id, block, Yuan(price), new Tonnes(tonnes));

    public static ConfirmBlock Confirm(Holder holder, BlockId block, long tonnes, string price) =>
        new(holder.Id, block, Yuan(price), new Tonnes(tonnes));

    public IReadOnlyList<Event> Do(Command command, Holder by) => Market.Do(command, Person(by));

    public RefusalCode Refuse(Command command, Holder by) => Market.Refuse(command, Person(by));

    public long Units(Holder holder, Compartment compartment = Compartment.Free) =>
        State.Ledger.Balance(new Place(holder.TradingAccount!.Value, compartment), Ccer);

    /// <summary>Fen.</summary>
    public long Cash(Holder holder, Compartment compartment = Compartment.Free) =>
        State.Ledger.Balance(new Place(holder.TradingAccount!.Value, compartment), Cny);

    public InstrumentState Instrument => State.Trading.Instruments[Ccer];

    public static Price Yuan(string price) => Price.Parse(price + " CNY/t");

    private static string Person(Holder holder) => ((char)('a' + (int)holder.Id.Value - 1)).ToString();

    private OrderId Place(Holder holder, OrderSide side, long tonnes, string price) =>
        Market.Do(Listing(holder, side, tonnes, price), Person(holder)).OfType<OrderPlaced>().Single().Order;

    private Holder Admit(int n, string person) =>
        Market.Admit(n, "CN-BJ", new NewRepresentative(new UserId(person), Rights.Initiate));
}
