using System.Buffers;
using System.Globalization;
using System.Text.Json;
using Tanheng.Ledger;
using Tanheng.Methodology;
using Tanheng.Quantities;
using Tanheng.Rulebook;
using Tanheng.Scheme.Allocation;
using Tanheng.Scheme.Compliance;
using Tanheng.Scheme.Mrv;
using Tanheng.Scheme.Registry;

namespace Tanheng.Scheme.Tests.Compliance;

/// <summary>
/// A market on virtual time whose emissions, allocations and issues are simply stated, so that a test is about
/// compliance alone. Every command and event goes through JSON; after every row the books are checked.
/// </summary>
internal sealed class Desk
{
    public static readonly UserId Admin = new("admin");
    private static CompliancePeriod NoVintage => default;
    private int holders;
    private long commands;

    public Desk(Rulebook.Rulebook book, string start)
    {
        Founding.Establish(State, "desk", book, MethodLibrary.Empty, Admin);
        State.Registry.Officials[Admin].Add(Role.ExchangeOperator);
        Now = book.Calendar.Moment(DateTime.Parse(start, CultureInfo.InvariantCulture));
        while (State.Agenda.Next is { } due && due.At <= Now)
        {
            State.Agenda.Remove(due);
        }
    }

    public SchemeState State { get; } = new();

    public DateTimeOffset Now { get; private set; }

    public ComplianceState Compliance => State.Compliance;

    /// <summary>
    /// The national rulebook as shipped, but for four eyes and identity codes, which are not the subject here.
    /// </summary>
    public static Rulebook.Rulebook National { get; } = Read();

    public static CompliancePeriod Year(int year) => new(year);

    public static Desk In(string start, Func<Rulebook.Rulebook, Rulebook.Rulebook>? change = null) =>
        new(change is null ? National : change(National), start);

    /// <summary>The national rulebook with one period's rules changed.</summary>
    public static Func<Rulebook.Rulebook, Rulebook.Rulebook> Change(int year, Func<PeriodRules, PeriodRules> change) =>
        book => book with
        {
            Periods = [.. book.Periods.Select(rules => rules.Period == Year(year) ? change(rules) : rules)],
        };

    public Desk At(string local)
    {
        var moment = State.Rules.Calendar.Moment(DateTime.Parse(local, CultureInfo.InvariantCulture));
        moment.ShouldBeGreaterThanOrEqualTo(Now);
        Now = moment;
        RunClock();
        return this;
    }

    public IReadOnlyList<Event> Do(Command command, UserId? by = null)
    {
        RunClock();
        var outcome = Decide(command, by ?? Admin, out var context);
        outcome.Refusal.ShouldBeNull(command.ToString());
        return Happen(context, outcome.Value.Events);
    }

    public RefusalCode Refuse(Command command)
    {
        RunClock();
        var refusal = Decide(command, Admin, out _).Refusal;
        refusal.ShouldNotBeNull(command.ToString());
        refusal.Message("zh").ShouldNotContain("{");
        refusal.Message("en").ShouldNotContain("{");
        return refusal.Code;
    }

    /// <summary>Does it when it may be done; true when it was.</summary>
    public bool Try(Command command, UserId? by = null)
    {
        RunClock();
        var outcome = Decide(command, by ?? Admin, out var context);
        if (outcome.IsRefused(out var refusal))
        {
            refusal.Message("zh").ShouldNotContain("{", Case.Sensitive, command.ToString());
            refusal.Message("en").ShouldNotContain("{", Case.Sensitive, command.ToString());
            return false;
        }

        Happen(context, outcome.Value.Events);
        return true;
    }

    public HolderId Admit()
    {
        var code = "CODE" + ++holders;
        return Do(new AdmitHolder(code, new Text("电厂" + holders, "Plant " + holders), "CN-BJ", "power", [], []))
            .OfType<HolderRegistered>().Single().Holder;
    }

    public AccountId Account(HolderId holder) => State.Registry.Find(holder)!.RegistryAccount!.Value;

    public AccountId Trading(HolderId holder) => State.Registry.Find(holder)!.TradingAccount!.Value;

    public AccountId Custody(HolderId holder)
    {
        var id = State.Ledger.Open(AccountKind.Custody);
        State.Registry.Accounts.Add(
            id, new Account(id, "custody", AccountKind.Custody, holder, "CN-BJ", AccountStatus.Active));
        State.Registry.Holders[holder] = State.Registry.Holders[holder] with { CustodyAccount = id };
        return id;
    }

    public void SetStatus(AccountId account, AccountStatus status) =>
        State.Registry.Accounts[account] = State.Registry.Accounts[account] with { Status = status };

    public SerialSet Give(HolderId holder, string asset, long tonnes) => Give(Account(holder), asset, tonnes);

    public SerialSet Give(AccountId account, string asset, long tonnes, Compartment compartment = Compartment.Free) =>
        Move("InitialIssue", asset, new Place(State.Registry.System!.Issuance), new(account, compartment), tonnes);

    /// <summary>A sale between two holders on the exchange.</summary>
    public void Sell(HolderId seller, HolderId buyer, string asset, long tonnes) =>
        Move(TransactionTypes.TradeSettle, asset, new Place(Trading(seller)), new Place(Trading(buyer)), tonnes);

    public SerialSet Move(string type, string asset, Place from, Place to, long tonnes)
    {
        RunClock();
        var transaction = State.Ledger.Plan().Transact(type, new Draft(Asset.Unit(asset), from, to, tonnes)).Value;
        State.Ledger.Post(transaction);
        CarryOver.NoteMovements(State, [transaction], Now);
        Check();
        return transaction.Movements[0].Serials;
    }

    /// <summary>The authority accepts (or corrects) a year's emissions.</summary>
    public IReadOnlyList<Event> Emit(HolderId holder, int year, long tonnes, long? cap = null)
    {
        RunClock();
        var context = NextContext(Admin);
        var total = new Tonnes(tonnes);
        var events = Reopening.After(
            State, context, State.Ledger.Plan(), holder, year, total, cap is { } most ? new Tonnes(most) : null);
        var version = (State.Mrv.Of(holder, year)?.Version ?? 0) + 1;
        State.Mrv.Accepted[(holder, year)] = new AcceptedEmissions(holder, year, version, [], total);
        return Happen(context, [.. events]);
    }

    public void Determine(HolderId holder, CompliancePeriod period, long tonnes) =>
        State.Allocation.Entitlements[(holder, period)] = new Tanheng.Scheme.Allocation.Entitlement(
            holder, period, Tonnes.Zero, new Tonnes(tonnes), Tonnes.Zero, Tonnes.Zero);

    public long Balance(AccountId account, string asset, Compartment compartment = Compartment.Free) =>
        State.Ledger.Balance(new Place(account, compartment), Asset.Unit(asset));

    public long Balance(HolderId holder, string asset, Compartment compartment = Compartment.Free) =>
        Balance(Account(holder), asset, compartment);

    public long Money(AccountId account) => State.Ledger.Balance(new Place(account), Asset.Money(Currency.Cny));

    public Obligation Owed(HolderId holder, int year) => Compliance.Of(holder, Year(year))!;

    public PenaltyCase CaseOf(HolderId holder, int year) => Compliance.ShortfallCase(holder, Year(year))!;

    public static UnitChoice Choose(int vintage, long tonnes, string unit = "CEA") =>
        new(unit, vintage == 0 ? default : Year(vintage), new Tonnes(tonnes));

    private static Rulebook.Rulebook Read()
    {
        var root = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(root!.FullName, "Tanheng.slnx")))
        {
            root = root.Parent;
        }

        var folder = Path.Combine(root.FullName, "rulebooks");
        var reading = RulebookReader.Read(
            "china-national.yaml",
            File.ReadAllText(Path.Combine(folder, "china-national.yaml")),
            name => File.ReadAllText(Path.Combine(folder, name)));
        reading.Diagnostics.ShouldBeEmpty();
        var book = reading.Rulebook!;
        return book with
        {
            Approvals = [],
            Registry = book.Registry with { UnifiedSocialCreditCode = false, LeastRepresentatives = 0 },
        };
    }

    private void RunClock()
    {
        while (State.Agenda.Next is { } due && due.At <= Now)
        {
            var outcome = Decide(new AdvanceClock(), UserId.System, out var context);
            outcome.Refusal.ShouldBeNull();
            Happen(context, outcome.Value.Events);
        }
    }

    private Context NextContext(UserId by) => new(
        State.Sequence + 1, Now, by, CommandId.From((++commands).ToString(CultureInfo.InvariantCulture)));

    private Outcome<Decision> Decide(Command command, UserId by, out Context context)
    {
        context = NextContext(by);
        var json = JsonSerializer.Serialize(command, command.GetType(), SchemeJson.Options);
        var read = (Command)JsonSerializer.Deserialize(json, command.GetType(), SchemeJson.Options)!;
        JsonSerializer.Serialize(read, read.GetType(), SchemeJson.Options).ShouldBe(json);
        return SchemeMachine.Decide(State, context, read);
    }

    private Event[] Happen(in Context context, IReadOnlyList<Event> decided)
    {
        var json = new ArrayBufferWriter<byte>();
        SchemeJson.WriteEvents(json, [.. decided]);
        var events = SchemeJson.ReadEvents(json.WrittenSpan);
        var again = new ArrayBufferWriter<byte>();
        SchemeJson.WriteEvents(again, events);
        again.WrittenSpan.SequenceEqual(json.WrittenSpan).ShouldBeTrue();
        SchemeMachine.Apply(State, context, events);
        Check();
        return events;
    }

    /// <summary>The books balance, lots add up to what obligations count, and no limit of offsets is passed.</summary>
    private void Check()
    {
        State.Ledger.Check().ShouldBeEmpty();
        foreach (var obligation in Compliance.Obligations.Values)
        {
            var lots = Compliance.LotsOf(obligation.Holder, obligation.Period);
            lots.Where(lot => lot.Offset).Sum(lot => lot.Quantity.Value).ShouldBe(obligation.Offsets.Value);
            lots.Where(lot => !lot.Offset).Sum(lot => lot.Quantity.Value).ShouldBe(obligation.Allowances.Value);
            var rules = State.Rules.Period(obligation.Period)!;
            obligation.Offsets.ShouldBeLessThanOrEqualTo(Obligations.OffsetLimit(rules, obligation.Due));
            obligation.Surrendered.ShouldBeLessThanOrEqualTo(obligation.Due);
            (obligation.Status is ObligationStatus.Met or ObligationStatus.MetLate)
                .ShouldBe(obligation.Missing == Tonnes.Zero, obligation.ToString());
        }

        foreach (var (asset, _) in State.Ledger.Assets.Where(pair => !pair.Key.IsMoney))
        {
            var lots = Compliance.Lots.Values.SelectMany(list => list).Where(lot => lot.Asset == asset);
            var surrendered = State.Ledger.Balance(new Place(State.Registry.System!.Surrendered), asset);
            surrendered.ShouldBe(lots.Sum(lot => lot.Quantity.Value));
        }
    }
}
