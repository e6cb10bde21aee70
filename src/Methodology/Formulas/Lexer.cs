using System.Globalization;

namespace Tanheng.Methodology;

internal enum TokenKind
{
    Number,
    Text,
    Name,
    Symbol,
    End,
}

/// <summary>A token; a number carries the unit written behind it (<c>26.7 [GJ/t]</c>, <c>85 %</c>).</summary>
internal readonly record struct Token(TokenKind Kind, int At, string Text, decimal Number = 0m, string? Unit = null);

/// <summary>Cuts a formula into tokens.</summary>
internal static class Lexer
{
    private static readonly string[] Symbols =
        ["==", "!=", "<=", ">=", "<", ">", "+", "-", "*", "/", "^", "(", ")", ",", ":", "[", "]", "."];

    public static List<Token> Read(string text)
    {
        var tokens = new List<Token>();
        var at = 0;
        while (true)
        {
            while (at < text.Length && char.IsWhiteSpace(text[at]))
            {
                at++;
            }

            if (at == text.Length)
            {
                tokens.Add(new Token(TokenKind.End, at, ""));
                return tokens;
            }

            tokens.Add(Next(text, ref at));
        }
    }

    private static Token Next(string text, ref int at)
    {
        var start = at;
        if (char.IsAsciiDigit(text[at]))
        {
            return Number(text, ref at);
        }

        if (char.IsLetter(text[at]) || text[at] == '_')
        {
            while (at < text.Length && (char.IsLetterOrDigit(text[at]) || text[at] == '_'))
            {
                at++;
            }

            return new Token(TokenKind.Name, start, text[start..at]);
        }

        if (text[at] is '"' or '\'')
        {
            var end = text.IndexOf(text[at], at + 1);
            if (end < 0)
            {
                throw new FormulaException(start, "引号没有结束。", "A quotation mark is not closed.");
            }

            at = end + 1;
            return new Token(TokenKind.Text, start, text[(start + 1)..end]);
        }

        foreach (var symbol in Symbols)
        {
            if (string.CompareOrdinal(text, at, symbol, 0, symbol.Length) == 0)
            {
                at += symbol.Length;
                return new Token(TokenKind.Symbol, start, symbol);
            }
        }

        throw new FormulaException(start, $"公式中不认识的字符“{text[at]}”。", $"Unknown character '{text[at]}' in the formula.");
    }

    private static Token Number(string text, ref int at)
    {
        var start = at;
        while (at < text.Length && (char.IsAsciiDigit(text[at]) || text[at] == '.'))
        {
            at++;
        }

        const NumberStyles style = NumberStyles.AllowDecimalPoint;
        if (!decimal.TryParse(text.AsSpan(start, at - start), style, CultureInfo.InvariantCulture, out var value))
        {
            throw new FormulaException(start, "数字写法有误。", "This number is not well formed.");
        }

        var end = at;
        var next = at;
        while (next < text.Length && text[next] == ' ')
        {
            next++;
        }

        string? unit = null;
        if (next < text.Length && text[next] == '%')
        {
            unit = "%";
            at = next + 1;
        }
        else if (next < text.Length && text[next] == '[')
        {
            var close = text.IndexOf(']', next);
            if (close < 0)
            {
                throw new FormulaException(next, "单位的方括号没有结束。", "The bracket around a unit is not closed.");
            }

            unit = text[(next + 1)..close];
            at = close + 1;
        }

        return new Token(TokenKind.Number, start, text[start..end], value, unit);
    }
}
