using Tanheng.Quantities;
using Tanheng.Scheme;
using Tanheng.Scheme.Allocation;
using Tanheng.Scheme.Registry;
using Tanheng.Web.Portal;
using Tanheng.Web.Portal.Tables;

namespace Tanheng.Web.Desks.Authority;

/// <summary>One entity of a dry run, with its names.</summary>
/// <param name="Dry">What a run would do; refused where a decision stands already.</param>
/// <param name="Holder">Whose.</param>
/// <param name="Period">Which period.</param>
/// <param name="Stage">Which decision.</param>
/// <param name="Basis">The year a pre-allocation stands on; null for the usual one.</param>
/// <param name="Verified">Accepted emissions of the period; null until all are.</param>
public sealed record AllocationLine(
    PreviewLine Dry, Holder Holder, CompliancePeriod Period, AllocationStage Stage, int? Basis, Tonnes? Verified)
{
    /// <summary>What the methods give now, whether or not a run could decide it.</summary>
    public IReadOnlyList<AllocationFigure> Figures { get; init; } = [];

    /// <summary>Their sum; null where they give nothing.</summary>
    public Tonnes? Computed => Figures.Count == 0 ? null : new Tonnes(Figures.Sum(figure => figure.Quantity.Value));

    /// <summary>True when a decision stands already, so that a run has nothing to decide.</summary>
    public bool Decided => Dry.Refusal?.Code is { } code
        && (code == AllocationRefusals.AlreadyDetermined || code == AllocationRefusals.AlreadyPreAllocated);

    /// <summary>Why nothing can be decided; null where a run would decide, or has.</summary>
    public Refusal? Obstacle => Decided ? null : Dry.Refusal;

    /// <summary>What is computed less what stands.</summary>
    public Tonnes? Difference => Computed - Dry.Previous;

    /// <summary>Where its work is shown.</summary>
    public string Path => $"/authority/allocation/{Period}/{Holder.Id.Value}?{AllocationLines.About(Stage, Basis)}";
}

/// <summary>The dry run of an allocation by entity: nothing changes by looking at it.</summary>
internal static class AllocationLines
{
    public static readonly DeskList<AllocationLine> List = new(
        "allocation-dry-run",
        [
            new("entity", Words.Entity, row => row.Holder.Name) { Head = true, Link = row => row.Path },
            new("code", Words.CreditCode, row => row.Holder.Code) { Class = "serial" },
            new("province", Words.Province, row => ProvinceNames.Of(row.Holder.Province)) { Class = "nowrap" },
            Columns.Tonnes<AllocationLine>("verified", Words.Verified, row => row.Verified),
            Columns.Count<AllocationLine>("units", Words.DeskUnits, row => row.Figures.Sum(one => one.Rows.Count)),
            Columns.Tonnes<AllocationLine>("computed", Words.DeskComputed, row => row.Computed),
            Columns.Tonnes<AllocationLine>("stands", Words.DeskStands, row => row.Dry.Previous),
            Columns.Tonnes<AllocationLine>("difference", Words.DeskDifference, row => row.Difference),
            Columns.Tonnes<AllocationLine>("netted", Words.DeskNetted, row => row.Dry.Deductions),
            DeskColumns.State<AllocationLine>("state", Words.Status, StateOf, ToneOf, row => row.Obstacle),
        ],
        (state, ask) => [.. Of(state, ask).Where(row => Matches(row, ask))])
    {
        OfStateAlone = true,
    };

    /// <summary>True when the address asks for this entity.</summary>
    public static bool Matches(AllocationLine row, DeskAsk ask) =>
        ask.Finds(row.Holder.Name.Zh, row.Holder.Name.En, row.Holder.Code)
        && ask.Is("province", row.Holder.Province)
        && ask.Is("show", ShowOf(row));

    /// <summary>The stage and basis of an address.</summary>
    public static (AllocationStage Stage, int? Basis) StageOf(DeskAsk ask) => (
        ask["stage"] == "pre-allocation" ? AllocationStage.PreAllocation : AllocationStage.Final,
        int.TryParse(ask["basis"], out var basis) ? basis : null);

    /// <summary>The query that names them.</summary>
    public static string About(AllocationStage stage, int? basis) =>
        (stage == AllocationStage.Final ? "stage=final" : "stage=pre-allocation")
        + (basis is { } year ? $"&basis={year}" : "");

    /// <summary>Every entity, unfiltered.</summary>
    public static IReadOnlyList<AllocationLine> Of(SchemeState state, DeskAsk ask)
    {
        var (stage, basis) = StageOf(ask);
        return ask.Period is not { } period || state.Rules.Period(period) is null
            ? []
            : [.. AllocationRun.Preview(state, period, stage, basis).Select(line => new AllocationLine(
                line, state.Registry.Holders[line.Holder], period, stage, basis, Verified(state, line.Holder, period))
                {
                    Figures = line.Refusal is null ? line.Figures
                        : AllocationRun.Recalculate(state, line.Holder, period, stage, basis).Try(out var again, out _)
                            ? again
                            : [],
                })];
    }

    private static string ShowOf(AllocationLine row) => row switch
    {
        { Decided: true } => "decided",
        { Obstacle: not null } => "refused",
        _ => row.Difference == Tonnes.Zero ? "same" : "changed",
    };

    private static Text? StateOf(AllocationLine row) => ShowOf(row) switch
    {
        "decided" => Words.DeskDecided,
        "refused" => Words.DeskRefused,
        "same" => Words.DeskUnchanged,
        _ => Words.DeskChanged,
    };

    private static string ToneOf(AllocationLine row) => ShowOf(row) switch
    {
        "decided" => "good",
        "refused" => "warn",
        "changed" => "info",
        _ => "",
    };

    private static Tonnes? Verified(SchemeState state, HolderId holder, CompliancePeriod period)
    {
        var sum = Tonnes.Zero;
        for (var year = period.First; year <= period.Last; year++)
        {
            if (!state.Registry.IsCovered(holder, year))
            {
                continue;
            }

            if (state.Mrv.Of(holder, year) is not { } accepted)
            {
                return null;
            }

            sum += accepted.Total;
        }

        return sum;
    }
}

/// <summary>One generating unit of a dry run.</summary>
public sealed record AllocationUnit(AllocationLine Line, int Year, Text Unit, Tonnes Tonnes);

/// <summary>The dry run of an allocation by generating unit.</summary>
internal static class AllocationUnits
{
    public static readonly DeskList<AllocationUnit> List = new(
        "allocation-dry-run-units",
        [
            new("entity", Words.Entity, row => row.Line.Holder.Name) { Head = true, Link = row => row.Line.Path },
            new("unit", Words.DeskGeneratingUnit, row => row.Unit),
            new("year", Words.DeskYear, row => $"{row.Year}"),
            Columns.Tonnes<AllocationUnit>("computed", Words.DeskComputed, row => row.Tonnes),
        ],
        (state, ask) =>
        [
            .. from line in AllocationLines.List.Rows(state, ask)
               from figure in line.Figures
               from row in figure.Rows
               select new AllocationUnit(line, figure.Year, NameOf(state, row.Id), row.Tonnes),
        ])
    {
        OfStateAlone = true,
    };

    private static Text NameOf(SchemeState state, string id) =>
        id.Length > 1 && long.TryParse(id[1..], out var number)
            ? id[0] switch
            {
                'U' when state.Registry.Units.TryGetValue(new GeneratingUnitId(number), out var unit) => unit.Name,
                'F' when state.Registry.Facilities.TryGetValue(new FacilityId(number), out var one) => one.Name,
                _ => new Text(id, id),
            }
            : new Text(id, id);
}
