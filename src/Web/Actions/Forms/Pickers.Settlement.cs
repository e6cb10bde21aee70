using Tanheng.Quantities;
using Tanheng.Scheme;
using Tanheng.Scheme.Settlement;
using Tanheng.Web.Actions.Speech;
using Tanheng.Web.Portal;

namespace Tanheng.Web.Actions.Forms;

/// <summary>Choices of the settlement desk.</summary>
internal sealed partial class Pickers
{
    private IEnumerable<Option> OfSettlement(FieldKind kind) => kind switch
    {
        FieldKind.BankLine => state.Cash.Lines.Values.Where(line => line.Status == LineStatus.Suspense)
            .OrderBy(line => line.Id.Value).Select(line => new Option(
                line.Id.Value.ToString(),
                Naming.Same($"{line.Id} {line.Line.Reference} · {Format.Amount(line.Line.Amount)} · "
                    + (line.Line.Name ?? line.Line.Account ?? "–")))),
        FieldKind.SettlementObjection => state.Cash.Objections.Values.Where(one => one.Accepted is null)
            .OrderBy(one => one.Id.Value).Select(one => new Option(
                one.Id.Value.ToString(),
                Joined(Naming.Same($"{one.Id} {one.Day:yyyy-MM-dd}"), naming.Holder(one.Holder), true))),
        _ => state.Cash.Corrections.Values
            .Where(one => one.Status == CorrectingStatus.Open && one.Sides.Any(side => Sees(side)))
            .OrderBy(one => one.Id.Value).Select(one => new Option(
                one.Id.Value.ToString(),
                Naming.Same($"{one.Id} {one.Reference} · {Format.Amount(one.Amount)}"))),
    };

    private Text WhoseOf(HolderId? holder) => holder is { } own ? naming.Holder(own) : Words.InSuspense;
}
