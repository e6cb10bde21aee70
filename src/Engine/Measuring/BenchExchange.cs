using System.Diagnostics;
using Tanheng.Engine.Sequencing;
using Tanheng.Ledger;
using Tanheng.Quantities;
using Tanheng.Scheme;
using Tanheng.Scheme.Registry;
using Tanheng.Scheme.Settlement;
using Tanheng.Scheme.Trading;

namespace Tanheng.Engine.Measuring;

/// <summary>
/// An exchange to measure on, in the middle of a trading day. Each client lists an order of one participant and then
/// picks it for another: every second command is a trade, delivered against payment with a fee on each side. A client
/// waits for its durable reply before it sends the next, because it needs the order's number. The sequencer must be on
/// virtual time.
/// </summary>
public sealed class BenchExchange
{
    private const long UnitsEach = 1_000_000_000;
    private const int Prices = 5;
    private static readonly UserId Operator = new("bench");
    private static readonly UserId Trader = new("trader");
    private static readonly DateTimeOffset Eve = new(2024, 1, 2, 8, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset Morning = new(2024, 1, 3, 2, 0, 0, TimeSpan.Zero);
    private readonly int pairs;

    /// <summary>With so many pairs of a seller and a buyer.</summary>
    public BenchExchange(int pairs = 500) => this.pairs = pairs;

    /// <summary>Founds the market on an empty scheme, opens its exchange, and waits for ten o'clock.</summary>
    /// <exception cref="InvalidOperationException">A command was refused: the journal was not empty.</exception>
    public async Task OpenAsync(Sequencer sequencer)
    {
        await Submit(sequencer, [Founding(sequencer.Scheme), .. Participants.Select(Admission)]).ConfigureAwait(false);
        await Submit(sequencer, [Of(new OpenExchange(), "open")]).ConfigureAwait(false);
        var accounts = (await sequencer.QueryAsync(TradingAccounts).ConfigureAwait(false)).Value;
        await Submit(sequencer, accounts.Select(Issuance)).ConfigureAwait(false);
        await Submit(sequencer, Participants.Select(Bank)).ConfigureAwait(false);
        await Submit(sequencer, Participants.Select(Deposit)).ConfigureAwait(false);
        await sequencer.AdvanceClockAsync(Morning).ConfigureAwait(false);
    }

    /// <summary>Runs the clients for a while, after a tenth of it for warming up.</summary>
    /// <param name="sequencer">The scheme.</param>
    /// <param name="first">Clients are numbered from here; different runs take different numbers.</param>
    /// <param name="clients">How many at a time.</param>
    /// <param name="duration">For how long.</param>
    /// <param name="cancel">Stops early.</param>
    public async Task<ThroughputResult> RunAsync(
        Sequencer sequencer, int first, int clients, TimeSpan duration, CancellationToken cancel)
    {
        var orders = new OrderId[clients];
        return await DurableThroughput.RunAsync(
            sequencer,
            clients,
            duration,
            (client, n) => n % 2 == 0 ? Listing(first + client, n) : Pick(first + client, n, orders[client]),
            (client, reply) => orders[client] = reply.Events is [OrderPlaced placed] ? placed.Order : default,
            cancel).ConfigureAwait(false);
    }

    /// <summary>Makes one trade between the first two; each has another number, from 1.</summary>
    /// <param name="sequencer">The scheme.</param>
    /// <param name="number">Which.</param>
    /// <param name="before">Called when the order is listed and before it is picked.</param>
    /// <exception cref="InvalidOperationException">It was refused.</exception>
    public async Task TradeAsync(Sequencer sequencer, long number, Action before)
    {
        var listed = await sequencer.SubmitAsync(Listing(0, 2 * number)).ConfigureAwait(false);
        var order = listed.Try(out var reply, out var refusal) && reply.Events is [OrderPlaced placed]
            ? placed.Order
            : throw new InvalidOperationException($"The order was refused: {refusal}");
        before();
        var picked = await sequencer.SubmitAsync(Pick(0, (2 * number) + 1, order)).ConfigureAwait(false);
        if (picked.IsRefused(out refusal))
        {
            throw new InvalidOperationException($"The pick was refused: {refusal}");
        }
    }

    private IEnumerable<int> Participants => Enumerable.Range(1, 2 * pairs);

    private Submission Listing(int client, long n) => Numbered(
        new PlaceOrder(
            new HolderId((2 * (client % pairs)) + 1),
            OrderSide.Sell,
            "BENCH",
            default,
            Price.Parse($"60.0{client % Prices} CNY/t"),
            Quantity(n)),
        client,
        n);

    private Submission Pick(int client, long n, OrderId order) => Numbered(
        new TakeOrder(new HolderId((2 * (client % pairs)) + 2), order, Quantity(n - 1)), client, n);

    private static Tonnes Quantity(long n) => new(1 + (n % 100));

    private static Submission Numbered(Command command, int client, long n) => new(
        command,
        new CommandId(unchecked(
            ((UInt128)((ulong)client * 0x9E3779B97F4A7C15UL) << 64) + ((ulong)n * 0xD1342543DE82EF95UL))),
        Trader);

    private static AccountId[] TradingAccounts(SchemeState state) =>
    [
        .. state.Registry.Holders.Values
            .OrderBy(holder => holder.Id.Value)
            .Select(holder => holder.TradingAccount!.Value),
    ];

    private static Submission Founding(string scheme)
    {
        using var stream = typeof(BenchExchange).Assembly.GetManifestResourceStream("bench-exchange.yaml")!;
        using var reader = new StreamReader(stream);
        var rules = new RuleText("bench-exchange.yaml", reader.ReadToEnd());
        return Of(new FoundScheme(scheme, rules, [], [], Operator), "found") with { At = Eve };
    }

    private static Submission Admission(int holder) => Of(
        new AdmitHolder(
            $"BENCH-{holder:D8}",
            new Text($"测速 {holder}", $"Bench {holder}"),
            "CN-BJ",
            "",
            [new NewRepresentative(Trader, Rights.Read | Rights.Initiate)],
            []),
        "holder " + holder);

    private static Submission Issuance(AccountId account) => Of(
        new IssueOffsets(account, "BENCH", default, new Tonnes(UnitsEach), "bench"), "issue " + account);

    private static Submission Bank(int holder) => Of(
        new RegisterBankAccount(new HolderId(holder), "Bench", $"{holder}"), "bank " + holder);

    private static Submission Deposit(int holder) => Of(
        new RecordDeposit(new HolderId(holder), Money.Parse("1000000000.00 CNY"), $"{holder}", $"line {holder}"),
        "deposit " + holder);

    private static Submission Of(Command command, string key) => new(command, CommandId.From("bench " + key), Operator);

    private static async Task Submit(Sequencer sequencer, IEnumerable<Submission> submissions)
    {
        var result = await sequencer.SubmitManyAsync(submissions, (_, outcome) => outcome.Refusal is null)
            .ConfigureAwait(false);
        if (result.FirstRefusal is { } first)
        {
            throw new InvalidOperationException($"{first.Submission.Command.GetType().Name}: {first.Refusal}");
        }
    }
}
