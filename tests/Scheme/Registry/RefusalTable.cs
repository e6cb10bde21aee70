using System.Reflection;
using Tanheng.Ledger;
using Tanheng.Methodology;
using Tanheng.Quantities;
using Tanheng.Rulebook;
using Tanheng.Scheme.Compliance;
using Tanheng.Scheme.Registry;
using Tanheng.Scheme.Tests.Kit;

namespace Tanheng.Scheme.Tests.Registry;

/// <summary>One row, one refusal of the registry: what is there, what is asked, what is answered.</summary>
public sealed class RefusalTable
{
    private static readonly DateOnly Start = new(2015, 1, 1);
    private static readonly HolderId Nobody = new(99);
    private static readonly AccountId Nowhere = new(99);
    private static readonly UserId Li = new("li");

    private static readonly List<(string Name, RefusalCode Code, Func<Scene, Command> Ask)> Rows =
    [
        ("a holder's code is missing", RegistryRefusals.TextMissing, _ => Register(code: " ")),
        ("a name is missing", RegistryRefusals.TextMissing, _ => Register(name: "")),
        ("a province is missing", RegistryRefusals.TextMissing, _ => Register(province: "")),
        ("a code with a wrong check character", RegistryRefusals.BadCreditCode,
            _ => Register(code: "91350100M000100Y44")),
        ("a code is taken, before the sector is looked at", RegistryRefusals.HolderCodeTaken,
            _ => Register(code: Codes.Number(1), sector: "space")),
        ("a sector the rulebook does not know", RegistryRefusals.UnknownSector, _ => Register(sector: "space")),
        ("a representative without rights", RegistryRefusals.NoRights, _ => Register(people: new(Li, Rights.None))),
        ("a representative who is an official", RegistryRefusals.BarredStaff,
            _ => Register(people: new(Market.Admin, Rights.Read))),
        ("a representative named twice", RegistryRefusals.AlreadyRepresentative,
            _ => new RegisterHolder(
                Codes.Number(50), Name("x"), "CN-BJ", "", [new(Li, Rights.Read), new(Li, Rights.Approve)])),
        ("an update of nobody", RegistryRefusals.UnknownHolder, _ => new UpdateHolder(Nobody, AtRisk: true)),
        ("an update of a merged holder", RegistryRefusals.HolderNotActive,
            s => new UpdateHolder(s.Merged().Id, AtRisk: true)),
        ("an update to no province", RegistryRefusals.TextMissing, s => new UpdateHolder(s.A.Id, Province: "")),
        ("an update to an unknown sector", RegistryRefusals.UnknownSector,
            s => new UpdateHolder(s.A.Id, Sector: "space")),
        ("an update that changes nothing", RegistryRefusals.NothingToDo,
            s => new UpdateHolder(s.A.Id, Province: "CN-BJ")),
        ("a representative appointed twice", RegistryRefusals.AlreadyRepresentative,
            s => new AppointRepresentative(s.A.Id, Li, Rights.Read)),
        ("a stranger removed", RegistryRefusals.UnknownRepresentative,
            s => new RemoveRepresentative(s.A.Id, new UserId("stranger"))),
        ("the least representatives would not be left", RegistryRefusals.TooFewRepresentatives, s => s.TooFew()),
        ("someone suspended who acts", RegistryRefusals.NothingToDo, s => new SuspendRepresentative(s.A.Id, Li, false)),
        ("an official without a name", RegistryRefusals.TextMissing,
            _ => new AppointOfficial(new UserId(""), [Role.Auditor])),
        ("an official without an office", RegistryRefusals.TextMissing, _ => new AppointOfficial(new UserId("o"), [])),
        ("an official as representative", RegistryRefusals.NotAnOffice,
            _ => new AppointOfficial(new UserId("o"), [Role.Representative])),
        ("a representative as official", RegistryRefusals.ActsForHolder, _ => new AppointOfficial(Li, [Role.Auditor])),
        ("the last authority steps down", RegistryRefusals.LastAuthority,
            _ => new AppointOfficial(Market.Admin, [Role.RegistryOperator])),
        ("the last authority is dismissed", RegistryRefusals.LastAuthority, _ => new DismissOfficial(Market.Admin)),
        ("a stranger dismissed", RegistryRefusals.UnknownOfficial, _ => new DismissOfficial(new UserId("stranger"))),
        ("a site of nobody", RegistryRefusals.UnknownHolder, _ => new RegisterFacility(Nobody, Name("s"), "", Start)),
        ("a site without a name", RegistryRefusals.TextMissing, s => new RegisterFacility(s.A.Id, Name(""), "", Start)),
        ("an unknown site closed", RegistryRefusals.UnknownFacility, _ => new CloseFacility(new FacilityId(9), Start)),
        ("a site closed twice", RegistryRefusals.AlreadyClosed, s => s.ClosedSite()),
        ("a site closed before it began", RegistryRefusals.DatesOutOfOrder,
            s => new CloseFacility(s.Site(), Start.AddDays(-1))),
        ("a site closed while a unit runs", RegistryRefusals.UnitStillOpen, s => s.SiteWithUnit()),
        ("a unit of no site", RegistryRefusals.UnknownFacility, _ => Unit(new FacilityId(9))),
        ("a unit of a closed site", RegistryRefusals.AlreadyClosed, s => Unit(s.ClosedSite().Facility)),
        ("a unit older than its site", RegistryRefusals.DatesOutOfOrder,
            s => Unit(s.Site()) with { From = Start.AddDays(-1) }),
        ("an unknown unit closed", RegistryRefusals.UnknownGeneratingUnit,
            _ => new CloseGeneratingUnit(new GeneratingUnitId(9), Start)),
        ("a list of a year without rules", RegistryRefusals.YearWithoutRules,
            s => new ListCoverage(1999, [s.A.Id], [], "r")),
        ("a list without a reason", RegistryRefusals.TextMissing, s => new ListCoverage(2021, [s.A.Id], [], "")),
        ("an empty list", RegistryRefusals.NothingToDo, _ => new ListCoverage(2021, [], [], "r")),
        ("nobody listed", RegistryRefusals.UnknownHolder, _ => new ListCoverage(2021, [Nobody], [], "r")),
        ("listed twice", RegistryRefusals.AlreadyListed, s => new ListCoverage(2021, [s.A.Id, s.A.Id], [], "r")),
        ("removed but not listed", RegistryRefusals.NotListed, s => new ListCoverage(2021, [], [s.A.Id], "r")),
        ("an account of a kind that is not opened", RegistryRefusals.KindNotOpened,
            s => new OpenAccount(s.A.Id, AccountKind.Surrendered)),
        ("a second account", RegistryRefusals.AccountLimit, s => new OpenAccount(s.A.Id, AccountKind.Registry)),
        ("a province's second account", RegistryRefusals.ProvinceHasAccount, _ => new OpenProvincialAccount("CN-BJ")),
        ("a province without a name", RegistryRefusals.TextMissing, _ => new OpenProvincialAccount("")),
        ("a review of nothing", LedgerRefusals.UnknownAccount, _ => new ReviewAccount(Nowhere)),
        ("a freeze of the scheme's own account", RegistryRefusals.SchemesOwnAccount,
            s => new FreezeAccount(s.Market.System.Issuance, "r")),
        ("a freeze without a reason", RegistryRefusals.TextMissing, s => new FreezeAccount(s.AccountA, "")),
        ("an active account reviewed", RegistryRefusals.WrongAccountStatus, s => new ReviewAccount(s.AccountA)),
        ("an active account unfrozen", RegistryRefusals.WrongAccountStatus, s => new UnfreezeAccount(s.AccountA, "r")),
        ("another holder's account closed", RegistryRefusals.NotTheHolders,
            s => new CloseAccount(s.B.Id, s.AccountA, "r")),
        ("a full account closed", RegistryRefusals.AccountNotEmpty, s => new CloseAccount(s.A.Id, s.AccountA, "r")),
        ("an account closed while something is due", RegistryRefusals.ObligationsOpen, s => s.Indebted()),
        ("offsets without a project", RegistryRefusals.TextMissing, s => Issue(s.AccountA) with { Project = "" }),
        ("offsets of no family", RegistryRefusals.UnknownUnit, s => Issue(s.AccountA) with { Unit = "VER" }),
        ("offsets with a vintage they do not have", RegistryRefusals.UnknownUnit,
            s => Issue(s.AccountA) with { Vintage = new CompliancePeriod(2021) }),
        ("allowances issued as offsets", RegistryRefusals.NotAnOffset,
            s => Issue(s.AccountA) with { Unit = "CEA", Vintage = new CompliancePeriod(2021) }),
        ("offsets to nowhere", LedgerRefusals.UnknownAccount, _ => Issue(Nowhere)),
        ("offsets to a province", RegistryRefusals.KindMayNotReceive, _ => Issue(new AccountId(8))),
        ("no offsets at all", LedgerRefusals.QuantityNotPositive, s => Issue(s.AccountA) with { Quantity = default }),
        ("a move of another's units", RegistryRefusals.AnotherHoldersAccount,
            s => new MovePosition(s.A.Id, s.AccountB, s.AccountA, "CCER", default, new(1))),
        ("a move within one account", LedgerRefusals.SamePlace,
            s => new MovePosition(s.A.Id, s.AccountA, s.AccountA, "CCER", default, new(1))),
        ("a transfer of another's units", RegistryRefusals.AnotherHoldersAccount,
            s => s.Transfer(1) with { From = s.AccountB }),
        ("a transfer to oneself", RegistryRefusals.SameHolder,
            s => s.Transfer(1) with { To = s.A.TradingAccount!.Value }),
        ("a transfer of too much", LedgerRefusals.NotEnough, s => s.Transfer(101)),
        ("a transfer to the cancelled", RegistryRefusals.KindMayNotReceive,
            s => s.Transfer(1) with { To = s.Market.System.Cancelled }),
        ("a transfer out of a frozen account", RegistryRefusals.AccountNotUsable, s => s.FrozenSender()),
        ("a trade from a registry account", RegistryRefusals.KindMayNotSend,
            s => new SettleTrade(s.AccountA, s.B.TradingAccount!.Value, "CCER", default, new(1), "T")),
        ("a trade without a reference", RegistryRefusals.TextMissing,
            s => new SettleTrade(s.AccountA, s.AccountB, "CCER", default, new(1), "")),
        ("a cancellation without a purpose", RegistryRefusals.TextMissing,
            s => new CancelVoluntarily(s.A.Id, s.AccountA, "CCER", default, new(1), "")),
        ("an unknown transfer cancelled", RegistryRefusals.UnknownPendingTransfer,
            s => new CancelTransfer(s.A.Id, new TransactionId(99))),
        ("a freeze without a paper", RegistryRefusals.TextMissing,
            s => new FreezeUnits(s.AccountA, "CCER", default, new(1), "")),
        ("a freeze of too much", LedgerRefusals.NotEnough,
            s => new FreezeUnits(s.AccountA, "CCER", default, new(101), "r")),
        ("a freeze of a province", RegistryRefusals.KindMayNotSend,
            _ => new FreezeUnits(new AccountId(8), "CCER", default, new(1), "r")),
        ("an unknown freeze released", RegistryRefusals.UnknownFreeze,
            _ => new ReleaseUnits(new FreezeId(9), new(1), "r")),
        ("more released than frozen", RegistryRefusals.BeyondFreeze, s => new ReleaseUnits(s.Freeze(10), new(11), "r")),
        ("nothing released", LedgerRefusals.QuantityNotPositive, s => new ReleaseUnits(s.Freeze(10), default, "r")),
        ("an order out of another account's freeze", RegistryRefusals.UnknownFreeze,
            s => new TransferJudicially(s.AccountB, s.AccountA, "CCER", default, new(1), "r", s.Freeze(10))),
        ("an order out of a freeze of other units", RegistryRefusals.UnknownFreeze,
            s => new TransferJudicially(
                s.AccountA, s.AccountB, "CEA", new CompliancePeriod(2021), new(1), "r", s.Freeze(10))),
        ("an unknown transaction reversed", RegistryRefusals.NotReversible,
            _ => new ReverseTransaction(new TransactionId(99), "r")),
        ("an issue reversed", RegistryRefusals.NotReversible, _ => new ReverseTransaction(new TransactionId(1), "r")),
        ("a reversal without a reason", RegistryRefusals.TextMissing,
            _ => new ReverseTransaction(new TransactionId(1), " ")),
        ("a reversal after the days", RegistryRefusals.ReversalTooLate, s => s.LateReversal()),
        ("a reversal to a closed account", RegistryRefusals.AccountGone, s => s.ReversalToClosed()),
        ("a holder that succeeds itself", RegistryRefusals.OwnSuccessor, s => new SucceedHolder(s.A.Id, s.A.Id, "r")),
        ("a succession of nobody", RegistryRefusals.UnknownHolder, s => new SucceedHolder(Nobody, s.A.Id, "r")),
        ("a succession by a merged holder", RegistryRefusals.HolderNotActive,
            s => new SucceedHolder(s.A.Id, s.Merged().Id, "r")),
        ("a succession without a paper", RegistryRefusals.TextMissing, s => new SucceedHolder(s.A.Id, s.B.Id, "")),
        ("a succession with frozen units", RegistryRefusals.SuccessionUnfinished, s => s.FrozenSuccession()),
        ("a successor without an account", RegistryRefusals.SuccessorLacksAccount, s => s.PoorSuccessor()),
        ("a rulebook of another market", RegistryRefusals.PastWouldChange, _ => Adopt("rulebook: TT", "rulebook: XX")),
        ("a rulebook without a vintage", RegistryRefusals.PastWouldChange,
            _ => Adopt(
                "vintages: [ \"2021\", \"2022\" ]", "vintages: [ \"2021\", \"2022\", \"2023\" ]", backwards: true)),
        ("a type that the rulebook does not have", RegistryRefusals.UnknownTransactionType,
            s => s.WithoutPositionMove()),
    ];

    public static TheoryData<string> Names => [.. Rows.Select(row => row.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Each_refusal_is_given(string name)
    {
        var (_, code, ask) = Rows.Single(row => row.Name == name);
        var scene = new Scene();
        var command = ask(scene);
        scene.Market.Refuse(command).ShouldBe(code);
    }

    [Fact]
    public void Every_refusal_of_the_registry_is_in_the_table()
    {
        // The last approver needs a waiting proposal: see the tests of four eyes.
        var tested = Rows.Select(row => row.Code).Append(RegistryRefusals.LastApprover).ToHashSet();
        typeof(RegistryRefusals).GetFields(BindingFlags.Public | BindingFlags.Static)
            .Select(field => (RefusalCode)field.GetValue(null)!)
            .Where(code => !tested.Contains(code))
            .ShouldBeEmpty();
    }

    private static Text Name(string name) => new(name, name);

    private static RegisterHolder Register(
        string? code = null,
        string name = "厂",
        string province = "CN-BJ",
        string sector = "power",
        NewRepresentative? people = null) =>
        new(code ?? Codes.Number(50), Name(name), province, sector, people is null ? [] : [people]);

    private static RegisterGeneratingUnit Unit(FacilityId site) => new(site, Name("u"), MethodInputs.Empty, Start);

    private static IssueOffsets Issue(AccountId to) => new(to, "CCER", default, new Tonnes(1), "P");

    private static AdoptRulebook Adopt(string old, string text, bool backwards = false)
    {
        var book = TestRules.Book();
        var changed = backwards
            ? book.Text.Replace(old, "vintages: [ \"2022\" ]", StringComparison.Ordinal)
                .Replace("vintage: \"2021\"", "vintage: \"2022\"", StringComparison.Ordinal)
            : book.Text.Replace(old, text, StringComparison.Ordinal);
        return new AdoptRulebook(book with { Text = changed }, [], TestRules.Methods);
    }

    /// <summary>Two plants in Beijing; the first has 100 t of offsets and a representative.</summary>
    private sealed class Scene
    {
        public Scene()
        {
            A = Market.Admit(1, people: [new NewRepresentative(Li, Rights.Read | Rights.Initiate)]);
            B = Market.Admit(2);
            Market.Issue(AccountA, 100);
        }

        public Market Market { get; private set; } = Market.Found();

        public Holder A { get; }

        public Holder B { get; }

        public AccountId AccountA => A.RegistryAccount!.Value;

        public AccountId AccountB => B.RegistryAccount!.Value;

        public TransferUnits Transfer(long tonnes) =>
            new(A.Id, AccountA, AccountB, "CCER", default, new Tonnes(tonnes));

        public Holder Merged()
        {
            var merged = Market.Admit(3);
            Market.Do(new SucceedHolder(merged.Id, B.Id, "approval"));
            return merged;
        }

        public FacilityId Site() => Market.Do(new RegisterFacility(A.Id, Name("site"), "", Start))
            .OfType<FacilityRegistered>().Single().Facility.Id;

        public CloseFacility ClosedSite()
        {
            var close = new CloseFacility(Site(), Start.AddYears(1));
            Market.Do(close);
            return close;
        }

        public CloseFacility SiteWithUnit()
        {
            var site = Site();
            Market.Do(Unit(site));
            return new CloseFacility(site, Start.AddYears(1));
        }

        public FreezeId Freeze(long tonnes) =>
            Market.Do(new FreezeUnits(AccountA, "CCER", default, new Tonnes(tonnes), "order"))
                .OfType<UnitsFrozen>().Single().Freeze;

        public RemoveRepresentative TooFew()
        {
            Market = Market.Found(leastRepresentatives: "1");
            var holder = Market.Admit(1, people: [new NewRepresentative(Li, Rights.Read)]);
            return new RemoveRepresentative(holder.Id, Li);
        }

        public CloseAccount Indebted()
        {
            var period = new CompliancePeriod(2021);
            Market.State.Compliance.Obligations[(B.Id, period)] = new Obligation(
                B.Id, period, new Tonnes(5), default, default, ObligationStatus.Open);
            return new CloseAccount(B.Id, AccountB, "r");
        }

        public TransferUnits FrozenSender()
        {
            Market.Do(new FreezeAccount(AccountA, "order"));
            return Transfer(1);
        }

        public SucceedHolder FrozenSuccession()
        {
            Freeze(10);
            return new SucceedHolder(A.Id, B.Id, "approval");
        }

        public SucceedHolder PoorSuccessor()
        {
            var poor = Market.Do(Register()).OfType<HolderRegistered>().Single().Holder;
            return new SucceedHolder(A.Id, poor, "approval");
        }

        public ReverseTransaction LateReversal()
        {
            var done = Market.Do(Transfer(1)).OfType<UnitsTransferred>().Single().Transaction.Id;
            Market.After(TimeSpan.FromDays(10) + TimeSpan.FromMilliseconds(1));
            return new ReverseTransaction(done, "r");
        }

        public ReverseTransaction ReversalToClosed()
        {
            var done = Market.Do(Transfer(100)).OfType<UnitsTransferred>().Single().Transaction.Id;
            Market.Do(new CloseAccount(A.Id, AccountA, "left"));
            return new ReverseTransaction(done, "r");
        }

        public MovePosition WithoutPositionMove()
        {
            var book = TestRules.Book();
            var from = book.Text.IndexOf("  PositionMove:", StringComparison.Ordinal);
            var until = book.Text.IndexOf("  Transfer:", StringComparison.Ordinal);
            Market = Market.Found(book with { Text = book.Text.Remove(from, until - from) }, [], TestRules.Methods);
            var holder = Market.Admit(1);
            return new MovePosition(
                holder.Id, holder.RegistryAccount!.Value, holder.TradingAccount!.Value, "CCER", default, new Tonnes(1));
        }
    }
}
