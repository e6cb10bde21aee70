using Tanheng.Engine.People;
using Tanheng.Quantities;
using Tanheng.Scheme;
using Tanheng.Scheme.Compliance;
using Tanheng.Web.People;

namespace Tanheng.Web.Letters;

/// <summary>When a circular goes out again, and to whom.</summary>
internal static class CircularCalendar
{
    private const int Week = 7;
    private const int LongestSubject = 120;
    private const int LongestBody = 4000;

    /// <summary>Null for a circular that can be kept. Refusals in order: texts; times.</summary>
    public static Refusal? Check(Circular circular)
    {
        if (!Is(circular.Subject, LongestSubject) || !Is(circular.Body, LongestBody))
        {
            return PeopleRefusals.BadCircular.With(("subject", LongestSubject), ("body", LongestBody));
        }

        return circular.Until < circular.From
            || (circular.Repeat != Repetition.Once && circular.Until == circular.From)
            ? PeopleRefusals.BadCircularTime.With()
            : null;
    }

    private static bool Is(Text text, int longest) => text.Zh.Trim().Length > 0 && text.Zh.Length <= longest
        && text.En.Trim().Length > 0 && text.En.Length <= longest;

    /// <summary>The next sending; null when the circular is over. Sendings that were missed are left out.</summary>
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
    public static IEnumerable<UserId> Of(SchemeState state, Recipients audience)
    {
        var officials = state.Registry.Officials.Keys;
        var representatives = state.Registry.Holders.Keys.SelectMany(id => EventLetters.Representatives(state, id));
        return (audience switch
        {
            Recipients.Officials => officials,
            Recipients.Representatives => representatives,
            Recipients.Owing => state.Compliance.Obligations
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
