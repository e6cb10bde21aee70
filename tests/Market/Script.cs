using System.Globalization;
using Tanheng.Market.Books;

namespace Tanheng.Market.Tests;

/// <summary>
/// Commands and answers as one line each. <c>4 S 200@6000 IOC</c> is a new order, <c>cancel 2</c>, <c>amend 2 B
/// 100@6000</c>, and <c>hit 9 6 20</c> takes 20 t of order 6 with order 9. Words after it: IOC, FOK, POST, LIST,
/// PARTLY; an owner, <c>A</c> to <c>D</c>; a self-trade mode; <c>best5</c> for five levels.
/// </summary>
internal static class Script
{
    public static object Read(string line)
    {
        var words = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var (kind, mode, levels, owner) = Options(words);
        return words switch
        {
            ["cancel", var id] => Number(id),
            ["hit", var id, var target, var quantity, ..] => new Hit(
                Number(id), owner, Number(target), Number(quantity), levels, words.Contains("PARTLY")),
            ["amend", var id, _, var size, ..] => new Amendment(
                Number(id), Price(size), Quantity(size), kind, mode, levels),
            [var id, var side, var size, ..] => new NewOrder(
                Number(id),
                owner,
                side == "B" ? Side.Buy : Side.Sell,
                Price(size),
                Quantity(size),
                kind,
                mode,
                levels),
            _ => throw new FormatException(line),
        };
    }

    public static string Tell(BookResult result, IEnumerable<BookEvent> events) => result == BookResult.Accepted
        ? string.Join(", ", events.Select(Tell).Where(text => text != ""))
        : "reject " + result;

    public static string Tell(RestingOrder order) =>
        $"{order.Id} {(order.Side == Side.Buy ? 'B' : 'S')} {order.Quantity}@{order.Price}";

    private static string Tell(BookEvent one) => one.Kind switch
    {
        BookEventKind.Traded => $"{one.Order}:{one.Quantity}@{one.Price}",
        BookEventKind.Rested => $"rest {one.Quantity}@{one.Price}",
        BookEventKind.Dropped => $"drop {one.Quantity}",
        BookEventKind.Prevented => $"prevent {one.Order}:{one.Quantity}",
        BookEventKind.Reduced => $"reduced by {one.Quantity}",
        BookEventKind.Requeued => "",
        _ => one.Kind.ToString().ToLowerInvariant(),
    };

    private static (OrderKind Kind, SelfTrade Mode, int Levels, long Owner) Options(string[] words)
    {
        var (kind, mode, levels, owner) = (OrderKind.Limit, SelfTrade.Allow, 0, 0L);
        foreach (var word in words.Skip(3))
        {
            kind = word switch
            {
                "IOC" => OrderKind.Immediate,
                "FOK" => OrderKind.AllOrNothing,
                "POST" => OrderKind.PostOnly,
                "LIST" => OrderKind.Listing,
                _ => kind,
            };
            mode = Enum.TryParse<SelfTrade>(word, out var named) ? named : mode;
            levels = word.StartsWith("best", StringComparison.Ordinal) ? (int)Number(word[4..]) : levels;
            owner = word is ['A' or 'B' or 'C' or 'D'] ? word[0] - 'A' + 1 : owner;
        }

        return (kind, mode, levels, owner);
    }

    private static long Quantity(string size) => Number(size[..size.IndexOf('@', StringComparison.Ordinal)]);

    private static long Price(string size) => Number(size[(size.IndexOf('@', StringComparison.Ordinal) + 1)..]);

    private static long Number(string word) => long.Parse(word, CultureInfo.InvariantCulture);
}
