using Tanheng.Quantities;
using Tanheng.Rulebook;
using Tanheng.Scheme.Registry;

namespace Tanheng.Scheme.Supervision;

/// <summary>立案调查: alerts about a holder are looked into.</summary>
/// <param name="Subject">The holder.</param>
/// <param name="Alerts">What it begins with.</param>
/// <param name="Note">Why; not for the holder.</param>
public sealed record OpenInquiry(HolderId Subject, IReadOnlyList<AlertId> Alerts, string Note) : Command;

/// <summary>An inquiry began.</summary>
public sealed record InquiryOpened(InquiryId Inquiry, HolderId Holder, IReadOnlyList<AlertId> Alerts, string Note)
    : Event;

/// <summary>
/// An alert is in one inquiry, into one of those whom it names. Refusals in order: unknown holder; no alerts; of each
/// alert: unknown alert, alert done, not in alert; text missing (note).
/// </summary>
public static class Inquiries
{
    internal static void Register(Catalogue catalogue) => catalogue
        .Command<OpenInquiry>("open-inquiry", Permission.Of(Role.ExchangeOperator, Role.Authority), Decide)
        .Event<InquiryOpened>("inquiry-opened", Apply);

    /// <summary>The inquiries into a holder of which it knows: those in which it has been asked.</summary>
    public static IEnumerable<Inquiry> KnownTo(SchemeState state, HolderId holder) =>
        state.Supervision.Inquiries.Where(one => one.Holder == holder && IsKnown(one));

    /// <summary>True when the holder has been told of an inquiry.</summary>
    public static bool IsKnown(Inquiry inquiry) => inquiry.Questions.Count > 0;

    /// <summary>An inquiry that is not decided. Refusals in order: unknown inquiry; inquiry decided.</summary>
    internal static Outcome<Inquiry> FindOpen(SchemeState state, InquiryId id)
    {
        if (state.Supervision.Find(id) is not { } inquiry)
        {
            return SupervisionRefusals.UnknownInquiry.With(("inquiry", id));
        }

        return inquiry.Status == InquiryStatus.Decided
            ? SupervisionRefusals.InquiryDecided.With(("inquiry", id))
            : inquiry;
    }

    private static Outcome<Decision> Decide(SchemeState state, in Context context, OpenInquiry command)
    {
        if (state.Registry.Find(command.Subject) is null)
        {
            return RegistryRefusals.UnknownHolder.With(("holder", command.Subject));
        }

        var ids = command.Alerts.Distinct().OrderBy(id => id.Value).ToList();
        if (ids.Count == 0)
        {
            return SupervisionRefusals.NoAlerts.With();
        }

        foreach (var id in ids)
        {
            if (!Alerts.FindOpen(state, id).Try(out var alert, out var refusal))
            {
                return refusal;
            }

            if (!alert.Holders.Contains(command.Subject))
            {
                return SupervisionRefusals.NotInAlert.With(("alert", id), ("holder", command.Subject));
            }
        }

        return Holders.Blank("note", command.Note) is { } blank
            ? blank
            : Decision.Of(new InquiryOpened(state.Supervision.NextInquiry, command.Subject, ids, command.Note));
    }

    private static void Apply(SchemeState state, in Context context, InquiryOpened happened)
    {
        foreach (var id in happened.Alerts)
        {
            state.Supervision.Change(id, alert => alert with
            {
                Status = AlertStatus.InInquiry,
                Inquiry = happened.Inquiry,
            });
        }

        state.Supervision.Inquiries.Add(new Inquiry(
            happened.Inquiry, happened.Holder, happened.Alerts, happened.Note, context.Time, InquiryStatus.Open, []));
    }
}
