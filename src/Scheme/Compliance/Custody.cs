using Tanheng.Ledger;
using Tanheng.Quantities;
using Tanheng.Rulebook;

namespace Tanheng.Scheme.Compliance;

/// <summary>强制履约: the province surrenders for a holder what it keeps of it.</summary>
public sealed record CompulsorySurrender(HolderId Holder, CompliancePeriod Period) : Command;

/// <summary>发还: what the province still keeps after the holder's obligations are met goes to the holder.</summary>
public sealed record ReleaseCustody(HolderId Holder, CompliancePeriod Period) : Command;

/// <summary>Custody is empty; the units are the holder's to use.</summary>
public sealed record CustodyReleased(HolderId Holder, CompliancePeriod Period, IReadOnlyList<Transaction> Transactions)
    : Event, IMovesUnits;

/// <summary>
/// 差异化发放: issued 1.20 M, due 1.00 M → 1.00 M surrendered, 0.20 M released; issued 0.80 M → the holder buys 0.20 M.
/// Refusals of compulsory-surrender in order: those of a surrender (unknown period to nothing missing); no custody; not
/// enough units. Of release-custody: unknown period; unknown holder; no obligation; no custody (or empty); still owes
/// (for any period); no registry account.
/// </summary>
internal static class Custody
{
    internal static void Register(Catalogue catalogue) => catalogue
        .Command<CompulsorySurrender>("compulsory-surrender", Permission.Of(Role.Authority), Decide)
        .Command<ReleaseCustody>("release-custody", Permission.Of(Role.Authority), Decide)
        .Event<CustodyReleased>("custody-released", Apply);

    private static Outcome<Decision> Decide(SchemeState state, in Context context, CompulsorySurrender command)
    {
        if (!Surrenders.Owed(state, command.Holder, command.Period, context.Time)
            .Try(out var obligation, out var refusal))
        {
            return refusal;
        }

        var holder = state.Registry.Find(command.Holder)!;
        if (holder.CustodyAccount is null)
        {
            return ComplianceRefusals.NoCustody.With(("holder", command.Holder));
        }

        var rules = state.Rules.Period(command.Period)!;
        var plan = state.Ledger.Plan();
        var picker = new Picker(state, plan, rules, context.Time);
        picker.Allowances(holder, obligation.Missing, own: false);
        if (picker.Picks.Count == 0)
        {
            return ComplianceRefusals.NotEnoughUnits.With(
                ("unit", ""), ("needed", obligation.Missing.Value), ("available", 0));
        }

        var late = SurrenderCalendar.IsLate(state, rules, context.Time);
        return Surrenders.Settle(state, plan, obligation, picker.Picks, Types.Compulsory, late)
            .Try(out var surrendered, out refusal)
            ? Decision.Of(surrendered)
            : refusal;
    }

    private static Outcome<Decision> Decide(SchemeState state, in Context context, ReleaseCustody command)
    {
        if (state.Rules.Period(command.Period) is null)
        {
            return ComplianceRefusals.UnknownPeriod.With(("period", command.Period));
        }

        if (state.Registry.Find(command.Holder) is not { } holder)
        {
            return ComplianceRefusals.UnknownHolder.With(("holder", command.Holder));
        }

        if (state.Compliance.Of(command.Holder, command.Period) is null)
        {
            return ComplianceRefusals.NoObligation.With(("holder", command.Holder), ("period", command.Period));
        }

        // What a court has frozen stays where its order says.
        var kept = holder.CustodyAccount is { } custody
            ? state.Ledger.Positions(custody).Where(one => one.Compartment == Compartment.Free).ToList()
            : [];
        if (kept.Count == 0)
        {
            return ComplianceRefusals.NoCustody.With(("holder", command.Holder));
        }

        foreach (var rules in state.Rules.Periods)
        {
            if (state.Compliance.Of(command.Holder, rules.Period) is { } obligation && obligation.Missing > Tonnes.Zero)
            {
                return ComplianceRefusals.StillOwes.With(
                    ("holder", command.Holder), ("period", rules.Period), ("missing", obligation.Missing.Value));
            }
        }

        if (holder.RegistryAccount is not { } account)
        {
            return ComplianceRefusals.NoRegistryAccount.With(("holder", command.Holder));
        }

        var drafts = kept.Select(one => new Draft(
            one.Asset, new Place(one.Account, one.Compartment), new Place(account, one.Compartment), one.Quantity));
        return state.Ledger.Plan().Transact(Types.Release, drafts.ToArray()).Try(out var released, out var refusal)
            ? Decision.Of(new CustodyReleased(command.Holder, command.Period, [released]))
            : refusal;
    }

    private static void Apply(SchemeState state, in Context context, CustodyReleased happened)
    {
        foreach (var transaction in happened.Transactions)
        {
            state.Ledger.Post(transaction);
        }
    }
}
