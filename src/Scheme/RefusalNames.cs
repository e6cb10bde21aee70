using System.Globalization;
using Tanheng.Ledger;
using Tanheng.Quantities;
using Tanheng.Rulebook;
using Tanheng.Scheme.Registry;

namespace Tanheng.Scheme;

/// <summary>Refusals that call holders, accounts and moments by what people know them by.</summary>
internal static class RefusalNames
{
    /// <summary>
    /// The refusal with holders by their names, accounts by their numbers and moments by the market's clock. What the
    /// state does not know keeps its own form.
    /// </summary>
    public static Refusal Of(SchemeState state, Refusal refusal) => refusal.Named(value => value switch
    {
        HolderId id => state.Registry.Find(id) is { } holder
            ? new Text($"{holder.Name.Zh}（{id}）", $"{holder.Name.En} ({id})")
            : null,
        AccountId id => state.Registry.Accounts.TryGetValue(id, out var account)
            ? new Text(account.Number, account.Number)
            : null,
        DateTimeOffset moment when state.Book is { } book => Clock(book.Calendar, moment),
        _ => null,
    });

    private static Text Clock(WorkCalendar calendar, DateTimeOffset moment)
    {
        var text = calendar.Local(moment).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
        return new Text(text, text);
    }
}
