using Tanheng.Ledger;
using Tanheng.Quantities;
using Tanheng.Rulebook;
using Tanheng.Scheme.Registry;

namespace Tanheng.Scheme.Compliance;

/// <summary>申请结转: free old units, oldest vintage first, are frozen until they are converted.</summary>
/// <param name="Holder">Whose.</param>
/// <param name="Unit">The family.</param>
/// <param name="To">The vintage they shall become.</param>
/// <param name="Quantity">Tonnes.</param>
public sealed record ApplyForCarryOver(HolderId Holder, string Unit, CompliancePeriod To, Tonnes Quantity)
    : Command, IForHolder;

/// <summary>The registry converts a request: the old units expire, as many new ones are issued.</summary>
public sealed record ConvertCarryOver(string Unit, CompliancePeriod To, int Number) : Command;

/// <summary>The authority turns a request down.</summary>
public sealed record RejectCarryOver(string Unit, CompliancePeriod To, int Number, string Reason) : Command;

/// <summary>Old units are frozen for conversion.</summary>
public sealed record CarryOverRequested(
    Asset NewUnits, int Number, HolderId Holder, IReadOnlyList<Transaction> Transactions) : Event, IMovesUnits;

/// <summary>Old units expired and new ones were issued.</summary>
public sealed record CarryOverConverted(Asset NewUnits, int Number, IReadOnlyList<Transaction> Transactions)
    : Event, IMovesUnits;

/// <summary>The request is turned down; its units are free again.</summary>
public sealed record CarryOverRejected(
    Asset NewUnits, int Number, string Reason, IReadOnlyList<Transaction> Transactions) : Event, IMovesUnits;

/// <summary>
/// Refusals of apply-for-carry-over in order: unknown carry-over; unknown holder; outside the window; census not taken;
/// a required period not met; quantity not positive; over T together with earlier requests; no registry account; not
/// enough free units; account not usable. Of convert and reject: unknown carry-over; unknown request; request over;
/// reject: no reason.
/// </summary>
internal static class CarryOverRequests
{
    internal static void Register(Catalogue catalogue) => catalogue
        .Command<ApplyForCarryOver>("apply-for-carry-over", Permission.OfHolder(Role.Authority), Decide)
        .Command<ConvertCarryOver>("convert-carry-over", Permission.Of(Role.RegistryOperator, Role.Authority), Decide)
        .Command<RejectCarryOver>("reject-carry-over", Permission.Of(Role.Authority), Decide)
        .Event<CarryOverRequested>("carry-over-requested", Apply)
        .Event<CarryOverConverted>("carry-over-converted", Apply)
        .Event<CarryOverRejected>("carry-over-rejected", Apply);

    private static Outcome<Decision> Decide(SchemeState state, in Context context, ApplyForCarryOver command)
    {
        if (CarryOver.Find(state, command.Unit, command.To) is not { } rule)
        {
            return CarryOverRefusals.UnknownCarryOver.With(("unit", command.Unit), ("vintage", command.To));
        }

        if (state.Registry.Find(command.Holder) is not { } holder)
        {
            return ComplianceRefusals.UnknownHolder.With(("holder", command.Holder));
        }

        var refusal = Window(state, rule, context.Time)
            ?? Missed(state, rule, command.Holder)
            ?? OverLimit(state, rule, command);
        return refusal is not null
            ? refusal
            : Freeze(state, rule, holder, command.Quantity);
    }

    private static Refusal? Window(SchemeState state, CarryOverRule rule, DateTimeOffset time)
    {
        var calendar = state.Rules.Calendar;
        if (time < calendar.Moment(rule.ApplyFrom) || time >= calendar.Moment(rule.ApplyUntil))
        {
            return CarryOverRefusals.OutsideWindow.With(("from", rule.ApplyFrom), ("until", rule.ApplyUntil));
        }

        return state.Compliance.CarryOvers.GetValueOrDefault(CarryOver.NewAsset(state, rule))?.Held is null
            ? CarryOverRefusals.NoCensus.With(("at", rule.HoldingsAt))
            : null;
    }

    private static Refusal? Missed(SchemeState state, CarryOverRule rule, HolderId holder)
    {
        foreach (var period in rule.RequiresMet)
        {
            var obligation = state.Compliance.Of(holder, period);
            var owes = Enumerable.Range(period.First, period.Last - period.First + 1)
                .Any(year => state.Registry.IsCovered(holder, year));
            if (obligation is null ? owes : obligation.Status != ObligationStatus.Met)
            {
                return CarryOverRefusals.PeriodMissed.With(("holder", holder), ("period", period));
            }
        }

        return null;
    }

    private static Refusal? OverLimit(SchemeState state, CarryOverRule rule, ApplyForCarryOver command)
    {
        if (command.Quantity <= Tonnes.Zero)
        {
            return ComplianceRefusals.QuantityNotPositive.With(("quantity", command.Quantity.Value));
        }

        var book = state.Compliance.CarryOvers[CarryOver.NewAsset(state, rule)];
        var asked = book.Requests
            .Where(request => request.Holder == command.Holder && request.Status != CarryOverStatus.Rejected)
            .Sum(request => request.Quantity.Value);
        var limit = CarryOver.Limit(state, rule, command.Holder)!.Value;
        return command.Quantity.Value > limit.Value - asked
            ? CarryOverRefusals.OverLimit.With(
                ("limit", limit.Value), ("asked", asked), ("wanted", command.Quantity.Value))
            : null;
    }

    private static Outcome<Decision> Freeze(SchemeState state, CarryOverRule rule, Holder holder, Tonnes quantity)
    {
        if (holder.RegistryAccount is not { } account)
        {
            return ComplianceRefusals.NoRegistryAccount.With(("holder", holder.Id));
        }

        var drafts = new List<Draft>();
        var wanted = quantity.Value;
        foreach (var asset in CarryOver.OldAssets(state, rule))
        {
            var part = Math.Min(wanted, state.Ledger.Balance(new Place(account), asset));
            if (part > 0)
            {
                drafts.Add(new Draft(asset, new Place(account), new Place(account, Compartment.Frozen), part));
                wanted -= part;
            }
        }

        if (wanted > 0)
        {
            return ComplianceRefusals.NotEnoughUnits.With(
                ("unit", rule.Unit), ("needed", quantity.Value), ("available", quantity.Value - wanted));
        }

        if (Accounts.CheckSender(state, account, Types.CarryOver) is { } unusable)
        {
            return unusable;
        }

        var made = CarryOver.NewAsset(state, rule);
        var number = state.Compliance.CarryOvers[made].Requests.Count + 1;
        return state.Ledger.Plan().Transact(Types.CarryOver, drafts.ToArray()).Try(out var frozen, out var refusal)
            ? Decision.Of(new CarryOverRequested(made, number, holder.Id, [frozen]))
            : refusal;
    }

    private static Outcome<Decision> Decide(SchemeState state, in Context context, ConvertCarryOver command)
    {
        if (!Waiting(state, command.Unit, command.To, command.Number).Try(out var request, out var refusal))
        {
            return refusal;
        }

        var made = CarryOver.NewAsset(state, CarryOver.Find(state, command.Unit, command.To)!);
        var system = state.Registry.System!;
        var drafts = request.Lots
            .Select(lot => new Draft(lot.Asset, lot.To, new Place(system.Expired), lot.Quantity, lot.Serials))
            .Append(new Draft(
                made, new Place(system.Issuance), new Place(request.Lots[0].To.Account), request.Quantity.Value));
        return state.Ledger.Plan().Transact(Types.CarryOver, drafts.ToArray()).Try(out var converted, out refusal)
            ? Decision.Of(new CarryOverConverted(made, command.Number, [converted]))
            : refusal;
    }

    private static Outcome<Decision> Decide(SchemeState state, in Context context, RejectCarryOver command)
    {
        if (!Waiting(state, command.Unit, command.To, command.Number).Try(out var request, out var refusal))
        {
            return refusal;
        }

        if (string.IsNullOrWhiteSpace(command.Reason))
        {
            return ComplianceRefusals.NoReason.With();
        }

        var made = CarryOver.NewAsset(state, CarryOver.Find(state, command.Unit, command.To)!);
        var drafts = request.Lots.Select(lot => new Draft(lot.Asset, lot.To, lot.From, lot.Quantity, lot.Serials));
        return state.Ledger.Plan().Transact(Types.CarryOver, drafts.ToArray()).Try(out var freed, out refusal)
            ? Decision.Of(new CarryOverRejected(made, command.Number, command.Reason, [freed]))
            : refusal;
    }

    private static Outcome<CarryOverRequest> Waiting(SchemeState state, string unit, CompliancePeriod to, int number)
    {
        if (CarryOver.Find(state, unit, to) is not { } rule)
        {
            return CarryOverRefusals.UnknownCarryOver.With(("unit", unit), ("vintage", to));
        }

        var requests = state.Compliance.CarryOvers.GetValueOrDefault(CarryOver.NewAsset(state, rule))?.Requests ?? [];
        if (number < 1 || number > requests.Count)
        {
            return CarryOverRefusals.UnknownRequest.With(("number", number));
        }

        var request = requests[number - 1];
        return request.Status == CarryOverStatus.Requested
            ? request
            : CarryOverRefusals.RequestOver.With(("number", number));
    }

    private static void Apply(SchemeState state, in Context context, CarryOverRequested happened)
    {
        state.Ledger.Post(happened.Transactions[0]);
        CarryOver.Book(state, happened.NewUnits).Requests.Add(new CarryOverRequest(
            happened.Number,
            happened.Holder,
            [.. happened.Transactions[0].Movements],
            CarryOverStatus.Requested));
    }

    private static void Apply(SchemeState state, in Context context, CarryOverConverted happened) =>
        End(state, happened.NewUnits, happened.Number, happened.Transactions, CarryOverStatus.Converted);

    private static void Apply(SchemeState state, in Context context, CarryOverRejected happened) =>
        End(state, happened.NewUnits, happened.Number, happened.Transactions, CarryOverStatus.Rejected);

    private static void End(
        SchemeState state, Asset made, int number, IReadOnlyList<Transaction> transactions, CarryOverStatus status)
    {
        state.Ledger.Post(transactions[0]);
        var requests = CarryOver.Book(state, made).Requests;
        requests[number - 1] = requests[number - 1] with { Status = status };
    }
}
