using System.Globalization;
using Tanheng.Quantities;
using Tanheng.Scheme;
using Tanheng.Scheme.Supervision;
using Tanheng.Web.Actions.Speech;
using Tanheng.Web.Portal;
using Tanheng.Web.Portal.Tables;

namespace Tanheng.Web.Desks.Exchange;

/// <summary>An alert with names and times.</summary>
public sealed record AlertLine(Alert Alert, Text Who, DateTime At)
{
    /// <summary>Its page.</summary>
    public string Path => AlertLines.PathOf(Alert.Id);

    /// <summary>What may be done with it.</summary>
    public IReadOnlyList<Act> Acts
    {
        get
        {
            if (Alert.Status != AlertStatus.Open)
            {
                return [];
            }

            var subject = Alert.Holders.Count == 1
                ? "subject=" + Alert.Holders[0].Value.ToString(CultureInfo.InvariantCulture) + "&"
                : "";
            return
            [
                new Act(
                    $"/act/open-inquiry?{subject}alerts={Alert.Id.Value}", ActionWords.TitleOf("open-inquiry")),
                new Act($"/act/dismiss-alert?alert={Alert.Id.Value}", ActionWords.TitleOf("dismiss-alert")),
            ];
        }
    }
}

/// <summary>A figure of an alert in words.</summary>
public sealed record FigureLine(Text What, Text Measured, Text Threshold);

/// <summary>Alerts of surveillance.</summary>
internal static class AlertLines
{
    public static readonly DeskList<AlertLine> List = new(
        "alerts",
        [
            new("alert", Words.SurveillanceAlert, row => row.Alert.Id.ToString())
            {
                Head = true, Link = row => row.Path,
            },
            new("kind", Words.SurveillanceKind, row => Names.Of(row.Alert.Kind)),
            new("instrument", Words.Unit, row => row.Alert.Instrument.Code),
            new("holders", Words.SurveillanceWho, row => row.Who),
            new("noticed", Words.SurveillanceNoticed, row => row.At) { Class = "nowrap" },
            DeskColumns.State<AlertLine>(
                "status", Words.Status, row => Names.Of(row.Alert.Status), row => Tone(row.Alert.Status)),
        ],
        (state, ask) =>
        [
            .. state.Supervision.Alerts.AsEnumerable().Reverse().Select(one => Line(state, one))
                .Where(row => ask.Finds(row.Who.Zh, row.Who.En, row.Alert.Id.ToString())
                    && ask.Is("kind", row.Alert.Kind.ToString())
                    && ask.Is("status", row.Alert.Status.ToString())),
        ])
    {
        OfStateAlone = true,
    };

    public static string PathOf(AlertId id) =>
        "/exchange/surveillance/alerts/" + id.Value.ToString(CultureInfo.InvariantCulture);

    public static string PathOf(InquiryId id) =>
        "/exchange/surveillance/inquiries/" + id.Value.ToString(CultureInfo.InvariantCulture);

    public static AlertLine Line(SchemeState state, Alert one)
    {
        var naming = new Naming(state);
        return new AlertLine(
            one, Naming.List(one.Holders.Select(naming.Holder)), state.Rules.Calendar.Local(one.At));
    }

    public static string Tone(AlertStatus status) => status switch
    {
        AlertStatus.Open => "warn",
        AlertStatus.InInquiry => "info",
        _ => "",
    };

    public static string Tone(InquiryStatus status) => status switch
    {
        InquiryStatus.Open or InquiryStatus.Answered => "warn",
        InquiryStatus.Asked => "info",
        _ => "",
    };

    /// <summary>What was measured, in units that people read.</summary>
    public static IReadOnlyList<FigureLine> Figures(Alert alert, Currency currency) =>
        [.. alert.Evidence.Figures.Select(figure => new FigureLine(
            Names.Of(figure.Measure),
            Shown(figure.Measure, figure.Value, currency),
            figure.Threshold is { } least ? Shown(figure.Measure, least, currency) : Naming.Same("—")))];

    /// <summary>The source of the rule, in words where the rulebook still has it from there.</summary>
    public static Text SourceOf(Rulebook.Rulebook book, Alert alert)
    {
        var evidence = alert.Evidence;
        var rule = evidence.Rule == "positions"
            ? book.Trading?.Positions
            : book.Supervision?.Each.FirstOrDefault(one => one.Key == evidence.Rule).Rule;
        return rule is { Cite: var cite } && cite.Reference == evidence.Source
            ? new Text(cite.Source, cite.SourceEn)
            : Naming.Same(evidence.Source);
    }

    private static Text Shown(Measure measure, long value, Currency currency) => measure switch
    {
        Measure.Share or Measure.Move => Naming.Same(
            (value / 100m).ToString("0.00", CultureInfo.InvariantCulture) + " %"),
        Measure.Price or Measure.Against => With(
            new Price(value, currency).ToString().Split(' ')[0], Words.UnitOfPrice(currency)),
        Measure.Minutes => With(Format.Number(value), new Text("分钟", "min")),
        Measure.Entered or Measure.Withdrawn => With(Format.Number(value), new Text("笔", "orders")),
        _ => Naming.Tonnes(new Tonnes(value)),
    };

    private static Text With(string number, Text unit) => new($"{number} {unit.Zh}", $"{number} {unit.En}");
}
