using Tanheng.Cli.Scenarios;
using Tanheng.Engine.Markets;
using Tanheng.Engine.Sequencing;
using Tanheng.Ledger;
using Tanheng.Methodology;
using Tanheng.Quantities;
using Tanheng.Rulebook;
using Tanheng.Scheme;
using Tanheng.Scheme.Allocation;
using Tanheng.Scheme.Approval;
using Tanheng.Scheme.Bulletins;
using Tanheng.Scheme.Registry;
using Tanheng.Scheme.Settlement;
using Tanheng.Scheme.Trading;

namespace Tanheng.Cli.Markets;

/// <summary>
/// The market of a replay, set up by ordinary commands: two companies that sell and two that buy, invented, with as
/// many units and as much money as all the days need. The invariants are checked after every command.
/// </summary>
internal sealed class ReplayFloor(Sequencer sequencer, RuleShelf shelf, DailyFile file)
{
    public const string Rulebook = "china-national.yaml";
    private const string ReferencePrice = "reference_price: 48.00 CNY";
    private static readonly UserId Authority = new("authority-a");
    private static readonly UserId SecondOfAuthority = new("authority-b");
    private static readonly UserId Registrar = new("registrar-a");
    private static readonly UserId Exchange = new("exchange");
    private int commands;

    /// <summary>The id of the command that founds a replay, by which its journal is known.</summary>
    public static CommandId Founded { get; } = CommandId.From("replay of trading days/1");

    /// <summary>Who sells and who buys.</summary>
    public ReplayTraders Traders { get; private set; } = new([], []);

    /// <summary>What each seller can sell, and each buyer pay: as much as all days come to.</summary>
    public Turnover Needed { get; } = file.Days.Select(day => day.Listed + day.Block)
        .Aggregate((sum, day) => sum + day);

    /// <summary>
    /// Founds the market, after the close of the day that the file starts from or before the day that opens it.
    /// </summary>
    /// <exception cref="MarketFileException">A command was refused.</exception>
    public async Task OpenAsync()
    {
        var founding = shelf.Founding(sequencer.Scheme, Rulebook, Authority);
        var book = founding.Rulebook with { Text = Begin(founding.Rulebook.Text) };
        var eve = file.OpensMarket ? file.First.Day.AddDays(-1) : file.First.Day;
        var at = shelf.Calendar(Rulebook).Moment(eve.ToDateTime(new TimeOnly(16, 0)));
        await Send(founding with { Rulebook = book }, Authority, at, file.First);
        await Send(new AppointOfficial(SecondOfAuthority, [Role.Authority]), Authority, at, file.First);
        await Send(new AppointOfficial(Registrar, [Role.RegistryOperator]), Authority, at, file.First);
        await Send(new AppointOfficial(Exchange, [Role.ExchangeOperator]), Authority, at, file.First);
        await Send(new OpenExchange(), Exchange, at, file.First);
        if (file.Before.Volume > Tonnes.Zero)
        {
            var before = new StateEarlierTrading(
                ReplayTraders.Unit,
                file.First.Day,
                file.Before.Volume,
                file.Before.Amount,
                Path.GetFileName(file.Path));
            await Send(before, Exchange, at, file.First);
        }

        for (var number = 1; number <= 4; number++)
        {
            await Admit(number, at);
        }

        Traders = await Ask(state => ReplayTraders.Of(state)!, file.First);
        foreach (var seller in Traders.Sellers)
        {
            await GiveUnits(seller, at);
        }

        foreach (var buyer in Traders.Buyers)
        {
            await GiveMoney(buyer, at);
        }
    }

    /// <summary>Lets a command happen, and checks that everything still holds.</summary>
    /// <exception cref="MarketFileException">It was refused, or an invariant does not hold.</exception>
    public async Task<IReadOnlyList<Event>> Send(Command command, UserId by, DateTimeOffset at, DailyRow row)
    {
        var id = commands++ == 0 ? Founded : CommandId.From($"replay of trading days/{commands}");
        var reply = await sequencer.SubmitAsync(new Submission(command, id, by, at));
        if (!reply.Try(out var done, out var refusal))
        {
            var name = Catalogue.Scheme.Of(command).Name;
            throw Bad(row, $"{name} TH{refusal.Code.Number}: {refusal.Message("zh")} | {refusal.Message("en")}");
        }

        await Hold(row);
        return done.Events;
    }

    /// <summary>Lets time pass, and checks that everything still holds.</summary>
    /// <exception cref="MarketFileException">An invariant does not hold.</exception>
    public async Task Advance(DateTimeOffset until, DailyRow row)
    {
        if ((await sequencer.AdvanceClockAsync(until)).IsRefused(out var refusal))
        {
            throw Bad(row, refusal.ToString());
        }

        await Hold(row);
    }

    /// <summary>Asks the state.</summary>
    public async Task<T> Ask<T>(Func<SchemeState, T> question, DailyRow row) =>
        (await sequencer.QueryAsync(question)).Try(out var answer, out var refusal)
            ? answer
            : throw Bad(row, refusal.ToString());

    /// <summary>What is wrong with a day of the file.</summary>
    public MarketFileException Bad(DailyRow row, string message) => new(
        file.Path, row.Line, FormattableString.Invariant($"{row.Day:yyyy-MM-dd}: {message}"));

    private async Task Admit(int number, DateTimeOffset at)
    {
        var name = number <= 2
            ? new Text($"重放演示卖方{number}", $"Replay demo seller {number}")
            : new Text($"重放演示买方{number - 2}", $"Replay demo buyer {number - 2}");
        NewRepresentative[] people =
        [
            new(new UserId($"T{number}-a"), Rights.Read | Rights.Initiate),
            new(new UserId($"T{number}-b"), Rights.Read | Rights.Approve),
        ];
        var admission = new AdmitHolder(ReplayTraders.CodeOf(number), name, "CN-SH", "power", people, []);
        await Send(admission, Registrar, at, file.First);
    }

    /// <summary>
    /// Units by a pre-allocation of 70 % × 0.877 t for each MWh: twice as many MWh as tonnes give enough.
    /// </summary>
    private async Task GiveUnits(ReplayTrader seller, DateTimeOffset at)
    {
        for (var year = ReplayTraders.Vintage.First; year <= ReplayTraders.Vintage.Last; year++)
        {
            await Send(new ListCoverage(year, [seller.Holder], [], "replay"), Authority, at, file.First);
        }

        var supply = MethodInputs.Of(("units", MethodInputs.Rows(MethodInputs.Of(
            ("id", "1"), ("class", "I"), ("electricity", Needed.Volume.Value * 2)))));
        var propose = Propose.Of(new PreAllocate(seller.Holder, ReplayTraders.Vintage, Given: supply));
        var made = (await Send(propose, Authority, at, file.First)).OfType<ProposalMade>().Single();
        await Send(new ApproveProposal(made.Proposal), SecondOfAuthority, at, file.First);
        var move = new MovePosition(
            seller.Holder,
            seller.Registry,
            seller.Trading,
            ReplayTraders.Unit,
            ReplayTraders.Vintage,
            Needed.Volume);
        await Send(move, Registrar, at, file.First);
    }

    private async Task GiveMoney(ReplayTrader buyer, DateTimeOffset at)
    {
        var number = "6222 " + buyer.Holder.Value;
        await Send(new RegisterBankAccount(buyer.Holder, "演示银行", number), Registrar, at, file.First);
        var deposit = new RecordDeposit(buyer.Holder, Needed.Amount, number, "replay " + buyer.Holder.Value);
        await Send(deposit, Registrar, at, file.First);
    }

    /// <summary>The first day's bands are around the close that the file starts from.</summary>
    private string Begin(string book)
    {
        if (file.OpensMarket)
        {
            return book;
        }

        return book.Contains(ReferencePrice, StringComparison.Ordinal)
            ? book.Replace(
                ReferencePrice, $"reference_price: {file.First.Close.ToString()[..^2]}", StringComparison.Ordinal)
            : throw Bad(file.First, $"{Rulebook} 中没有 | has no '{ReferencePrice}'");
    }

    private async Task Hold(DailyRow row)
    {
        if (await Ask(Invariants.Check, row) is [var broken, ..])
        {
            throw Bad(row, $"{broken.Code}: {broken.Text.Zh} | {broken.Text.En}");
        }
    }
}
