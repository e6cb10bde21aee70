using Tanheng.Ledger;
using Tanheng.Quantities;
using Tanheng.Rulebook;
using Tanheng.Scheme;
using Tanheng.Scheme.Compliance;
using Tanheng.Web.Actions.Forms;

namespace Tanheng.Web.Entities.Models;

/// <summary>A period's surrender as it stands, and what one that is tried would do.</summary>
/// <param name="Obligation">What is owed.</param>
/// <param name="Deadline">The first moment too late, in the scheme's zone.</param>
/// <param name="OffsetLimit">Most offsets altogether.</param>
/// <param name="Choices">Free units that may be chosen by vintage.</param>
/// <param name="Lots">What was surrendered.</param>
/// <param name="Problems">What is wrong in the form, by field.</param>
/// <param name="Preview">What the trial would take; null when it is refused or wrong.</param>
/// <param name="Refusal">Why it is refused.</param>
public sealed record SurrenderTrial(
    Obligation Obligation,
    DateTime? Deadline,
    Tonnes OffsetLimit,
    IReadOnlyList<AcceptedPosition> Choices,
    IReadOnlyList<SurrenderedLot> Lots,
    IReadOnlyDictionary<string, Text> Problems,
    SurrenderPreview? Preview,
    Refusal? Refusal)
{
    /// <summary>Tries what stands in the form; null when nothing is owed for the period.</summary>
    public static SurrenderTrial? Of(
        SchemeState state, HolderId holder, CompliancePeriod period, FormValues values, DateTime now)
    {
        if (state.Rules.Period(period) is not { } rules || state.Compliance.Of(holder, period) is not { } obligation)
        {
            return null;
        }

        var reading = CommandForm.Read(ActionSheet.Blank(Catalogue.Scheme.CommandNamed("surrender")!), values);
        SurrenderPreview? preview = null;
        Refusal? refusal = null;
        if (reading.Command is Surrender command)
        {
            _ = Surrenders.Preview(state, command, state.Rules.Calendar.Moment(now)).Try(out preview, out refusal);
        }

        return new SurrenderTrial(
            obligation,
            rules.DeadlineOf(Step.Surrender)?.At,
            Obligations.OffsetLimit(rules, obligation.Due),
            AcceptedPosition.Of(state, holder, rules),
            state.Compliance.LotsOf(holder, period),
            reading.Problems,
            preview,
            refusal);
    }
}

/// <summary>Free units in the registry account that settle a period.</summary>
/// <param name="Unit">The family.</param>
/// <param name="Vintage">The vintage.</param>
/// <param name="Asset">The ledger's code.</param>
/// <param name="Quantity">How many.</param>
/// <param name="IsOffset">True for offsets, which have a field of their own.</param>
public sealed record AcceptedPosition(
    string Unit, CompliancePeriod Vintage, Asset Asset, long Quantity, bool IsOffset)
{
    /// <summary>The positions in the order of their vintages.</summary>
    public static IReadOnlyList<AcceptedPosition> Of(SchemeState state, HolderId holder, PeriodRules rules)
    {
        var offsets = rules.Surrender.Offsets?.Accepts ?? [];
        return
        [
            .. PositionLine.Of(state, holder)
                .Where(line => line is { IsFree: true, Account.Kind: AccountKind.Registry })
                .Where(line => Covers(rules.Surrender.Accepts, line) || Covers(offsets, line))
                .OrderBy(line => line.Vintage)
                .Select(line => new AcceptedPosition(
                    line.Unit!.Code,
                    line.Vintage,
                    line.Position.Asset,
                    line.Position.Quantity,
                    line.Unit.Kind == UnitKind.Offset)),
        ];
    }

    private static bool Covers(IReadOnlyList<AcceptedUnits> accepted, PositionLine line) =>
        accepted.Any(one => one.Unit == line.Unit!.Code && one.Covers(line.Vintage));
}
