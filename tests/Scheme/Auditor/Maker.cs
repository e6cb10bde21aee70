using Tanheng.Ledger;
using Tanheng.Quantities;
using Tanheng.Rulebook;
using Tanheng.Scheme.Approval;
using Tanheng.Scheme.Registry;
using Tanheng.Scheme.Tests.Kit;

namespace Tanheng.Scheme.Tests.Auditor;

/// <summary>
/// Makes commands of every area: mostly such as somebody might really send in the state there is, some of them absurd
/// in
/// one argument or another, some from the wrong person, some twice, some before the clock has run.
/// </summary>
internal sealed partial class Maker
{
    public static readonly UserId Admin = new("admin");
    private const int Absurd = 25;
    private const long Huge = 2_000_000_000_000_000_000;

    private static readonly UserId[] Users =
        [Admin, .. new[] { "second", "registrar", "exchange", "vera", "nobody" }.Select(name => new UserId(name))];
    private static readonly string[] Provinces = ["CN-BJ", "CN-SH", "CN-GD"];
    private static readonly string[] Reasons =
        ["letter 7", "letter 7", "letter 7", "letter 7", "letter 7", "letter 7", "letter 7", " "];
    private readonly (int Weight, Func<Command> Make)[] kinds;
    private readonly int weights;
    private readonly SchemeState state;
    private readonly Dice dice;
    private (Command Command, UserId Actor) last = (Founding, Admin);
    private int codes;

    public Maker(SchemeState state, Dice dice)
    {
        this.state = state;
        this.dice = dice;
        kinds = [.. RegistryKinds(), .. UnitKinds(), .. PledgeKinds(), .. TrustKinds(), .. PeopleKinds(),
            .. ReportKinds(), .. AllocationKinds(), .. DutyKinds(),
            .. CaseKinds(), .. ProposalKinds()];
        weights = kinds.Sum(kind => kind.Weight);
    }

    public static Command Founding { get; } =
        new FoundScheme("audited", AuditedRules.Book, [], AuditedRules.Methods, Admin);

    /// <summary>Virtual time; it starts on 1 January 2022 in Shanghai.</summary>
    public DateTimeOffset Now { get; private set; } = new(2021, 12, 31, 16, 0, 0, TimeSpan.Zero);

    public (Command Command, UserId Actor) Next()
    {
        PassTime();
        var isBehind = state.Agenda.Next is { } due && due.At <= Now;
        if (isBehind ? !dice.Rarely(50) : dice.Rarely(5))
        {
            return (new AdvanceClock(), dice.Rarely(20) ? Admin : UserId.System);
        }

        if (dice.Rarely(10))
        {
            return last;
        }

        var command = Early() ?? Any();
        return last = Wrap(command);
    }

    /// <summary>Mostly minutes, sometimes days, sometimes exactly to what falls due next or just before.</summary>
    private void PassTime()
    {
        var throwOf = dice.Below(1000);
        Now += throwOf switch
        {
            < 300 => TimeSpan.Zero,
            < 800 => TimeSpan.FromMinutes(dice.Below(30)),
            < 960 => TimeSpan.FromMinutes(dice.Below(12 * 60)),
            < 994 => TimeSpan.FromHours(dice.Below(20 * 24)),
            _ => TimeSpan.Zero,
        };
        if (throwOf >= 994 && state.Agenda.Next is { } due && due.At > Now && due.At < Now.AddDays(40))
        {
            Now = throwOf < 997 ? due.At : due.At.AddMilliseconds(-1) < Now ? Now : due.At.AddMilliseconds(-1);
        }
    }

    /// <summary>A market needs people first.</summary>
    private Command? Early()
    {
        string[] offices = ["admin", "second", "vera", "exchange", "registrar"];
        if (offices.Any(name => !state.Registry.Officials.ContainsKey(new UserId(name))) && dice.Rarely(300))
        {
            return Appoint(offices.Select(name => new UserId(name)).First(user =>
                !state.Registry.Officials.ContainsKey(user)));
        }

        if (state.Mrv.Bodies.Count < 2 && dice.Rarely(200))
        {
            return Body();
        }

        if (state.Registry.Holders.Values.Count(holder => holder.Status == HolderStatus.Active) < 7 && dice.Rarely(400))
        {
            return Admit();
        }

        return state.Registry.Coverage.Values.Sum(list => list.Count) < 14 && dice.Rarely(300) ? Cover() : null;
    }

    private Command Any()
    {
        var left = dice.Below(weights);
        foreach (var (weight, make) in kinds)
        {
            left -= weight;
            if (left < 0)
            {
                return make();
            }
        }

        throw new InvalidOperationException();
    }

    /// <summary>Chooses who sends it, and proposes what needs a second person.</summary>
    private (Command Command, UserId Actor) Wrap(Command command)
    {
        var entry = Catalogue.Scheme.Of(command);
        var actor = command is ApproveProposal or RejectProposal or WithdrawProposal ? SomeOfficial()
            : ActorOf(entry, command);
        var isProposed = state.Book is not null && state.Rules.Approval(entry.Name) is not null;
        return (isProposed ? !dice.Rarely(60) : dice.Rarely(4)) ? (Propose.Of(command), actor) : (command, actor);
    }

    private UserId ActorOf(CommandEntry entry, Command command)
    {
        if (dice.Rarely(Absurd))
        {
            return dice.Of(Users);
        }

        var able = state.Registry.Officials
            .Where(official => official.Value.Exists(role => entry.Permission.Roles.Contains(role)))
            .Select(official => official.Key)
            .Order(Comparer<UserId>.Create((left, right) => string.CompareOrdinal(left.Name, right.Name)))
            .ToList();
        if (command is IForHolder { Holder: var id } && entry.Permission.Holder != Rights.None
            && state.Registry.Find(id) is { Representatives.Length: > 0 } holder)
        {
            able.AddRange(holder.Representatives.Select(person => person.User));
        }

        return able.Count == 0 ? dice.Of(Users) : dice.Of(able);
    }

    private UserId SomeOfficial() =>
        dice.Rarely(150) ? dice.Of(Users) : dice.Rarely(500) ? Admin : new UserId("second");

    private bool Oddly() => dice.Rarely(Absurd);

    private string Reason() => dice.Of(Reasons);

    private HolderId Whose()
    {
        var count = state.Registry.Holders.Count;
        return Oddly() || count == 0 ? new HolderId(dice.Between(-1, 99)) : new HolderId(dice.Between(1, count));
    }

    /// <summary>A holder and a year it is (mostly) listed for.</summary>
    private (HolderId Holder, int Year) Listed()
    {
        var all = state.Registry.Coverage.OrderBy(pair => pair.Key)
            .SelectMany(pair => pair.Value.OrderBy(id => id.Value).Select(id => (id, pair.Key)))
            .ToList();
        return all.Count == 0 || dice.Rarely(60) ? (Whose(), Year()) : dice.Of(all);
    }

    private CompliancePeriod PeriodOf(int year) => year is >= 2021 and <= 2023 ? new CompliancePeriod(year) : Period();

    /// <summary>An account (mostly) with something in it, and (mostly) its holder.</summary>
    private (HolderId Holder, AccountId Account) Rich(params AccountKind[] wanted)
    {
        var all = state.Registry.Accounts.Values
            .Where(account => wanted.Contains(account.Kind) && account.Holder is not null
                && state.Ledger.Positions(account.Id).Any(position =>
                    position.Compartment == Compartment.Free && !position.Asset.IsMoney))
            .Select(account => account.Id.Value)
            .Order()
            .ToList();
        var id = all.Count == 0 || dice.Rarely(80) ? SomeAccount(wanted) : new AccountId(dice.Of(all));
        return (state.Registry.Accounts.GetValueOrDefault(id)?.Holder is { } holder && !Oddly() ? holder : Whose(), id);
    }

    private AccountId SomeAccount(params AccountKind[] wanted)
    {
        var all = state.Registry.Accounts.Values.Where(account => wanted.Contains(account.Kind)).Select(account =>
            account.Id.Value).Order().ToList();
        return Oddly() || all.Count == 0 ? new AccountId(dice.Between(-1, 60)) : new AccountId(dice.Of(all));
    }

    private AccountId AccountOf(HolderId id)
    {
        var own = state.Registry.Find(id) is { } holder
            ? new[] { holder.RegistryAccount, holder.TradingAccount }.OfType<AccountId>().ToList() : [];
        return Oddly() || own.Count == 0 ? SomeAccount(AccountKind.Registry, AccountKind.Trading) : dice.Of(own);
    }

    /// <summary>A unit that is (mostly) in the account, with a quantity that is (mostly) there.</summary>
    private (string Unit, CompliancePeriod Vintage, Tonnes Quantity) Something(AccountId account)
    {
        var held = state.Ledger.Has(account)
            ? state.Ledger.Positions(account).Where(position =>
                !position.Asset.IsMoney && position.Compartment == Compartment.Free).ToList()
            : [];
        if (held.Count == 0 || dice.Rarely(60))
        {
            var (unit, vintage) = SomeUnit();
            return (unit, vintage, Quantity(40));
        }

        var position = dice.Of(held);
        var dash = position.Asset.Code.IndexOf('-', StringComparison.Ordinal);
        var period = dash < 0 ? default : CompliancePeriod.Parse(position.Asset.Code[(dash + 1)..]);
        var name = dash < 0 ? position.Asset.Code : position.Asset.Code[..dash];
        return (name, period, dice.Rarely(100) ? new Tonnes(position.Quantity) : Quantity(position.Quantity / 3));
    }

    private (string Unit, CompliancePeriod Vintage) SomeUnit() => dice.Below(12) switch
    {
        < 3 => ("CEA", new CompliancePeriod(2021)),
        < 6 => ("CEA", new CompliancePeriod(2022)),
        < 8 => ("CEA", new CompliancePeriod(2023)),
        < 10 => ("CCER", default),
        10 => dice.Rarely(500) ? ("CEA", default) : ("CEA", new CompliancePeriod(2030)),
        _ => dice.Rarely(500) ? ("CCER", new CompliancePeriod(2021)) : ("EUA", default),
    };

    private Tonnes Quantity(long most) => Oddly()
        ? new Tonnes(dice.Of<long>([0, -1, Huge, long.MaxValue, long.MinValue, most * 7]))
        : new Tonnes(dice.Between(1, Math.Max(1, most)));

    /// <summary>An odd quantity that would not flood the market when it is accepted.</summary>
    private Tonnes Small(long most) => Oddly()
        ? new Tonnes(dice.Of<long>([0, -1, Huge, long.MaxValue, long.MinValue]))
        : new Tonnes(dice.Between(1, most));

    private int Year() => Oddly() ? dice.Of([0, 1999, 2020, 2024, 3000]) : (int)dice.Between(2021, 2023);

    private CompliancePeriod Period() => Oddly()
        ? dice.Of([default, new CompliancePeriod(2020), new CompliancePeriod(2021, 2022), new CompliancePeriod(2050)])
        : new CompliancePeriod((int)dice.Between(2021, 2023));

    private string NewCode() =>
        Oddly() ? dice.Of(["", "123", Codes.Number(1), "91110000000000000X"]) : Codes.Number(++codes);
}
