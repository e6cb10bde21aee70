using System.Collections;
using System.Globalization;
using System.Reflection;
using System.Text.Json;

namespace Tanheng.Testing;

/// <summary>The checks themselves: each takes a type and samples and gives what is wrong, one sentence each.</summary>
internal static class ValueTypeChecks
{
    private static readonly string[] Garbage = ["", " ", "?", "1-", "--1", "１２", "1 2 3 4"];
    private static readonly string[] WrongJson = ["{}", "[]", "true", "null"];

    /// <summary>Symmetric, by value, and the same answer from Equals, ==, != and the hash code.</summary>
    public static IEnumerable<string> Equality(Type type, IReadOnlyList<object> samples)
    {
        foreach (var (left, right) in Pairs(samples))
        {
            var equal = left.Equals(right);
            if (equal != right.Equals(left) || (ReferenceEquals(left, right) && !equal))
            {
                yield return $"Equals of {left} and {right} is not symmetric and reflexive";
            }

            if (Operator(type, "op_Equality", left, right) is not bool same || same != equal
                || Operator(type, "op_Inequality", left, right) is not bool other || other == equal)
            {
                yield return $"== or != of {left} and {right} is missing or disagrees with Equals";
            }

            if (equal && left.GetHashCode() != right.GetHashCode())
            {
                yield return $"{left} and {right} are equal with different hash codes";
            }
        }

        foreach (var sample in samples.Where(sample => sample.Equals(null) || sample.Equals(new object())))
        {
            yield return $"{sample} equals something of another type";
        }
    }

    /// <summary>A total order with the four operators; values that do not mix refuse in both ways.</summary>
    public static IEnumerable<string> Order(Type type, IReadOnlyList<object> samples)
    {
        if (!type.IsAssignableTo(typeof(IComparable<>).MakeGenericType(type)))
        {
            yield break;
        }

        foreach (var (left, right) in Pairs(samples))
        {
            var order = Call(() => Compare(type, left, right));
            string[] names = ["op_LessThan", "op_GreaterThan", "op_LessThanOrEqual", "op_GreaterThanOrEqual"];
            var signs = names.Select(name => Call(() => Operator(type, name, left, right))).ToArray();
            object?[] wanted = order is int sign ? [sign < 0, sign > 0, sign <= 0, sign >= 0] : new object?[4];
            if (!signs.SequenceEqual(wanted))
            {
                yield return $"an operator of {left} and {right} is missing or disagrees with CompareTo";
            }

            var back = Call(() => Compare(type, right, left));
            if (order is int forth && (back is not int reverse || Math.Sign(forth) != -Math.Sign(reverse)))
            {
                yield return $"{left} and {right} compare differently from the other side";
            }

            if (order is int zero && (zero == 0) != left.Equals(right))
            {
                yield return $"{left} and {right}: comparing as the same is not being equal";
            }
        }
    }

    /// <summary>Never empty, the same under a foreign culture, and read back exactly where it can be parsed.</summary>
    public static IEnumerable<string> Text(Type type, IReadOnlyList<object> samples)
    {
        foreach (var sample in samples)
        {
            var text = sample.ToString();
            if (string.IsNullOrWhiteSpace(text) || Abroad(sample.ToString) != text)
            {
                yield return $"the text {text} is empty or depends on the culture";
            }
            else if (Parsable(type) && !sample.Equals(Abroad(() => TryParse(type, text, out var read) ? read : null)))
            {
                yield return $"{text} is not read back";
            }
        }

        foreach (var bad in Parsable(type) ? Garbage : [])
        {
            if (TryParse(type, bad, out var read) || !Equals(read, Activator.CreateInstance(type)))
            {
                yield return $"'{bad}' is read as {read}";
            }
        }
    }

    /// <summary>The value nobody set: it can be shown, compared, hashed and written.</summary>
    public static IEnumerable<string> Default(Type type, JsonSerializerOptions? json)
    {
        var value = Activator.CreateInstance(type)!;
        var works = Call(() => value.Equals(Activator.CreateInstance(type)!)
            && value.GetHashCode() == Activator.CreateInstance(type)!.GetHashCode()
            && !string.IsNullOrEmpty(value.ToString()));
        if (works is not true)
        {
            yield return "the default value cannot be shown, compared or hashed";
        }

        if (json is not null && !value.Equals(Call(() => Again(type, value, json))))
        {
            yield return "the default value does not survive JSON";
        }
    }

    /// <summary>
    /// Alone, as a property and as a dictionary key; anything else is refused as JSON, not otherwise.
    /// </summary>
    public static IEnumerable<string> Json(Type type, IReadOnlyList<object> samples, JsonSerializerOptions json)
    {
        var holder = typeof(Holder<>).MakeGenericType(type);
        var map = typeof(Dictionary<,>).MakeGenericType(type, typeof(int));
        foreach (var sample in samples)
        {
            var held = Activator.CreateInstance(holder, sample)!;
            var keyed = (IDictionary)Activator.CreateInstance(map)!;
            keyed.Add(sample, 1);
            if (!sample.Equals(Call(() => Again(type, sample, json))))
            {
                yield return $"{sample} alone does not survive JSON";
            }
            else if (!held.Equals(Call(() => Again(holder, held, json))))
            {
                yield return $"{sample} as a property does not survive JSON";
            }
            else if (Call(() => Again(map, keyed, json)) is not IDictionary read || !read.Contains(sample))
            {
                yield return $"{sample} as a key does not survive JSON";
            }
        }

        foreach (var wrong in WrongJson)
        {
            if (Caught(() => JsonSerializer.Deserialize(wrong, type, json)) is not JsonException)
            {
                yield return $"the JSON {wrong} is not refused as wrong JSON";
            }
        }
    }

    /// <summary>Every arithmetic operator throws where 64 bits are not enough.</summary>
    public static IEnumerable<string> Overflow(Type type) => type
        .GetMethods(BindingFlags.Public | BindingFlags.Static)
        .Where(method => method.Name is "op_Addition" or "op_Subtraction" or "op_Multiply" or "op_UnaryNegation")
        .Where(method => !Overflows(method))
        .Select(method => $"{method.Name} does not refuse to overflow");

    private static bool Overflows(MethodInfo method)
    {
        var first = method.Name is "op_Addition" or "op_Multiply" ? long.MaxValue : long.MinValue;
        var arguments = method.GetParameters()
            .Select((one, i) => ValueTypeSamples.Extreme(one.ParameterType, i == 0 ? first : long.MaxValue));
        return Caught(() => Invoke(method, [.. arguments])) is OverflowException;
    }

    private static IEnumerable<(object Left, object Right)> Pairs(IReadOnlyList<object> samples) =>
        samples.SelectMany(left => samples.Select(right => (left, right)));

    private static object? Again(Type type, object value, JsonSerializerOptions json) =>
        JsonSerializer.Deserialize(JsonSerializer.Serialize(value, type, json), type, json);

    private static object? Operator(Type type, string name, object left, object right) =>
        type.GetMethod(name, [type, type]) is { } method ? Invoke(method, [left, right]) : "no such operator";

    private static object? Compare(Type type, object left, object right) =>
        Invoke(typeof(IComparable<>).MakeGenericType(type).GetMethod("CompareTo")!, [right], left);

    private static bool Parsable(Type type) =>
        type.GetInterfaces().Any(one => one.IsGenericType && one.GetGenericTypeDefinition() == typeof(IParsable<>));

    private static bool TryParse(Type type, string text, out object? value)
    {
        object?[] arguments = [text, null, null];
        var good = (bool)Invoke(
            type.GetMethod("TryParse", [typeof(string), typeof(IFormatProvider), type.MakeByRefType()])!, arguments)!;
        value = arguments[2];
        return good;
    }

    private static T Abroad<T>(Func<T> read)
    {
        var (home, abroad) = (CultureInfo.CurrentCulture, (CultureInfo)CultureInfo.InvariantCulture.Clone());
        abroad.NumberFormat.NumberDecimalSeparator = "·";
        abroad.NumberFormat.NumberGroupSeparator = "'";
        abroad.NumberFormat.NegativeSign = "~";
        CultureInfo.CurrentCulture = abroad;
        try
        {
            return read();
        }
        finally
        {
            CultureInfo.CurrentCulture = home;
        }
    }

    private static object? Invoke(MethodInfo method, object?[] arguments, object? target = null) =>
        method.Invoke(target, BindingFlags.DoNotWrapExceptions, null, arguments, CultureInfo.InvariantCulture);

    /// <summary>The result, or null for a refusal (values that do not mix, JSON that cannot be written).</summary>
    private static object? Call(Func<object?> call)
    {
        object? result = null;
        return Caught(() => result = call()) is null ? result : null;
    }

    private static Exception? Caught(Action call) => Record.Exception(call);

    private sealed record Holder<T>(T Value);
}
