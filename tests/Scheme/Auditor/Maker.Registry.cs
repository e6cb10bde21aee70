using Tanheng.Ledger;
using Tanheng.Methodology;
using Tanheng.Quantities;
using Tanheng.Rulebook;
using Tanheng.Scheme.Mrv;
using Tanheng.Scheme.Registry;

namespace Tanheng.Scheme.Tests.Auditor;

/// <summary>Holders, accounts, people, units.</summary>
internal sealed partial class Maker
{
    private (int Weight, Func<Command> Make)[] RegistryKinds() =>
    [
        (3, Admit),
        (3, Register),
        (6, () => new UpdateHolder(Whose(), AtRisk: dice.Rarely(500), Province: dice.Rarely(300) ? dice.Of(Provinces)
            : null)),
        (1, () => new SucceedHolder(Whose(), Whose(), Reason())),
        (6, () => new OpenAccount(Whose(), dice.Of([AccountKind.Registry, AccountKind.Trading, AccountKind.Custody]))),
        (1, () => new OpenProvincialAccount(dice.Of([.. Provinces, "CN-XJ", ""]))),
        (4, () => new ReviewAccount(Applied(AccountStatus.Applied))),
        (4, () => new ActivateAccount(Applied(AccountStatus.Reviewed))),
        (2, () => new RejectAccount(Applied(AccountStatus.Applied), Reason())),
        (3, () => new RestrictAccount(Any(AccountKind.Trading), Reason())),
        (3, () => new FreezeAccount(Any(AccountKind.Trading), Reason())),
        (3, () => new SuspendAccount(Any(AccountKind.Trading), Reason())),
        (13, () => new UnfreezeAccount(Applied(dice.Of([AccountStatus.Frozen, AccountStatus.Restricted,
            AccountStatus.Suspended])), Reason())),
        (3, Close),
        (6, () => new AppointRepresentative(Whose(), Person(),
            dice.Of([Rights.Read, Rights.Read | Rights.Initiate, Rights.Initiate | Rights.Approve, Rights.None]))),
        (2, () => new RemoveRepresentative(Whose(), Person())),
        (3, () => new SuspendRepresentative(Whose(), Person(), dice.Rarely(400))),
        (2, () => Appoint(dice.Of(Users))),
        (1, () => new DismissOfficial(dice.Of(Users))),
        (5, Cover),
        (3, () => new RegisterFacility(Whose(), new Text("新厂", "New site"), "Beijing", new DateOnly(2020, 1, 1))),
        (1, () => new CloseFacility(new FacilityId(dice.Between(1, 20)), new DateOnly(2022, 12, 31))),
        (3, () => new RegisterGeneratingUnit(new FacilityId(dice.Between(1, 14)), new Text("机组", "Unit"),
            MethodInputs.Of(), new DateOnly(2020, 1, 1))),
        (1, () => new CloseGeneratingUnit(new GeneratingUnitId(dice.Between(0, 20)),
            new DateOnly(2022, dice.Below(12) + 1, 1))),
    ];

    private (int Weight, Func<Command> Make)[] UnitKinds() =>
    [
        (12, () => Offsets(Any(AccountKind.Registry))),
        (34, Transfer),
        (4, () => new CancelTransfer(Whose(), Pending())),
        (30, Trade),
        (44, MoveUnits),
        (18, () => Freeze(Oddly() ? Any(AccountKind.Registry)
            : Rich(AccountKind.Registry, AccountKind.Trading, AccountKind.Custody).Account)),
        (12, () => state.Registry.Freezes.Count == 0 && !Oddly() ? MoveUnits()
            : new ReleaseUnits(SomeFreeze(), Quantity(12), Reason())),
        (8, Seize),
        (8, Cancel),
        (8, () => new ReverseTransaction(Recent(), Reason())),
    ];

    private AccountId Any(AccountKind kind) =>
        SomeAccount(dice.Rarely(700) ? [kind]
            : [AccountKind.Registry, AccountKind.Trading, AccountKind.Custody, AccountKind.Provincial]);

    private AccountId Applied(AccountStatus status)
    {
        var all = state.Registry.Accounts.Values.Where(account => account.Status == status).Select(account =>
            account.Id).ToList();
        return all.Count == 0 || dice.Rarely(100)
            ? SomeAccount(AccountKind.Registry, AccountKind.Trading, AccountKind.Issuance) : dice.Of(all);
    }

    private UserId Person() => dice.Rarely(100) ? dice.Of(Users) : new UserId("person" + dice.Below(12));

    private List<NewRepresentative> People()
    {
        var first = dice.Below(12);
        return dice.Rarely(50) ? [] :
        [
            new(new UserId("person" + first), Rights.Read | Rights.Initiate),
            new(new UserId("person" + ((first + 1) % 12)), Rights.Initiate | Rights.Approve),
        ];
    }

    private AdmitHolder Admit()
    {
        var text = new Text("电厂", dice.Rarely(20) ? "" : "Plant");
        var units = Enumerable.Range(0, dice.Below(2) + 1)
            .Select(_ => new NewGeneratingUnit(text, MethodInputs.Of(), new DateOnly(2010, 1, 1)))
            .ToList();
        return new AdmitHolder(
            NewCode(),
            text,
            dice.Of(Provinces),
            Oddly() ? dice.Of(["steel", ""]) : "power",
            People(),
            dice.Rarely(80) ? [] : [new NewFacility(text, "Beijing", new DateOnly(2010, 1, 1), units)]);
    }

    private RegisterHolder Register() =>
        new(NewCode(), new Text("投资者", "Investor"), dice.Of(Provinces), Oddly() ? "power" : "", People());

    private CloseAccount Close()
    {
        var account = Any(AccountKind.Trading);
        var holder = state.Registry.Accounts.TryGetValue(account, out var found) && found.Holder is { } own ? own
            : Whose();
        return new CloseAccount(Oddly() ? Whose() : holder, account, Reason());
    }

    private AppointOfficial Appoint(UserId user)
    {
        Role[] roles = user.Name switch
        {
            "exchange" => [Role.ExchangeOperator],
            "vera" => [Role.Verifier],
            "registrar" => [Role.RegistryOperator],
            "nobody" => dice.Rarely(200) ? [Role.System] : [Role.Auditor],
            _ => [Role.Authority, Role.RegistryOperator],
        };
        return new AppointOfficial(user, Oddly() ? [] : roles);
    }

    private RegisterServiceBody Body() => new RegisterServiceBody(
        dice.Of(["V", "W", "X", ""]),
        new Text("核查", "Verifier"),
        [new UserId("vera")],
        dice.Rarely(100) ? ["CN-BJ"] : [],
        dice.Rarely(100) ? [] : Provinces);

    private ListCoverage Cover()
    {
        var year = Year();
        var add = Enumerable.Range(0, dice.Below(4) + 1).Select(_ => Whose()).Distinct()
            .Where(id => !state.Registry.IsCovered(id, year) || Oddly()).ToList();
        return new ListCoverage(year, add, dice.Rarely(50) ? [Whose()] : [], Reason());
    }

    private IssueOffsets Offsets(AccountId to)
    {
        var unit = dice.Rarely(50) ? SomeUnit() : ("CCER", default);
        return new IssueOffsets(to, unit.Item1, unit.Item2, Small(60), Reason());
    }

    private TransferUnits Transfer()
    {
        var (holder, from) = Rich(AccountKind.Registry, AccountKind.Trading);
        var (unit, vintage, quantity) = Something(from);
        var serials = default(SerialSet);
        if (dice.Rarely(100) && quantity.Value is > 0 and < 1000)
        {
            var first = dice.Between(1, 200);
            serials = SerialSet.Of(new SerialRange(first, dice.Rarely(100) ? 3 : quantity.Value));
        }

        return new TransferUnits(holder, from, AccountOf(Whose()), unit, vintage, quantity, serials);
    }

    private SettleTrade Trade()
    {
        var (_, from) = Rich(AccountKind.Trading);
        var (unit, vintage, quantity) = Something(from);
        return new SettleTrade(from, SomeAccount(AccountKind.Trading), unit, vintage, quantity, Oddly() ? "" : "T-1");
    }

    private MovePosition MoveUnits()
    {
        var (holder, from) = Rich(AccountKind.Registry, AccountKind.Trading);
        var (unit, vintage, quantity) = Something(from);
        var own = state.Registry.Find(holder);
        var other = own?.TradingAccount == from ? own.RegistryAccount : own?.TradingAccount;
        return new MovePosition(holder, from, other is { } to && !Oddly() ? to : AccountOf(holder), unit, vintage,
            quantity);
    }

    private FreezeUnits Freeze(AccountId account)
    {
        var (unit, vintage, quantity) = Something(account);
        return new FreezeUnits(account, unit, vintage, quantity, Reason());
    }

    private FreezeId SomeFreeze() => Oddly() || state.Registry.Freezes.Count == 0
        ? new FreezeId(dice.Between(-1, 30))
        : dice.Of(state.Registry.Freezes.Keys.OrderBy(id => id.Value).ToList());

    private TransferJudicially Seize()
    {
        if (dice.Rarely(500) && state.Registry.Freezes.GetValueOrDefault(SomeFreeze()) is { } freeze)
        {
            var dash = freeze.Asset.Code.IndexOf('-', StringComparison.Ordinal);
            var vintage = dash < 0 ? default : CompliancePeriod.Parse(freeze.Asset.Code[(dash + 1)..]);
            return new TransferJudicially(
                freeze.Account, Any(AccountKind.Registry), dash < 0 ? freeze.Asset.Code : "CEA", vintage,
                    Quantity(freeze.Serials.Count), Reason(), freeze.Id);
        }

        var (_, from) = Rich(AccountKind.Registry, AccountKind.Trading, AccountKind.Custody);
        var (unit, period, quantity) = Something(from);
        return new TransferJudicially(from, Any(AccountKind.Registry), unit, period, quantity, Reason(), Oddly()
            ? SomeFreeze() : null);
    }

    private CancelVoluntarily Cancel()
    {
        var (holder, from) = Rich(AccountKind.Registry, AccountKind.Trading);
        var (unit, vintage, quantity) = Something(from);
        return new CancelVoluntarily(holder, from, unit, vintage, quantity, Reason());
    }

    private TransactionId Pending() => Oddly() || state.Registry.PendingTransfers.Count == 0
        ? new TransactionId(dice.Between(-1, 100))
        : dice.Of(state.Registry.PendingTransfers.Keys.OrderBy(id => id.Value).ToList());

    private TransactionId Recent() => Oddly() || state.Registry.Reversible.Count == 0
        ? new TransactionId(dice.Between(-1, 1000))
        : dice.Of(state.Registry.Reversible.Keys.ToList());
}
