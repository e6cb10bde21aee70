using Tanheng.Ledger;
using Tanheng.Quantities;
using Tanheng.Rulebook;

namespace Tanheng.Scheme.Compliance;

/// <summary>The guards of a surrender, in the order in which <see cref="Surrenders"/> asks them.</summary>
internal static class SurrenderGuards
{
    public static Refusal? Quantities(Surrender command)
    {
        var allowances = command.Choice is { Count: > 0 } choice
            ? choice.Min(one => one.Quantity.Value)
            : command.Quantity?.Value;
        var least = command.Offsets > Tonnes.Zero ? 0 : 1;
        return command.Offsets < Tonnes.Zero || allowances < least
            ? ComplianceRefusals.QuantityNotPositive.With(
                ("quantity", Math.Min(allowances ?? 0, command.Offsets.Value)))
            : null;
    }

    public static Refusal? Choice(SchemeState state, PeriodRules rules, Picker picker, Surrender command)
    {
        foreach (var one in command.Choice ?? [])
        {
            if (Unit(state, rules, picker, command.Holder, one) is { } refusal)
            {
                return refusal;
            }
        }

        return null;
    }

    public static Refusal? Offsets(
        SchemeState state, PeriodRules rules, Picker picker, Obligation obligation, Surrender command)
    {
        if (command.Offsets == Tonnes.Zero)
        {
            return null;
        }

        if (rules.Surrender.Offsets is not { } offsets)
        {
            return ComplianceRefusals.OffsetsNotAllowed.With(("period", rules.Period));
        }

        if (offsets.Accepts.All(picker.IsOver) && offsets.Accepts is [var first, ..])
        {
            return ComplianceRefusals.UnitTooOld.With(
                ("unit", first.Unit), ("until", first.UsableUntil), ("period", rules.Period));
        }

        var limit = Obligations.OffsetLimit(rules, obligation.Due);
        return command.Offsets > limit - obligation.Offsets
            ? ComplianceRefusals.OffsetLimit.With(
                ("limit", limit.Value), ("used", obligation.Offsets.Value), ("wanted", command.Offsets.Value))
            : null;
    }

    public static Refusal? TooMuch(Obligation obligation, Surrender command)
    {
        var wanted = (Int128)command.Offsets.Value;
        if (command.Choice is { Count: > 0 } choice)
        {
            foreach (var one in choice)
            {
                wanted += one.Quantity.Value;
            }
        }
        else
        {
            wanted += command.Quantity?.Value ?? 0;
        }

        return wanted > obligation.Missing.Value
            ? ComplianceRefusals.TooMuch.With(("wanted", wanted), ("missing", obligation.Missing.Value))
            : null;
    }

    private static Refusal? Unit(
        SchemeState state, PeriodRules rules, Picker picker, HolderId holder, UnitChoice one)
    {
        var accepted = rules.Surrender.Accepts.Where(accepts => accepts.Unit == one.Unit).ToList();
        if (accepted.Count == 0 || state.Rules.Unit(one.Unit) is not { } unit)
        {
            return ComplianceRefusals.UnitNotAccepted.With(("unit", one.Unit), ("period", rules.Period));
        }

        var asset = Asset.Unit(unit.AssetCode(one.Vintage));
        if (Advances.Usable(state, holder, rules.Period)?.Asset == asset)
        {
            return null;
        }

        var known = unit.Vintages.Count == 0 ? one.Vintage == default : unit.Vintages.Contains(one.Vintage);
        if (!known || !accepted.Any(accepts => accepts.Covers(one.Vintage))
            || !CarryOver.MaySettle(state, asset, rules.Period))
        {
            return ComplianceRefusals.VintageNotAccepted.With(
                ("unit", one.Unit), ("vintage", one.Vintage), ("period", rules.Period));
        }

        var covering = accepted.Where(accepts => accepts.Covers(one.Vintage)).ToList();
        return covering.All(picker.IsOver)
            ? ComplianceRefusals.UnitTooOld.With(
                ("unit", one.Unit), ("until", covering[0].UsableUntil), ("period", rules.Period))
            : null;
    }
}
