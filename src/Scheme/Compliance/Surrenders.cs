using System.Collections.Immutable;
using Tanheng.Ledger;
using Tanheng.Quantities;
using Tanheng.Rulebook;
using Tanheng.Scheme.Registry;

namespace Tanheng.Scheme.Compliance;

/// <summary>A quantity of one vintage that the holder wants to surrender.</summary>
public sealed record UnitChoice(string Unit, CompliancePeriod Vintage, Tonnes Quantity);

/// <summary>
/// 清缴: hand in units for a period.
/// </summary>
/// <param name="Holder">Whose obligation.</param>
/// <param name="Period">Which period.</param>
/// <param name="Quantity">Allowances; left out, as many as there are up to what is missing.</param>
/// <param name="Choice">Which vintages; left out, the oldest accepted first. Replaces <paramref
/// name="Quantity"/>.</param>
/// <param name="Offsets">Offsets, within the limit.</param>
public sealed record Surrender(
    HolderId Holder,
    CompliancePeriod Period,
    Tonnes? Quantity = null,
    IReadOnlyList<UnitChoice>? Choice = null,
    Tonnes Offsets = default) : Command, IForHolder, IUnderAccountRules
{
    bool IUnderAccountRules.NeedsSecondPerson(SchemeState state) =>
        state.Registry.Find(Holder)?.RegistryAccount is not { } account
        || Trust.RulesOf(state, account).SecondPersonToSurrender;
}

/// <summary>Units were handed in, by the holder, for it, or by the deadline itself.</summary>
/// <param name="Holder">Whose obligation.</param>
/// <param name="Period">Which period.</param>
/// <param name="Transactions">One for each transaction type.</param>
/// <param name="Allowances">Allowances among them.</param>
/// <param name="Offsets">Offsets among them.</param>
/// <param name="Status">Where the obligation stands now.</param>
/// <param name="MadeGood">The case of a shortfall that this makes good, wholly or in part.</param>
public sealed record UnitsSurrendered(
    HolderId Holder,
    CompliancePeriod Period,
    IReadOnlyList<Transaction> Transactions,
    Tonnes Allowances,
    Tonnes Offsets,
    ObligationStatus Status,
    CaseId? MadeGood = null) : Event, IMovesUnits;

/// <summary>What a surrender would take. Quantities are whole tonnes.</summary>
/// <param name="Lots">Units with their serials.</param>
/// <param name="Allowances">Allowances among them.</param>
/// <param name="Offsets">Offsets among them.</param>
/// <param name="Remaining">Still missing afterwards.</param>
/// <param name="OffsetsLeft">Offsets that could still be used afterwards.</param>
public sealed record SurrenderPreview(
    ImmutableArray<Movement> Lots, Tonnes Allowances, Tonnes Offsets, Tonnes Remaining, Tonnes OffsetsLeft);

/// <summary>
/// Refusals in order: unknown period; unknown holder; no obligation; deadline passed and nothing late accepted; nothing
/// missing; quantity not positive; unit, then vintage not accepted; unit too old; offsets not allowed; offsets too old;
/// offset limit; over-surrender; not enough units (none at all, when no quantity is given); no registry account;
/// account not usable.
/// </summary>
public static class Surrenders
{
    internal static void Register(Catalogue catalogue) => catalogue
        .Command<Surrender>("surrender", Permission.OfSurrenders(Role.Authority, Role.RegistryOperator), Decide)
        .Event<UnitsSurrendered>("units-surrendered", Apply);

    /// <summary>What the command would take now, or why it would be refused.</summary>
    public static Outcome<SurrenderPreview> Preview(SchemeState state, Surrender command, DateTimeOffset time)
    {
        var plan = state.Ledger.Plan();
        if (!Plan(state, plan, time, command).Try(out var surrendered, out var refusal))
        {
            return refusal;
        }

        var rules = state.Rules.Period(command.Period)!;
        var obligation = state.Compliance.Of(command.Holder, command.Period)!;
        var remaining = obligation.Missing - surrendered.Allowances - surrendered.Offsets;
        var left = Obligations.OffsetLimit(rules, obligation.Due) - obligation.Offsets - surrendered.Offsets;
        return new SurrenderPreview(
            [.. surrendered.Transactions.SelectMany(transaction => transaction.Movements)],
            surrendered.Allowances,
            surrendered.Offsets,
            remaining,
            Tonnes.Min(remaining, left));
    }

    /// <summary>The obligation that may be settled now, or why not.</summary>
    internal static Outcome<Obligation> Owed(
        SchemeState state, HolderId holder, CompliancePeriod period, DateTimeOffset time)
    {
        if (state.Rules.Period(period) is not { } rules)
        {
            return ComplianceRefusals.UnknownPeriod.With(("period", period));
        }

        if (state.Registry.Find(holder) is null)
        {
            return ComplianceRefusals.UnknownHolder.With(("holder", holder));
        }

        if (state.Compliance.Of(holder, period) is not { } obligation)
        {
            return ComplianceRefusals.NoObligation.With(("holder", holder), ("period", period));
        }

        if (SurrenderCalendar.IsLate(state, rules, time) && !rules.Surrender.LateAccepted)
        {
            return ComplianceRefusals.DeadlinePassed.With(
                ("period", period), ("deadline", SurrenderCalendar.Deadline(state, rules)));
        }

        return obligation.Missing == Tonnes.Zero
            ? ComplianceRefusals.NothingMissing.With(("holder", holder), ("period", period))
            : obligation;
    }

    /// <summary>
    /// Plans the picked units into the surrendered account and says where the obligation then stands.
    /// </summary>
    internal static Outcome<UnitsSurrendered> Settle(
        SchemeState state, Planner plan, Obligation obligation, IReadOnlyList<Pick> picks, string type, bool late)
    {
        var transactions = new List<Transaction>();
        var groups = picks.GroupBy(pick => pick.Offset ? Types.OffsetSurrender
            : state.Ledger.KindOf(pick.From.Account) == AccountKind.Custody ? Types.Compulsory : type);
        foreach (var group in groups)
        {
            var drafts = group.Select(pick => new Draft(
                pick.Asset, pick.From, SurrenderCalendar.Surrendered(state), pick.Quantity, pick.Exactly));
            if (!plan.Transact(group.Key, drafts.ToArray()).Try(out var transaction, out var refusal))
            {
                return refusal;
            }

            transactions.Add(transaction);
        }

        var offsets = new Tonnes(picks.Where(pick => pick.Offset).Sum(pick => pick.Quantity));
        var allowances = new Tonnes(picks.Where(pick => !pick.Offset).Sum(pick => pick.Quantity));
        var complete = allowances + offsets == obligation.Missing;
        var status = (complete, late) switch
        {
            (true, true) => ObligationStatus.MetLate,
            (true, false) => ObligationStatus.Met,
            _ => obligation.Status,
        };
        var open = late ? state.Compliance.ShortfallCase(obligation.Holder, obligation.Period) : null;
        return new UnitsSurrendered(
            obligation.Holder, obligation.Period, transactions, allowances, offsets, status, open?.Id);
    }

    private static Outcome<Decision> Decide(SchemeState state, in Context context, Surrender command) =>
        Plan(state, state.Ledger.Plan(), context.Time, command).Try(out var surrendered, out var refusal)
            ? Decision.Of(surrendered)
            : refusal;

    private static Outcome<UnitsSurrendered> Plan(
        SchemeState state, Planner plan, DateTimeOffset time, Surrender command)
    {
        if (!Owed(state, command.Holder, command.Period, time).Try(out var obligation, out var refusal))
        {
            return refusal;
        }

        var rules = state.Rules.Period(command.Period)!;
        var picker = new Picker(state, plan, rules, time);
        refusal = SurrenderGuards.Quantities(command)
            ?? SurrenderGuards.Choice(state, rules, picker, command)
            ?? SurrenderGuards.Offsets(state, rules, picker, obligation, command)
            ?? SurrenderGuards.TooMuch(obligation, command);
        if (refusal is not null)
        {
            return refusal;
        }

        var holder = state.Registry.Find(command.Holder)!;
        refusal = Fill(state, picker, holder, obligation, command);
        if (refusal is null && picker.UsesOwnAccount(holder))
        {
            refusal = Accounts.CheckSender(state, holder.RegistryAccount!.Value, Types.Surrender);
        }

        var late = SurrenderCalendar.IsLate(state, rules, time);
        return refusal is not null
            ? refusal
            : Settle(state, plan, obligation, picker.Picks, Types.Surrender, late);
    }

    private static Refusal? Fill(
        SchemeState state, Picker picker, Holder holder, Obligation obligation, Surrender command)
    {
        if (command.Choice is { Count: > 0 } choice)
        {
            foreach (var one in choice)
            {
                var asset = Asset.Unit(state.Rules.Unit(one.Unit)!.AssetCode(one.Vintage));
                var before = picker.Total;
                picker.Allowances(holder, asset, one.Quantity);
                if (Lacking(holder, asset.Code, one.Quantity, picker.Total - before) is { } lacking)
                {
                    return lacking;
                }
            }
        }
        else
        {
            var wanted = command.Quantity ?? obligation.Missing - command.Offsets;
            picker.Allowances(holder, wanted);
            var least = command.Quantity ?? new Tonnes(command.Offsets > Tonnes.Zero ? 0 : 1);
            if (Lacking(holder, "", least, picker.Total) is { } lacking)
            {
                return lacking;
            }
        }

        var own = picker.Total;
        picker.Offsets(holder, command.Offsets);
        return Lacking(holder, "", command.Offsets, picker.Total - own);
    }

    private static Refusal? Lacking(Holder holder, string unit, Tonnes needed, Tonnes available) =>
        available >= needed ? null
        : holder.RegistryAccount is null ? ComplianceRefusals.NoRegistryAccount.With(("holder", holder.Id))
        : ComplianceRefusals.NotEnoughUnits.With(
            ("unit", unit), ("needed", needed.Value), ("available", available.Value));

    private static void Apply(SchemeState state, in Context context, UnitsSurrendered happened)
    {
        var key = (happened.Holder, happened.Period);
        if (!state.Compliance.Lots.TryGetValue(key, out var lots))
        {
            state.Compliance.Lots.Add(key, lots = []);
        }

        foreach (var transaction in happened.Transactions)
        {
            state.Ledger.Post(transaction);
            var offset = transaction.Type == Types.OffsetSurrender;
            foreach (var move in transaction.Movements)
            {
                lots.Add(new SurrenderedLot(move.Asset, move.Serials, offset, move.From, transaction.Id, context.Time));
                if (move.From.Compartment == Compartment.Frozen)
                {
                    Advances.Used(state, happened.Holder, happened.Period, move.Serials);
                }
            }
        }

        var obligation = state.Compliance.Obligations[key];
        state.Compliance.Obligations[key] = obligation with
        {
            Allowances = obligation.Allowances + happened.Allowances,
            Offsets = obligation.Offsets + happened.Offsets,
            Status = happened.Status,
        };
        if (happened.MadeGood is { } id)
        {
            var open = state.Compliance.Cases[id];
            state.Compliance.Cases[id] = open with
            {
                MadeGood = open.MadeGood + happened.Allowances + happened.Offsets,
            };
        }
    }
}
