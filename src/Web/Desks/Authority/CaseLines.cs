using Tanheng.Quantities;
using Tanheng.Scheme;
using Tanheng.Scheme.Compliance;
using Tanheng.Scheme.Registry;
using Tanheng.Web.Actions.Speech;
using Tanheng.Web.Portal;
using Tanheng.Web.Portal.Tables;

namespace Tanheng.Web.Desks.Authority;

/// <summary>A case with names and times.</summary>
public sealed record CaseLine(PenaltyCase Case, Text Holder, DateTime OpenedAt, DateTime Now)
{
    /// <summary>Its page.</summary>
    public string Path => $"/authority/cases/{Case.Id.Value}";

    /// <summary>Days left to correct, while an order runs.</summary>
    public int? DaysLeft => Case is { IsLive: true, Correction: CorrectionStatus.Ordered, CorrectBy: { } by }
        ? DeskColumns.DaysUntil(Now, by.AddDays(1).ToDateTime(TimeOnly.MinValue))
        : null;

    /// <summary>What the authority may do next.</summary>
    public IReadOnlyList<Act> Acts
    {
        get
        {
            if (!Case.IsLive)
            {
                return [];
            }

            var acts = new List<Act>();
            void May(string command, Text word, string more = "") =>
                acts.Add(new Act($"/act/{command}?case={Case.Id.Value}{more}", word));
            if (Case.Status == CaseStatus.Open)
            {
                May("decide-case", Words.DeskDecide);
            }
            else if (Case is { Paid: false, Decision.Fine.Minor: > 0 })
            {
                May("pay-fine", Words.DeskRecordPayment, $"&holder={Case.Holder.Value}");
            }
            else
            {
                May("close-case", Words.DeskClose);
            }

            if (Case.Correction == CorrectionStatus.None)
            {
                May("order-correction", Words.DeskOrderCorrection);
            }
            else if (Case.Correction == CorrectionStatus.Ordered)
            {
                May("refuse-correction", Words.DeskRefuseCorrection);
            }

            May("amend-case", Words.DeskAmend, $"&shortfall={Case.Shortfall.Value}");
            May("withdraw-case", Words.DeskWithdrawCase);
            return acts;
        }
    }
}

/// <summary>Cases of non-compliance.</summary>
internal static class CaseLines
{
    public static readonly DeskList<CaseLine> List = new(
        "cases",
        [
            new("case", Words.Case, row => row.Case.Id.ToString()) { Head = true, Link = row => row.Path },
            new("entity", Words.Entity, row => row.Holder),
            new("period", Words.Period, row => row.Case.Period.ToString()),
            new("offence", Words.DeskOffence, row => Names.Of(row.Case.Offence)),
            Columns.Tonnes<CaseLine>("shortfall", Words.Missing, row => row.Case.Shortfall),
            DeskColumns.State<CaseLine>(
                "status", Words.Status, row => Names.Of(row.Case.Status), row => Tone(row.Case)),
            DeskColumns.State<CaseLine>(
                "correction",
                Words.DeskCorrection,
                row => Names.Of(row.Case.Correction),
                row => row.Case.Correction == CorrectionStatus.Refused ? "bad" : ""),
            DeskColumns.Days<CaseLine>("days", row => row.DaysLeft),
            new("fine", Words.Fine, row => row.Case.Decision?.Fine) { Number = true },
            new("opened", Words.DeskOpened, row => row.OpenedAt) { Class = "nowrap" },
        ],
        (state, ask) =>
        [
            .. state.Compliance.Cases.Values.OrderByDescending(one => one.Id.Value)
                .Select(one => Line(state, ask.Now, one))
                .Where(row => ask.Finds(row.Holder.Zh, row.Holder.En, row.Case.Id.ToString())
                    && ask.Is("status", row.Case.Status.ToString())
                    && ask.Is("correction", row.Case.Correction.ToString())
                    && ask.Is("period", row.Case.Period.ToString())),
        ]);

    public static CaseLine Line(SchemeState state, DateTime now, PenaltyCase one) => new(
        one, new Naming(state).Holder(one.Holder), state.Rules.Calendar.Local(one.OpenedAt), now);

    public static string Tone(PenaltyCase one) => one.Status switch
    {
        CaseStatus.Open => "bad",
        CaseStatus.Decided => one.Paid ? "info" : "warn",
        CaseStatus.Closed => "good",
        _ => "",
    };
}

/// <summary>A court's freeze with names and times.</summary>
public sealed record FreezeLine(Freeze Freeze, Text Account, DateTime At)
{
    /// <summary>Its page.</summary>
    public string Path => $"/authority/freezes/{Freeze.Id.Value}";

    /// <summary>What may be done with it.</summary>
    public IReadOnlyList<Act> Acts
    {
        get
        {
            var (unit, vintage) = Units.Parts(Freeze.Asset.Code);
            return
            [
                new Act(
                    $"/act/release-units?freeze={Freeze.Id.Value}&quantity={Freeze.Serials.Count}", Words.DeskRelease),
                new Act(
                    $"/act/transfer-judicially?freeze={Freeze.Id.Value}&from={Freeze.Account.Value}&unit={unit}"
                        + $"&vintage={vintage}&quantity={Freeze.Serials.Count}",
                    Words.DeskTransferJudicially),
            ];
        }
    }
}

/// <summary>Freezes in force.</summary>
internal static class FreezeLines
{
    public static readonly DeskList<FreezeLine> List = new(
        "freezes",
        [
            new("freeze", Words.DeskFreeze, row => row.Freeze.Id.ToString()) { Head = true, Link = row => row.Path },
            new("account", Words.Account, row => row.Account),
            new("unit", Words.Unit, row => row.Freeze.Asset.Code),
            Columns.Tonnes<FreezeLine>("quantity", Words.Quantity, row => new Tonnes(row.Freeze.Serials.Count)),
            new("reference", Words.DeskReference, row => row.Freeze.Reference),
            new("since", Words.DeskSince, row => row.At) { Class = "nowrap" },
            DeskColumns.Do<FreezeLine>(row => row.Acts),
        ],
        (state, _) => [.. state.Registry.Freezes.Values.OrderByDescending(one => one.Id.Value)
            .Select(one => Line(state, one))]);

    public static FreezeLine Line(SchemeState state, Freeze one) =>
        new(one, new Naming(state).Account(one.Account), state.Rules.Calendar.Local(one.At));
}
