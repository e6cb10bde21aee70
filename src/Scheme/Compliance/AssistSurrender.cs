using Tanheng.Quantities;
using Tanheng.Scheme.Registry;

namespace Tanheng.Scheme.Compliance;

/// <summary>
/// 他企协助: another holder supplies allowances for one whose accounts cannot, for instance because they are frozen.
/// </summary>
/// <param name="Holder">Who helps.</param>
/// <param name="For">Whose obligation.</param>
/// <param name="Period">Which period.</param>
/// <param name="Quantity">Allowances, oldest accepted vintage first.</param>
public sealed record AssistSurrender(HolderId Holder, HolderId For, CompliancePeriod Period, Tonnes Quantity)
    : Command, IForHolder;

/// <summary>
/// Refusals in order: those of a surrender for the other holder (unknown period to nothing missing); unknown helper;
/// helps itself; quantity not positive; over-surrender; no registry account; not enough units; account not usable.
/// </summary>
internal static class AssistedSurrender
{
    internal static void Register(Catalogue catalogue) => catalogue
        .Command<AssistSurrender>("assist-surrender", Permission.OfHolder(Rulebook.Role.Authority), Decide);

    private static Outcome<Decision> Decide(SchemeState state, in Context context, AssistSurrender command)
    {
        if (!Surrenders.Owed(state, command.For, command.Period, context.Time).Try(out var obligation, out var refusal))
        {
            return refusal;
        }

        if (Guard(state, obligation, command) is { } guarded)
        {
            return guarded;
        }

        var plan = state.Ledger.Plan();
        var rules = state.Rules.Period(command.Period)!;
        var helper = state.Registry.Find(command.Holder)!;
        var picker = new Picker(state, plan, rules, context.Time);
        picker.OwnAllowances(helper, command.Quantity);
        if (picker.Total < command.Quantity)
        {
            return ComplianceRefusals.NotEnoughUnits.With(
                ("unit", ""), ("needed", command.Quantity.Value), ("available", picker.Total.Value));
        }

        if (Accounts.CheckSender(state, helper.RegistryAccount!.Value, Types.Assisted) is { } unusable)
        {
            return unusable;
        }

        var late = SurrenderCalendar.IsLate(state, rules, context.Time);
        return Surrenders.Settle(state, plan, obligation, picker.Picks, Types.Assisted, late)
            .Try(out var surrendered, out refusal)
            ? Decision.Of(surrendered)
            : refusal;
    }

    private static Refusal? Guard(SchemeState state, Obligation obligation, AssistSurrender command)
    {
        if (state.Registry.Find(command.Holder) is not { } helper)
        {
            return ComplianceRefusals.UnknownHolder.With(("holder", command.Holder));
        }

        if (command.Holder == command.For)
        {
            return ComplianceRefusals.HelpsItself.With();
        }

        if (command.Quantity <= Tonnes.Zero)
        {
            return ComplianceRefusals.QuantityNotPositive.With(("quantity", command.Quantity.Value));
        }

        if (command.Quantity > obligation.Missing)
        {
            return ComplianceRefusals.TooMuch.With(
                ("wanted", command.Quantity.Value), ("missing", obligation.Missing.Value));
        }

        return helper.RegistryAccount is null
            ? ComplianceRefusals.NoRegistryAccount.With(("holder", command.Holder))
            : null;
    }
}
