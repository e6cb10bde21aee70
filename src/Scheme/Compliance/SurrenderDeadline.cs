using Tanheng.Ledger;
using Tanheng.Quantities;
using Tanheng.Rulebook;
using Tanheng.Scheme.Registry;

namespace Tanheng.Scheme.Compliance;

/// <summary>
/// A period's surrender deadline passed; what it did to each holder is in the other events of the row.
/// </summary>
/// <param name="Period">Which period.</param>
/// <param name="Met">Obligations met, those completed by what was taken included.</param>
/// <param name="Short">Obligations with something missing.</param>
/// <param name="Taken">Tonnes taken by the deadline itself.</param>
/// <param name="Shortfall">Tonnes missing.</param>
/// <param name="Unreported">Covered holders without accepted emissions.</param>
public sealed record DeadlinePassed(
    CompliancePeriod Period, int Met, int Short, Tonnes Taken, Tonnes Shortfall, int Unreported) : Event;

/// <summary>
/// 清缴截止. By the period's rule the registry takes what there is (custody, then the registry account, oldest accepted
/// vintage first, then an advance) or nothing; what is missing then is a shortfall and a case. Advances left over are
/// cancelled. A covered holder without accepted emissions gets a case for not reporting. One plan for all holders.
/// </summary>
internal static class SurrenderDeadline
{
    internal static void Register(Catalogue catalogue) => catalogue
        .WhenDue(DueKind.SurrenderDeadline, FallDue)
        .Event<DeadlinePassed>("deadline-passed", Apply);

    private static Decision FallDue(SchemeState state, in Context context, Due due)
    {
        if (SurrenderCalendar.RulesOf(state, due) is not { } rules)
        {
            return Decision.Of();
        }

        var run = new Run(state, rules, due.At);
        foreach (var obligation in state.Compliance.Obligations.Values
            .Where(obligation => obligation.Period == rules.Period)
            .OrderBy(obligation => obligation.Holder.Value))
        {
            run.Settle(obligation);
        }

        run.Unreported();
        return Decision.Of(run.Finish());
    }

    private static void Apply(SchemeState state, in Context context, DeadlinePassed happened)
    {
    }

    private sealed class Run(SchemeState state, PeriodRules rules, DateTimeOffset deadline)
    {
        private readonly Planner plan = state.Ledger.Plan();
        private readonly List<Event> events = [];
        private long nextCase = state.Compliance.NextCase.Value;
        private int met;
        private int shorts;
        private int unreported;
        private Tonnes taken;
        private Tonnes shortfall;

        public void Settle(Obligation obligation)
        {
            if (obligation.Status != ObligationStatus.Open)
            {
                met += obligation.Status == ObligationStatus.Met ? 1 : 0;
                Return(obligation.Holder, default);
                return;
            }

            var picks = Picks(obligation);
            var missing = obligation.Missing - new Tonnes(picks.Sum(pick => pick.Quantity));
            var status = missing == Tonnes.Zero ? ObligationStatus.Met : ObligationStatus.Short;
            if (picks.Count > 0)
            {
                var settled = Surrenders.Settle(state, plan, obligation, picks, Types.Compulsory, late: false).Value;
                events.Add(settled with { Status = status });
                taken += settled.Allowances;
            }
            else
            {
                events.Add(new ObligationSet(obligation.Holder, obligation.Period, obligation.Due, status));
            }

            Count(obligation, missing);
            var used = picks.FirstOrDefault(pick => pick.From.Compartment == Compartment.Frozen).Exactly;
            Return(obligation.Holder, used);
        }

        public void Unreported()
        {
            var known = state.Compliance.Cases.Values
                .Where(one => one.Period == rules.Period && one.Offence == Offence.NoReport && one.IsLive)
                .Select(one => one.Holder)
                .ToHashSet();
            var holders = new SortedSet<long>();
            for (var year = rules.Period.First; year <= rules.Period.Last; year++)
            {
                holders.UnionWith(state.Registry.Coverage.GetValueOrDefault(year, [])
                    .Where(holder => !state.Registry.IsLeftOut(holder, year))
                    .Select(holder => holder.Value));
            }

            foreach (var id in holders.Select(HolderId.From))
            {
                if (state.Compliance.Of(id, rules.Period) is null && !known.Contains(id)
                    && state.Registry.Find(id) is { Status: HolderStatus.Active })
                {
                    unreported++;
                    Open(id, Offence.NoReport, Tonnes.Zero, "截止时尚无核定排放量 no accepted emissions at the deadline");
                }
            }
        }

        public List<Event> Finish()
        {
            events.Add(new DeadlinePassed(rules.Period, met, shorts, taken, shortfall, unreported));
            return events;
        }

        private IReadOnlyList<Pick> Picks(Obligation obligation)
        {
            if (rules.Surrender.AtDeadline != AtDeadline.TakeWhatThereIs
                || state.Registry.Find(obligation.Holder) is not { } holder)
            {
                return [];
            }

            // The moment itself is the first that is too late: units that could be used until then are still taken.
            var picker = new Picker(state, plan, rules, deadline.AddTicks(-1));
            picker.Allowances(holder, obligation.Missing, own: IsUsable(holder.RegistryAccount));
            return picker.Picks;
        }

        private bool IsUsable(AccountId? account) =>
            account is { } id && state.Registry.Accounts.GetValueOrDefault(id)?.Status
                is AccountStatus.Active or AccountStatus.Restricted;

        private void Count(Obligation obligation, Tonnes missing)
        {
            if (missing == Tonnes.Zero)
            {
                met++;
                return;
            }

            shorts++;
            shortfall += missing;
            Open(obligation.Holder, Offence.SurrenderShortfall, missing, "未足额清缴 not surrendered in full");
        }

        private void Return(HolderId holder, SerialSet used)
        {
            if (Advances.LeftOver(state, plan, holder, rules.Period, used) is { } left)
            {
                events.Add(left);
            }
        }

        private void Open(HolderId holder, Offence offence, Tonnes missing, string reason) =>
            events.Add(new CaseOpened(new CaseId(nextCase++), holder, rules.Period, offence, missing, reason));
    }
}
