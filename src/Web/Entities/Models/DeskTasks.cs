using Tanheng.Quantities;
using Tanheng.Rulebook;
using Tanheng.Scheme;
using Tanheng.Scheme.Approval;
using Tanheng.Scheme.Compliance;
using Tanheng.Scheme.Mrv;
using Tanheng.Scheme.Registry;
using Tanheng.Web.People;
using Tanheng.Web.Portal;

namespace Tanheng.Web.Entities.Models;

/// <summary>What an entity has to do next, derived from the state: nothing is ticked off by hand.</summary>
public sealed class DeskTasks
{
    private readonly SchemeState state;
    private readonly Holder holder;
    private readonly DateTime now;
    private readonly List<DeskTask> tasks = [];

    private DeskTasks(SchemeState state, Holder holder, DateTime now)
    {
        this.state = state;
        this.holder = holder;
        this.now = now;
    }

    private string Desk => "/desk/" + holder.Id.Value;

    private string HolderQuery => "holder=" + holder.Id.Value;

    /// <summary>The tasks at a time in the scheme's zone, the most urgent first.</summary>
    public static IReadOnlyList<DeskTask> Of(SchemeState state, Mandate reader, Holder holder, DateTime now)
    {
        var desk = new DeskTasks(state, holder, now);
        desk.Approvals(reader);
        foreach (var rules in state.Rules.Periods)
        {
            desk.Reporting(rules);
            desk.Surrender(rules);
            desk.Advance(rules);
        }

        desk.Objections();
        desk.CarryOvers();
        desk.Cases();
        desk.Requests();
        desk.Accounts();
        desk.Pledges();
        return [.. desk.tasks.OrderBy(task => Rank(task.Tone)).ThenBy(task => task.Until ?? DateTime.MaxValue)];
    }

    private static int Rank(string tone) => tone switch
    {
        "bad" => 0,
        "warn" => 1,
        _ => 2,
    };

    private void Add(Text what, string? path, DateTime? until, string tone) =>
        tasks.Add(new DeskTask(what, path, until, until <= now && tone == "warn" ? "bad" : tone));

    private void Approvals(Mandate reader)
    {
        var waiting = state.Approvals.Waiting.Select(id => state.Approvals.Proposals[new ProposalId(id)])
            .Where(proposal => proposal.Holder == holder.Id).ToList();
        var mine = waiting.Count(proposal => Deciding.CheckApprover(state, reader.User, proposal) is null);
        if (mine > 0)
        {
            Add(DeskWords.ToApprove(mine),
                "/proposals", waiting.Min(one => state.Rules.Calendar.Local(one.ExpiresAt)), "warn");
        }

        if (waiting.Count > mine)
        {
            Add(DeskWords.WaitsForOthers(waiting.Count - mine), "/proposals?show=proposed", null, "info");
        }
    }

    private void Reporting(PeriodRules rules)
    {
        for (var year = rules.Period.First; year <= rules.Period.Last; year++)
        {
            // A plan may be filed, and asked about, before the list of its year is published.
            PlanReview(year);
            if (!state.Registry.IsCovered(holder.Id, year) || state.Mrv.Of(holder.Id, year) is not null)
            {
                continue;
            }

            var report = state.Mrv.ReportOf(holder.Id, year);
            if (rules.DeadlineOf(Step.MonitoringPlan, holder.Sector) is { } plan && report is null
                && !state.Mrv.Plans.ContainsKey((holder.Id, year)))
            {
                Add(DeskWords.PlanMissing(year),
                    $"/act/file-monitoring-plan?{HolderQuery}&year={year}", plan.At, "warn");
            }

            Report(rules, year, report);
        }
    }

    private void PlanReview(int year)
    {
        var review = state.Mrv.ReviewOf(holder.Id, year);
        if (review?.Question is { } question)
        {
            Add(DeskWords.PlanQuestion(year), $"/act/answer-plan-question?{HolderQuery}&year={year}",
                question.AnswerBy.AddDays(1).ToDateTime(TimeOnly.MinValue), "warn");
        }

        if (review is { Status: PlanReviewStatus.Returned })
        {
            Add(DeskWords.PlanReturned(year), $"/act/amend-monitoring-plan?{HolderQuery}&year={year}", null, "warn");
        }
    }

    private void Report(PeriodRules rules, int year, Report? report)
    {
        var deadline = rules.DeadlineOf(Step.Report, holder.Sector)?.At;
        var entry = $"{Desk}/reports/{year}/edit";
        switch (report?.Status)
        {
            case null when year <= now.Year:
                Add(DeskWords.ReportDue(year), entry, deadline, year < now.Year ? "warn" : "info");
                break;
            case ReportStatus.Returned:
                Add(DeskWords.ReportReturned(year), entry, deadline, "bad");
                break;
            case ReportStatus.Submitted or ReportStatus.UnderVerification:
                Add(DeskWords.VerificationOutstanding(year), $"{Desk}/reports/{year}",
                    rules.DeadlineOf(Step.Verification, holder.Sector)?.At, "info");
                break;
            case ReportStatus.Failed:
                Add(DeskWords.VerificationFailed(year), $"{Desk}/reports/{year}", null, "bad");
                break;
            case ReportStatus.Verified:
                Add(DeskWords.AcceptanceOutstanding(year), $"{Desk}/reports/{year}", null, "info");
                break;
        }
    }

    private void Surrender(PeriodRules rules)
    {
        if (state.Compliance.Of(holder.Id, rules.Period) is { } obligation && obligation.Missing > Tonnes.Zero)
        {
            Add(DeskWords.SurrenderMissing(rules.Period, obligation.Missing), $"{Desk}/surrender/{rules.Period}",
                rules.DeadlineOf(Step.Surrender)?.At, "warn");
        }
    }

    private void Advance(PeriodRules rules)
    {
        var open = rules.Advance is not null && rules.DeadlineOf(Step.Surrender)?.At is { } end && now < end;
        if (open && !state.Compliance.Advances.ContainsKey((holder.Id, rules.Period))
            && Advances.Limit(state, holder.Id, rules.Period).Try(out var limit, out _) && limit > Tonnes.Zero)
        {
            Add(DeskWords.AdvancePossible(rules.Period, limit), $"{Desk}/advance",
                rules.DeadlineOf(Step.Surrender)?.At, "info");
        }
    }

    private void Objections()
    {
        foreach (var window in ObjectionWindow.Of(state, holder.Id, now).Where(window => window.IsOpen))
        {
            Add(DeskWords.ObjectionOpen(window.Subject, window.Period), $"{Desk}/objections",
                window.LastDay.AddDays(1).ToDateTime(TimeOnly.MinValue), "info");
        }
    }

    private void CarryOvers()
    {
        foreach (var view in CarryOverView.Of(state, holder.Id,
            now).Where(view => view.IsOpen && view.Left > Tonnes.Zero))
        {
            Add(DeskWords.CarryOverOpen(view.Made, view.Left), $"{Desk}/carry-over", view.Rule.ApplyUntil, "warn");
        }
    }

    private void Requests()
    {
        foreach (var one in state.Registry.Documents.Where(one =>
            one.Holder == holder.Id && one.Status == DocumentStatus.Open))
        {
            Add(DeskWords.DocumentsDue(one.Documents), $"/act/provide-documents?{HolderQuery}&number={one.Number}",
                one.By.AddDays(1).ToDateTime(TimeOnly.MinValue), "warn");
        }

        foreach (var one in state.Mrv.FollowUps.Where(one =>
            one.Holder == holder.Id && one is { IsOpen: true, Answer: null }))
        {
            Add(DeskWords.FollowUpDue(one.Year, one.Item), $"/act/answer-follow-up?{HolderQuery}&number={one.Number}",
                one.By.AddDays(1).ToDateTime(TimeOnly.MinValue), "warn");
        }
    }

    private void Cases()
    {
        foreach (var one in state.Compliance.Cases.Values.Where(one => one.Holder == holder.Id))
        {
            if (one is { Status: CaseStatus.Decided, Paid: false, Decision: { } decision })
            {
                Add(DeskWords.FineUnpaid(one.Id, decision.Fine), $"/act/pay-fine?{HolderQuery}&case={one.Id.Value}",
                    null, "warn");
            }

            if (one is { Correction: CorrectionStatus.Ordered, CorrectBy: { } day }
                && one.Status is CaseStatus.Open or CaseStatus.Decided)
            {
                Add(DeskWords.CorrectionOrdered(one.Id), null, day.AddDays(1).ToDateTime(TimeOnly.MinValue), "warn");
            }
        }
    }

    /// <summary>The lender answers an application; both parties know of a margin call.</summary>
    private void Pledges()
    {
        foreach (var one in state.Pledges.Of(holder.Id))
        {
            if (one.Called)
            {
                Add(DeskWords.MarginCall(one), $"{Desk}/holdings", null, one.Pledgor == holder.Id ? "bad" : "warn");
            }

            if (one.Status == PledgeStatus.Applied && one.Pledgee == holder.Id)
            {
                Add(DeskWords.PledgeToConfirm(one), $"/act/confirm-pledge?{HolderQuery}&pledge={one.Id.Value}",
                    null, "warn");
            }
        }
    }

    private void Accounts()
    {
        foreach (var account in Scheme.Registry.Accounts.Of(state, holder.Id)
            .Where(account => account.Status is AccountStatus.Frozen or AccountStatus.Restricted))
        {
            Add(DeskWords.AccountBarred(account.Number, Names.Of(account.Status)), $"{Desk}/holdings", null, "bad");
        }

        var pending = state.Registry.PendingTransfers.Values.Where(one => one.Holder == holder.Id).ToList();
        if (pending.Count > 0)
        {
            Add(DeskWords.TransfersWaiting(pending.Count), $"{Desk}/transfers",
                pending.Min(one => state.Rules.Calendar.Local(one.Until)), "info");
        }
    }
}
