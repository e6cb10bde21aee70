using System.Collections;
using System.Collections.Immutable;
using System.Reflection;
using System.Text.Json;
using Tanheng.Ledger;
using Tanheng.Methodology;
using Tanheng.Quantities;
using Tanheng.Rulebook;
using Tanheng.Scheme;

namespace Tanheng.Web.Tests.Actions;

/// <summary>Examples of commands and events, made from their longest constructors.</summary>
internal static class Samples
{
    private static readonly Dictionary<Type, object> Leaves = new()
    {
        [typeof(string)] = "文本 \"text\" <b>&",
        [typeof(bool)] = true,
        [typeof(int)] = 2021,
        [typeof(long)] = 123_456_789_012L,
        [typeof(decimal)] = 12.340m,
        [typeof(DateOnly)] = new DateOnly(2022, 12, 31),
        [typeof(DateTime)] = new DateTime(2022, 12, 31, 23, 59, 0, DateTimeKind.Unspecified),
        [typeof(DateTimeOffset)] = new DateTimeOffset(2022, 12, 31, 16, 0, 0, TimeSpan.Zero),
        [typeof(Asset)] = Asset.Unit("CEA-2021"),
        [typeof(SerialSet)] = SerialSet.Parse("1-5,9-12"),
        [typeof(CompliancePeriod)] = new CompliancePeriod(2019, 2020),
        [typeof(Money)] = Money.Parse("1234.56 CNY"),
        [typeof(Price)] = Price.Parse("48.00 CNY/t"),
        [typeof(Percent)] = Percent.Parse("5 %"),
        [typeof(Digest)] = Digest.Of([1, 2, 3]),
        [typeof(MethodInputs)] = MethodInputs.Of(("class", "I"), ("load", 0.780m)),
        [typeof(MethodReference)] = new MethodReference("allocation/cn-power", "2022"),
        [typeof(JsonElement)] = JsonSerializer.SerializeToElement(new { holder = 1 }),
        [typeof(Rights)] = Rights.Read | Rights.Approve,
    };

    /// <summary>An example; full, or with everything left out that may be.</summary>
    public static object? Of(Type type, bool full)
    {
        if (Nullable.GetUnderlyingType(type) is { } inner)
        {
            return full ? Of(inner, full) : null;
        }

        if (Leaves.TryGetValue(type, out var leaf))
        {
            return leaf;
        }

        if (type.IsEnum)
        {
            return Enum.GetValues(type).Cast<object>().Last();
        }

        if (type.IsGenericType && typeof(IEnumerable).IsAssignableFrom(type))
        {
            return List(type, full);
        }

        var nullability = new NullabilityInfoContext();
        var constructor = type.GetConstructors()
            .Where(one => one.GetParameters() is not [{ } only] || only.ParameterType != type)
            .MaxBy(one => one.GetParameters().Length)!;
        return constructor.Invoke(
        [
            .. constructor.GetParameters().Select(parameter =>
                !full && nullability.Create(parameter).ReadState == NullabilityState.Nullable
                    ? null
                    : Of(parameter.ParameterType, full)),
        ]);
    }

    private static object List(Type type, bool full)
    {
        var item = type.GetGenericArguments()[0];
        var items = Array.CreateInstance(item, full ? 2 : 0);
        for (var i = 0; i < items.Length; i++)
        {
            items.SetValue(Of(item, full), i);
        }

        return type.GetGenericTypeDefinition() == typeof(ImmutableArray<>)
            ? typeof(ImmutableArray).GetMethods().Single(method => method.Name == nameof(ImmutableArray.Create)
                && method.GetParameters() is [{ ParameterType.IsSZArray: true }])
                .MakeGenericMethod(item).Invoke(null, [items])!
            : items;
    }
}
