using Tanheng.Quantities;
using Tanheng.Scheme;
using Tanheng.Scheme.Bulletins;

namespace Tanheng.Web.Portal.Bulletins;

/// <summary>What the page of a bulletin, its print and its files show.</summary>
/// <param name="Bulletin">The figures.</param>
/// <param name="Product">What it is of.</param>
/// <param name="Title">Its heading.</param>
/// <param name="Sentences">The customary sentences.</param>
/// <param name="Pictured">The days of the picture: its own, of a daily bulletin those before it too.</param>
/// <param name="Beside">Other markets' bulletins of about the same days.</param>
/// <param name="Previous">The period before; null for the first.</param>
/// <param name="Next">The period after; null for the last.</param>
/// <param name="Earlier">What was traded before this exchange began to count; null for nothing.</param>
/// <param name="ClosedAt">When the last of its trading days closed.</param>
public sealed record BulletinView(
    Bulletin Bulletin,
    Text Product,
    Text Title,
    IReadOnlyList<Text> Sentences,
    IReadOnlyList<DayFigures> Pictured,
    IReadOnlyList<ForeignBulletin> Beside,
    BulletinPeriod? Previous,
    BulletinPeriod? Next,
    EarlierTrading? Earlier,
    DateTimeOffset ClosedAt)
{
    private const int DaysBefore = 20;

    /// <summary>The word of a kind in addresses.</summary>
    public static string WordOf(BulletinKind kind) => Api.Parameter.Word(kind);

    /// <summary>The kind of a word in an address; null for none.</summary>
    public static BulletinKind? KindOf(string? word)
    {
        foreach (var kind in Enum.GetValues<BulletinKind>())
        {
            if (WordOf(kind) == word)
            {
                return kind;
            }
        }

        return null;
    }

    /// <summary>Where a bulletin is.</summary>
    public static string PathOf(BulletinPeriod period) => $"/market/bulletins/{WordOf(period.Kind)}/{period.Key}";

    /// <summary>
    /// The bulletin of the main unit, read once for everybody who asks before the next row; null when there is no such.
    /// </summary>
    public static async Task<BulletinView?> ReadAsync(Market market, string? kind, string? key) =>
        KindOf(kind) is { } known && BulletinPeriod.Parse(known, key ?? "") is { } period
            ? await market.ReadOnce(
                $"bulletin {WordOf(known)} {period.Key}", state => Of(state, WordOf(known), period.Key))
            : null;

    /// <summary>Reads it; null when there is no such bulletin.</summary>
    public static BulletinView? Of(SchemeState state, string? kind, string? key, string? unit = null)
    {
        if (KindOf(kind) is not { } known || BulletinPeriod.Parse(known, key ?? "") is not { } period
            || (unit ?? BulletinBook.MainUnit(state)) is not { } family
            || BulletinBook.Of(state, family, period) is not { } bulletin)
        {
            return null;
        }

        var days = bulletin.Days;
        if (known == BulletinKind.Daily)
        {
            days = [.. BulletinBook.Days(state, family)
                .Where(day => day.Day <= period.To && day.Day > period.To.AddDays(-2 * DaysBefore))
                .TakeLast(DaysBefore)];
        }

        var (previous, next) = BulletinBook.Beside(state, family, period);
        return new BulletinView(
            bulletin,
            BulletinText.Product(state.Rules, family),
            BulletinText.Title(period),
            BulletinText.Of(state.Rules, bulletin),
            days,
            ForeignBulletins.Beside(state, period),
            previous,
            next,
            state.Bulletins.Earlier.GetValueOrDefault(family),
            ClosedOf(state, bulletin));
    }

    /// <summary>When the last trading day of a bulletin closed.</summary>
    public static DateTimeOffset ClosedOf(SchemeState state, Bulletin bulletin)
    {
        var day = bulletin.Days[^1].Day;
        var end = state.Rules.Trading is { } trading ? trading.Ends(day).Last() : TimeOnly.MinValue;
        return state.Rules.Calendar.Moment(day.ToDateTime(end));
    }
}
