using Tanheng.Quantities;
using Tanheng.Scheme;
using Tanheng.Scheme.Supervision;
using Tanheng.Scheme.Trading;
using Tanheng.Web.Actions.Speech;
using Tanheng.Web.Portal;
using Tanheng.Web.Portal.Tables;

namespace Tanheng.Web.Desks.Exchange;

/// <summary>An inquiry with names.</summary>
public sealed record InquiryLine(Inquiry Inquiry, Text Holder, DateTime At)
{
    internal static IReadOnlyList<Column<InquiryLine>> Columns { get; } =
    [
        new("inquiry", Words.SurveillanceInquiry, row => row.Inquiry.Id.ToString())
        {
            Head = true, Link = row => AlertLines.PathOf(row.Inquiry.Id),
        },
        new("holder", Words.InquiryHolder, row => row.Holder),
        new("begun", Words.InquiryBegun, row => row.At) { Class = "nowrap" },
        new("by", Words.SurveillanceAnswerBy, row => row.Inquiry.Waiting?.By) { Class = "nowrap" },
        DeskColumns.State<InquiryLine>(
            "status", Words.Status, row => Names.Of(row.Inquiry.Status), row => AlertLines.Tone(row.Inquiry.Status)),
    ];
}

/// <summary>A restriction with names.</summary>
public sealed record BarredLine(Restriction Restriction, Text Holder, DateTime At)
{
    internal static IReadOnlyList<Column<BarredLine>> Columns { get; } =
    [
        new("holder", Words.Entity, row => row.Holder) { Head = true },
        DeskColumns.State<BarredLine>("bar", Words.SurveillanceKind, row => Names.Of(row.Restriction.Bar), _ => "bad"),
        new("reason", Words.HaltsReason, row => row.Restriction.Reason),
        new("since", Words.SurveillanceSince, row => row.At) { Class = "nowrap" },
        new("until", Words.SurveillanceLastDay, row => row.Restriction.Until) { Class = "nowrap" },
    ];

    /// <summary>What may be done with it.</summary>
    public IReadOnlyList<Act> Acts =>
    [
        new($"/act/lift-trading-restriction?holder={Restriction.Holder.Value}",
            ActionWords.TitleOf("lift-trading-restriction")),
    ];
}

/// <summary>A large trader.</summary>
public sealed record LargeLine(Text Holder, string Instrument, Tonnes Position)
{
    internal static IReadOnlyList<Column<LargeLine>> Columns { get; } =
    [
        new("holder", Words.Entity, row => row.Holder) { Head = true },
        new("instrument", Words.Unit, row => row.Instrument),
        Portal.Tables.Columns.Tonnes<LargeLine>("position", Words.SurveillancePosition, row => row.Position),
    ];
}

/// <summary>A relation with names.</summary>
public sealed record RelationLine(Text Holder, Text Other, Text Kind, string Basis)
{
    internal static IReadOnlyList<Column<RelationLine>> Columns { get; } =
    [
        new("holder", Words.Entity, row => row.Holder) { Head = true },
        new("kind", Words.SurveillanceKind, row => row.Kind),
        new("other", Words.Entity, row => row.Other),
        new("basis", Words.SurveillanceBasis, row => row.Basis),
    ];
}

/// <summary>What the desk of surveillance shows besides alerts.</summary>
internal sealed record SurveillanceView(
    IReadOnlyList<InquiryLine> Inquiries,
    IReadOnlyList<BarredLine> Barred,
    IReadOnlyList<LargeLine> Large,
    IReadOnlyList<RelationLine> Relations)
{
    private const int MostInquiries = 50;

    /// <summary>Nothing yet.</summary>
    public static SurveillanceView Nothing { get; } = new([], [], [], []);

    public static SurveillanceView Of(SchemeState state)
    {
        var (naming, calendar, supervision) = (new Naming(state), state.Rules.Calendar, state.Supervision);
        return new SurveillanceView(
            [.. supervision.Inquiries.AsEnumerable().Reverse()
                .OrderBy(one => one.Status == InquiryStatus.Decided).Take(MostInquiries)
                .Select(one => new InquiryLine(one, naming.Holder(one.Holder), calendar.Local(one.At)))],
            [.. supervision.Restrictions.Values.OrderBy(one => one.Holder.Value)
                .Select(one => new BarredLine(one, naming.Holder(one.Holder), calendar.Local(one.At)))],
            [.. state.Trading.Instruments.Keys.OrderBy(asset => asset.Code, StringComparer.Ordinal)
                .SelectMany(asset => Positions.LargeTraders(state, asset)
                    .Select(one => new LargeLine(naming.Holder(one.Holder), asset.Code, one.Position)))],
            [.. supervision.Relations.Select(one => new RelationLine(
                naming.Holder(one.Holder), naming.Holder(one.Other), Names.Of(one.Kind), one.Basis))]);
    }
}
