using System.Collections;
using System.Collections.Immutable;
using System.Reflection;
using System.Text.Json;
using Tanheng.Ledger;
using Tanheng.Methodology;
using Tanheng.Quantities;
using Tanheng.Rulebook;
using Tanheng.Scheme.Registry;

namespace Tanheng.Scheme.Tests.Json;

/// <summary>Every command and event goes to JSON and back, full and with all left out that may be.</summary>
public sealed class RoundTripTests
{
    private static readonly Dictionary<Type, object> Leaves = new()
    {
        [typeof(string)] = "文本 \"text\"",
        [typeof(bool)] = true,
        [typeof(int)] = 2021,
        [typeof(long)] = 123_456_789_012L,
        [typeof(decimal)] = 12.340m,
        [typeof(DateOnly)] = new DateOnly(2022, 12, 31),
        [typeof(DateTime)] = new DateTime(2022, 12, 31, 23, 59, 0, DateTimeKind.Unspecified),
        [typeof(DateTimeOffset)] = new DateTimeOffset(2022, 12, 31, 16, 0, 0, TimeSpan.Zero),
        [typeof(Asset)] = Asset.Unit("CEA-2021"),
        [typeof(SerialSet)] = SerialSet.Parse("1-5,9-12"),
        [typeof(SerialRange)] = SerialRange.Parse("1-5"),
        [typeof(CompliancePeriod)] = new CompliancePeriod(2019, 2020),
        [typeof(Money)] = Money.Parse("1234.56 CNY"),
        [typeof(Price)] = Price.Parse("48.00 CNY/t"),
        [typeof(Percent)] = Percent.Parse("5 %"),
        [typeof(Digest)] = Digest.Of([1, 2, 3]),
        [typeof(MethodInputs)] = MethodInputs.Of(("class", "I"), ("load", 0.780m)),
        [typeof(JsonElement)] = JsonSerializer.SerializeToElement(new { holder = 1 }),
        [typeof(Rights)] = Rights.Read | Rights.Approve,
    };

    public static TheoryData<string> Names =>
    [
        .. Catalogue.Scheme.Commands.Select(entry => entry.Name),
        .. Catalogue.Scheme.Events.Select(entry => entry.Name),
    ];

    [Theory]
    [MemberData(nameof(Names))]
    public void Everything_reads_back_what_it_wrote(string name)
    {
        var type = Catalogue.Scheme.CommandNamed(name)?.Type ?? Catalogue.Scheme.EventNamed(name)!.Type;
        foreach (var full in new[] { true, false })
        {
            var written = JsonSerializer.Serialize(Sample(type, full), type, SchemeJson.Options);
            var read = JsonSerializer.Deserialize(written, type, SchemeJson.Options);
            JsonSerializer.Serialize(read, type, SchemeJson.Options).ShouldBe(written);
        }
    }

    [Fact]
    public void A_null_among_the_items_of_a_list_is_refused() => Should.Throw<JsonException>(() =>
        JsonSerializer.Deserialize<AppointOfficialLike>("{\"people\":[null]}", SchemeJson.Options));

    [Fact]
    public void A_number_for_a_name_is_refused() => Should.Throw<JsonException>(() =>
        JsonSerializer.Deserialize<AppointOfficial>("{\"user\":\"x\",\"roles\":[99]}", SchemeJson.Options));

    [Fact]
    public void An_unknown_or_a_missing_member_is_refused()
    {
        Should.Throw<JsonException>(() =>
            JsonSerializer.Deserialize<ReviewAccount>("{\"account\":1,\"bogus\":2}", SchemeJson.Options));
        Should.Throw<JsonException>(() => JsonSerializer.Deserialize<ReviewAccount>("{}", SchemeJson.Options));
        Should.Throw<JsonException>(() =>
            JsonSerializer.Deserialize<ReviewAccount>("{\"account\":null}", SchemeJson.Options));
        Should.Throw<JsonException>(() =>
            JsonSerializer.Deserialize<ReviewAccount>("{\"account\":1.5}", SchemeJson.Options));
    }

    [Fact]
    public void Events_of_a_row_read_back()
    {
        Event[] events =
        [
            new AccountStatusChanged(new AccountId(9), AccountStatus.Frozen, "法院"),
            new OfficialDismissed(new UserId("x")),
        ];
        var output = new System.Buffers.ArrayBufferWriter<byte>();
        SchemeJson.WriteEvents(output, events);
        SchemeJson.ReadEvents(output.WrittenSpan).ShouldBe(events);
        Should.Throw<JsonException>(() => SchemeJson.ReadEvents("[{\"event\":\"no-such\",\"data\":{}}]"u8));
    }

    /// <summary>An example of a type, made from its longest constructor.</summary>
    internal static object? Sample(Type type, bool full)
    {
        if (Nullable.GetUnderlyingType(type) is { } inner)
        {
            return full ? Sample(inner, full) : null;
        }

        if (Leaves.TryGetValue(type, out var leaf))
        {
            return leaf;
        }

        if (type.IsEnum)
        {
            var values = Enum.GetValues(type);
            return values.GetValue(values.Length - 1);
        }

        if (Items(type) is { } item)
        {
            var items = Array.CreateInstance(item, full ? 2 : 0);
            for (var i = 0; i < items.Length; i++)
            {
                items.SetValue(Sample(item, full), i);
            }

            return type.GetGenericTypeDefinition() == typeof(ImmutableArray<>) ? Immutable(item, items) : items;
        }

        var (context, constructor) = (new NullabilityInfoContext(), Constructor(type));
        var arguments = constructor.GetParameters().Select(parameter =>
            !full && context.Create(parameter).ReadState == NullabilityState.Nullable
                ? null : Sample(parameter.ParameterType, full));
        return constructor.Invoke([.. arguments]);
    }

    private static ConstructorInfo Constructor(Type type) => type.GetConstructors()
        .OrderByDescending(constructor => constructor.GetParameters().Length)
        .FirstOrDefault(constructor => constructor.GetParameters() is not [{ } only] || only.ParameterType != type)
        ?? throw new InvalidOperationException($"{type} cannot be made.");

    private static Type? Items(Type type) =>
        type.IsGenericType && typeof(IEnumerable).IsAssignableFrom(type) ? type.GetGenericArguments()[0] : null;

    private static object Immutable(Type item, Array items) => typeof(ImmutableArray).GetMethods()
        .Single(method => method.Name == nameof(ImmutableArray.Create)
            && method.GetParameters() is [{ ParameterType.IsSZArray: true }])
        .MakeGenericMethod(item).Invoke(null, [items])!;

    private sealed record AppointOfficialLike(IReadOnlyList<NewRepresentative> People);
}
