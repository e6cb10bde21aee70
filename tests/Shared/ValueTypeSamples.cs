using System.Reflection;

namespace Tanheng.Testing;

/// <summary>Makes values of any value type from its public constructors and static members.</summary>
internal static class ValueTypeSamples
{
    private const int Most = 24;

    /// <summary>The default, what static properties give, and what constructors make of plain arguments.</summary>
    public static IEnumerable<object> Of(Type type) => [Activator.CreateInstance(type)!, .. Named(type), .. Made(type)];

    /// <summary>A value made of the largest or smallest number, or null where the type holds no number.</summary>
    public static object? Extreme(Type type, long number)
    {
        if (type == typeof(long))
        {
            return number;
        }

        return Constructors(type)
            .Where(constructor => constructor.GetParameters()[0].ParameterType == typeof(long))
            .Select(constructor => TryMake(constructor,
                [number, .. constructor.GetParameters().Skip(1).Select(other => Plain(other.ParameterType).Last())]))
            .FirstOrDefault(made => made is not null);
    }

    private static IEnumerable<object> Named(Type type) => type
        .GetProperties(BindingFlags.Public | BindingFlags.Static)
        .Where(property => property.PropertyType == type)
        .Select(property => property.GetValue(null)!);

    private static IEnumerable<object> Made(Type type) => Constructors(type)
        .SelectMany(constructor => Arguments(constructor.GetParameters())
            .Select(arguments => TryMake(constructor, arguments)).OfType<object>().Take(Most));

    private static IEnumerable<ConstructorInfo> Constructors(Type type) => type.GetConstructors()
        .Where(one => one.GetParameters() is { Length: > 0 } parameters
            && parameters.All(parameter => !parameter.ParameterType.IsByRefLike && !parameter.ParameterType.IsByRef));

    private static IEnumerable<object?[]> Arguments(ParameterInfo[] parameters)
    {
        IEnumerable<object?[]> rows = [[]];
        foreach (var parameter in parameters)
        {
            var values = Plain(parameter.ParameterType).ToArray();
            rows = rows.SelectMany(row => values.Select(value => (object?[])[.. row, value]));
        }

        return rows;
    }

    private static IEnumerable<object?> Plain(Type type)
    {
        if (type.IsEnum)
        {
            return Enum.GetValues(type).Cast<object>().Take(3);
        }

        return type switch
        {
            _ when type == typeof(long) => [0L, 1L, -7L, 1_234_567L],
            _ when type == typeof(int) => [0, 1, 2019, 2021],
            _ when type == typeof(decimal) => [0m, 5m, -12.5m, 33.333333333333333333333333m],
            _ when type == typeof(double) => [0d, 1.5d],
            _ when type == typeof(bool) => [false, true],
            _ when type == typeof(string) => ["a", "b c"],
            _ when type == typeof(UInt128) => [UInt128.Zero, UInt128.MaxValue / 3],
            _ when type == typeof(DateOnly) => [new DateOnly(2021, 1, 1), new DateOnly(2023, 12, 31)],
            _ when type == typeof(Guid) => [Guid.Empty, new Guid(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11)],
            _ when type.IsValueType => Of(type).Take(Most),
            _ => [],
        };
    }

    private static object? TryMake(ConstructorInfo constructor, object?[] arguments)
    {
        try
        {
            return constructor.Invoke(arguments);
        }
        catch (TargetInvocationException outer) when (outer.InnerException is ArgumentException or OverflowException)
        {
            return null;
        }
    }
}
