using Tanheng.Engine.People;
using Tanheng.Quantities;
using Tanheng.Scheme;
using Tanheng.Scheme.Compliance;

namespace Tanheng.Web.Letters;

/// <summary>When a circular goes out again, and to whom.</summary>
internal static class CircularCalendar
{
    private const int Week = 7;

    /// <summary>The sending after one; null when the circular is over. Sendings that were missed are left out.</summary>
    public static DateTime? After(Circular circular, DateTime now)
    {
        if (circular.Repeat == Repetition.Once)
        {
            return null;
        }

        var count = 1;
        DateTime next;
        do
        {
            next = Sending(circular, count++);
        }
        while (next <= now);
        return next <= circular.Until ? next : null;
    }

    /// <summary>Whoever is to have it at this moment.</summary>
    public static IEnumerable<UserId> Recipients(SchemeState state, Audience audience)
    {
        var officials = state.Registry.Officials.Keys;
        var representatives = state.Registry.Holders.Keys.SelectMany(id => EventLetters.Representatives(state, id));
        return (audience switch
        {
            Audience.Officials => officials,
            Audience.Representatives => representatives,
            Audience.Owing => state.Compliance.Obligations
                .Where(pair => pair.Value.Missing > Tonnes.Zero)
                .Select(pair => pair.Key.Holder)
                .Distinct()
                .SelectMany(id => EventLetters.Representatives(state, id)),
            _ => representatives.Concat(officials),
        }).Distinct();
    }

    // Counted from the first, so that the last of a month does not creep forward.
    private static DateTime Sending(Circular circular, int number) => circular.Repeat switch
    {
        Repetition.Daily => circular.From.AddDays(number),
        Repetition.Weekly => circular.From.AddDays(Week * number),
        _ => circular.From.AddMonths(number),
    };
}
