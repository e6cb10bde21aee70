using Tanheng.Scheme.Supervision;
using Tanheng.Web.Actions.Speech;
using Tanheng.Web.Portal;

namespace Tanheng.Web.Actions.Forms;

/// <summary>Choices of surveillance: alerts nobody has dealt with, inquiries that the command can be about.</summary>
internal sealed partial class Pickers
{
    private IEnumerable<Option> OfSupervision(FieldKind kind) => kind == FieldKind.Alert
        ? state.Supervision.Alerts.Where(alert => alert.Status == AlertStatus.Open).Reverse()
            .Select(alert => new Option(
                alert.Id.Value.ToString(),
                Joined(Naming.Same(alert.Id.ToString()), Joined(
                    Names.Of(alert.Kind), Naming.List(alert.Holders.Select(naming.Holder)), true), true)))
        : Inquiries().Select(one => new Option(
            one.Id.Value.ToString(),
            Joined(Naming.Same(one.Id.ToString()), Joined(
                naming.Holder(one.Holder), Names.Of(one.Status), true), true)));

    private IEnumerable<Inquiry> Inquiries() => state.Supervision.Inquiries.Where(one => Command switch
    {
        "give-explanation" => Sees(one.Holder) && one.Waiting is not null,
        "appeal-inquiry" => Sees(one.Holder) && one is { Decision: not null, Appeal: null },
        _ => one.Status != InquiryStatus.Decided,
    }).Reverse();
}
