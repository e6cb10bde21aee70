using Tanheng.Methodology;
using Tanheng.Quantities;
using Tanheng.Rulebook;
using Tanheng.Scheme.Allocation;
using Tanheng.Scheme.Approval;
using Tanheng.Scheme.Compliance;
using Tanheng.Scheme.Mrv;
using Tanheng.Scheme.Registry;

namespace Tanheng.Scheme.Tests.Auditor;

/// <summary>Reports, allocations, obligations, cases, proposals.</summary>
internal sealed partial class Maker
{
    private (int Weight, Func<Command> Make)[] ReportKinds() =>
    [
        (4, () => new FileMonitoringPlan(Whose(), Year(), [new FacilityId(dice.Between(1, 9))], "plan")),
        (2, () => state.Mrv.Plans.Count == 0 ? Submit()
            : Amended(dice.Of(state.Mrv.Plans.Values.OrderBy(plan => plan.Holder.Value).ThenBy(plan =>
            plan.Year).ToList()))),
        (30, Submit),
        (3, Body),
        (24, () => About(ReportStatus.Submitted, (holder, year) =>
            new AssignVerifier(holder, year, Oddly() ? "Z" : dice.Of(["V", "W"])))),
        (4, () => About(ReportStatus.UnderVerification, (holder, year) =>
            new RecordFindings(holder, year, [Finding()]))),
        (28, Verify),
        (2, () => About(ReportStatus.Verified, (holder, year) => new RejectReport(holder, year, Reason()))),
        (24, () => About(ReportStatus.Verified, (holder, year) => new AcceptReport(holder, year))),
        (10, Correct),
        (8, Determine),
        (3, () => new FileObjection(Whose(), dice.Of([ObjectionSubject.Verification, ObjectionSubject.Allocation]),
            Period(), "no")),
        (2, () => new AnswerObjection(dice.Below(8), dice.Rarely(500), Reason())),
    ];

    private (int Weight, Func<Command> Make)[] AllocationKinds() =>
    [
        (10, () => Listed() is var (holder, year) ? new PreAllocate(holder, PeriodOf(year), Given: Stated(Small(300)))
            : null!),
        (12, () => Listed() is var (holder, year) ? new AllocateFinal(holder, PeriodOf(year), Given: Stated(Small(400)))
            : null!),
        (16, AllocateTable),
        (2, () => new RunAllocation(Period(), dice.Of([AllocationStage.PreAllocation, AllocationStage.Final]), [],
            dice.Rarely(800), null, Stated(Small(200)))),
        (6, () => Listed() is var (holder, year)
            ? new AdjustAllocation(holder, PeriodOf(year), Oddly() ? Small(20) : new Tonnes(dice.Between(-60, 60)),
            Reason()) : null!),
        (3, () => new WithholdAllocation(Whose(), Period(), Reason())),
        (5, () => new ReleaseAllocation(Whose(), Period(), Reason())),
        (4, () => new CollectArrears(Whose(), Period())),
        (2, () => new GrantNewFacility(Whose(), new FacilityId(dice.Between(1, 9)), Period(), dice.Between(-1, 30),
            1.5m, null, null, Reason())),
        (2, () => new ReclaimClosedUnit(Whose(), new GeneratingUnitId(dice.Between(1, 9)), Period(), Reason())),
        (2, () => new RecordArrears(Whose(), Period(), Small(30), Reason())),
    ];

    private (int Weight, Func<Command> Make)[] DutyKinds() =>
    [
        (44, Surrender),
        (6, () => new AssistSurrender(Whose(), Whose(), Period(), Quantity(20))),
        (4, () => new CompulsorySurrender(Whose(), Period())),
        (4, () => new ReleaseCustody(Whose(), Period())),
        (4, () => new ReverseSurrender(Whose(), Period(), Reason(), dice.Rarely(500) ? null : Quantity(30))),
        (8, () => new ApplyForAdvance(Whose(), new CompliancePeriod(Oddly() ? 2022 : 2021), Quantity(30), Reason())),
        (4, () => state.Compliance.Advances.Count == 0
            ? new ApplyForAdvance(Whose(), new CompliancePeriod(2021), Quantity(30), Reason())
            : new GrantAdvance(WhoApplied(), new CompliancePeriod(2021), dice.Rarely(700) ? null : Quantity(20))),
        (1, () => new RejectAdvance(WhoApplied(), new CompliancePeriod(2021), Reason())),
        (7, () => new ApplyForCarryOver(Whose(), Oddly() ? "CCER" : "CEA", new CompliancePeriod(Oddly() ? 2022 : 2023),
            Quantity(20))),
        (4, () => new ConvertCarryOver("CEA", new CompliancePeriod(2023), dice.Below(9))),
        (3, () => new RejectCarryOver("CEA", new CompliancePeriod(2023), dice.Below(9), Reason())),
        (1, () => new ScheduleLapse(Whose(), Now.UtcDateTime.AddDays(dice.Between(-1, 40)), Reason())),
        (1, () => new PublishResults(Period())),
    ];

    private (int Weight, Func<Command> Make)[] CaseKinds() =>
    [
        (4, () => new OpenCase(Whose(), Period(),
            dice.Of([Offence.SurrenderShortfall, Offence.FalseReport, Offence.NoReport, Offence.Manipulation]),
            Reason(), Small(40))),
        (10, () => new DecideCase(SomeCase(), Fine(), dice.Rarely(300) ? Fine() : null)),
        (1, () => new DecideAllCases(Period(), dice.Of([Offence.SurrenderShortfall, Offence.NoReport]))),
        (6, Pay),
        (4, () => new CloseCase(SomeCase(), Reason())),
        (2, () => new WithdrawCase(SomeCase(), Reason())),
        (3, () => new AmendCase(SomeCase(), Small(50), Reason())),
        (4, () => new OrderCorrection(SomeCase(),
            DateOnly.FromDateTime(Now.UtcDateTime.AddDays(dice.Between(-3, 30))))),
        (4, () => new RefuseCorrection(SomeCase(), dice.Rarely(500) ? new Percent(dice.Between(-10, 120)) : null)),
        (2, () => new RecordMeanPrice(new DateOnly(2023, dice.Below(12) + 1, Oddly() ? 2 : 1),
            new Price(dice.Between(-10, 9000), Currency.Cny), Reason())),
    ];

    private (int Weight, Func<Command> Make)[] ProposalKinds() =>
    [
        (36, () => state.Approvals.Waiting.Count == 0 && !Oddly() ? Offsets(Any(AccountKind.Registry))
            : new ApproveProposal(SomeProposal())),
        (4, () => new RejectProposal(SomeProposal(), Reason())),
        (3, () => new WithdrawProposal(SomeProposal(), Reason())),
    ];

    private static MethodInputs Quantity(string name, Tonnes quantity) => MethodInputs.Of((name, quantity.Value));

    private MethodInputs? Stated(Tonnes quantity) =>
        Oddly() ? dice.Rarely(500) ? null : Quantity("amount", quantity) : Quantity("quantity", quantity);

    private List<ReportLine> LinesOf(HolderId holder)
    {
        var facilities = state.Registry.Facilities.Values.Where(site => site.Holder == holder).ToList();
        var emissions = Oddly() ? MethodInputs.Of() : Quantity("quantity", Small(400));
        return
        [
            .. (facilities.Count == 0 || Oddly() ? [new FacilityId(dice.Between(1, 9))]
                : facilities.Select(site => site.Id))
                .Select(id => new ReportLine(id, null, emissions, MethodInputs.Of())),
        ];
    }

    private SubmitReport Submit()
    {
        var (holder, year) = Listed();
        var preparer = dice.Rarely(30) ? dice.Of(["X", "V", "none"]) : null;
        return new SubmitReport(holder, year, Oddly() ? [] : LinesOf(holder), preparer);
    }

    private AmendMonitoringPlan Amended(MonitoringPlan plan) =>
        new(plan.Holder, plan.Year, plan.Facilities, "plan 2", Reason());

    private Command About(ReportStatus status, Func<HolderId, int, Command> make)
    {
        var waiting = state.Mrv.Reports.Values.Where(report => report.Status == status)
            .OrderBy(report => report.Holder.Value).ThenBy(report => report.Year).ToList();
        if (waiting.Count == 0 || dice.Rarely(50))
        {
            return dice.Rarely(150) ? make(Whose(), Year()) : Submit();
        }

        var one = dice.Of(waiting);
        return make(one.Holder, one.Year);
    }

    private Finding Finding() => new(
        dice.Of([FindingLayer.Document, FindingLayer.Site]), Oddly() ? "" : "meter", "reads wrong", dice.Rarely(500),
            dice.Rarely(600));

    private Command Verify() => About(ReportStatus.UnderVerification, (holder, year) => dice.Below(10) switch
    {
        < 7 => new StateVerification(holder, year, Opinion.Positive, [], []),
        < 9 => new StateVerification(holder, year, Opinion.PositiveWithCorrections, LinesOf(holder), [Finding()]),
        _ => new StateVerification(holder, year, Opinion.Negative, [], [Finding()]),
    });

    private CorrectReport Correct()
    {
        var accepted = state.Mrv.Accepted.Keys.OrderBy(key => key.Holder.Value).ThenBy(key => key.Year).ToList();
        var (holder, year) = accepted.Count == 0 || Oddly() ? Listed() : dice.Of(accepted);
        return new CorrectReport(holder, year, LinesOf(holder), Reason(), "letter 8");
    }

    private DetermineEmissions Determine()
    {
        var (holder, year) = Listed();
        return dice.Rarely(500)
            ? new DetermineEmissions(holder, year, [], Small(300), Reason())
            : new DetermineEmissions(holder, year, LinesOf(holder), null, Reason());
    }

    private AllocateStated AllocateTable()
    {
        var year = Year();
        var listed = state.Registry.Coverage.GetValueOrDefault(year)?.OrderBy(id => id.Value).ToList() ?? [];
        var rows = Enumerable.Range(0, dice.Below(3) + (Oddly() ? 0 : 1))
            .Select(_ => new StatedAllocation(listed.Count == 0 || Oddly() ? Whose() : dice.Of(listed), Small(400)))
            .DistinctBy(row => Oddly() ? default : row.Holder)
            .ToList();
        return new AllocateStated(PeriodOf(year), rows, Reason());
    }

    private Command Surrender()
    {
        var open = state.Compliance.Obligations.Values.Where(one => one.Missing > Tonnes.Zero)
            .OrderBy(one => one.Holder.Value).ThenBy(one => one.Period).ToList();
        if (open.Count == 0 && !dice.Rarely(100))
        {
            return dice.Rarely(500) ? AllocateTable() : Submit();
        }

        var (holder, period) = (Whose(), Period());
        if (open.Count > 0 && !dice.Rarely(50))
        {
            var one = dice.Of(open);
            (holder, period) = (one.Holder, one.Period);
        }

        return dice.Below(8) switch
        {
            < 2 => new Surrender(holder, period),
            < 5 => new Surrender(holder, period, Quantity(60)),
            5 => new Surrender(holder, period, dice.Rarely(500) ? Quantity(20) : null, Offsets: Quantity(8)),
            6 => new Surrender(holder, period, Choice: [Choice(), Choice()], Offsets: dice.Rarely(200) ? Quantity(5)
                : default),
            _ => new Surrender(holder, period, Choice: [Choice()]),
        };
    }

    private UnitChoice Choice()
    {
        var (unit, vintage) = SomeUnit();
        return new UnitChoice(unit, vintage, Quantity(20));
    }

    private HolderId WhoApplied()
    {
        var waiting = state.Compliance.Advances.Values.Select(advance => advance.Holder.Value).Order().ToList();
        return waiting.Count == 0 || Oddly() ? Whose() : new HolderId(dice.Of(waiting));
    }

    private CaseId SomeCase() => Oddly() || state.Compliance.Cases.Count == 0
        ? new CaseId(dice.Between(-1, 40))
        : new CaseId(dice.Between(1, state.Compliance.Cases.Count));

    private Money? Fine() => dice.Rarely(200) ? null
        : Oddly() ? new Money(dice.Of<long>([0, -5, long.MaxValue]), dice.Of([Currency.Cny, Currency.Eur]))
        : Money.Units(dice.Between(15_000, 32_000), Currency.Cny);

    private PayFine Pay()
    {
        var id = SomeCase();
        return new PayFine(state.Compliance.Cases.TryGetValue(id, out var about) && !Oddly() ? about.Holder : Whose(),
            id);
    }

    private ProposalId SomeProposal() => Oddly() || state.Approvals.Waiting.Count == 0
        ? new ProposalId(dice.Between(-1, state.Approvals.Proposals.Count + 2))
        : new ProposalId(dice.Of(state.Approvals.Waiting.ToList()));
}
