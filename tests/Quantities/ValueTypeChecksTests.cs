using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Tanheng.Quantities.Tests;

/// <summary>
/// Each check of <see cref="ValueTypeChecks"/>, seen to fail on a type that is wrong in that one way.
/// </summary>
[SuppressMessage("Usage", "CA2231", Justification = "The wrong types are the point.")]
[SuppressMessage("Design", "CA1036", Justification = "The wrong types are the point.")]
public sealed class ValueTypeChecksTests
{
    [Fact]
    public void Equality_that_ignores_a_field_in_the_operator_is_found() =>
        ValueTypeChecks.Equality(typeof(LooseOperator), Two<LooseOperator>(1, 2)).ShouldNotBeEmpty();

    [Fact]
    public void A_hash_code_that_differs_for_equal_values_is_found() =>
        ValueTypeChecks.Equality(typeof(LooseHash), Two<LooseHash>(1, -1)).ShouldContain(text => text.Contains("hash"));

    [Fact]
    public void An_order_without_operators_is_found() =>
        ValueTypeChecks.Order(typeof(NoOperators), Two<NoOperators>(1, 2))
            .ShouldContain(text => text.Contains("missing"));

    [Fact]
    public void An_order_that_takes_different_values_for_the_same_is_found() =>
        ValueTypeChecks.Order(typeof(NoOperators), Two<NoOperators>(4, 5)).ShouldContain(text => text.Contains("same"));

    [Fact]
    public void A_text_in_the_culture_of_the_machine_is_found() =>
        ValueTypeChecks.Text(typeof(CultureText), Two<CultureText>(-1, -2))
            .ShouldContain(text => text.Contains("culture"));

    [Fact]
    public void A_text_that_cannot_be_read_back_and_garbage_that_can_are_found()
    {
        var found = ValueTypeChecks.Text(typeof(LooseParse), Two<LooseParse>(1, 2)).ToList();
        found.ShouldContain(text => text.Contains("not read back"));
        found.ShouldContain("'?' is read as 0");
    }

    [Fact]
    public void A_default_value_that_throws_is_found() =>
        ValueTypeChecks.Default(typeof(BrokenDefault), null).ShouldHaveSingleItem();

    [Fact]
    public void A_value_lost_in_json_is_found() =>
        ValueTypeChecks.Json(typeof(LostInJson), [new LostInJson(1)], JsonSerializerOptions.Default)
            .ShouldContain(text => text.Contains("alone"));

    [Fact]
    public void A_value_that_cannot_be_a_json_key_is_found() =>
        ValueTypeChecks.Json(typeof(NoOperators), [new NoOperators(4)], JsonSerializerOptions.Default)
            .ShouldContain(text => text.Contains("key"));

    [Fact]
    public void Wrong_json_that_is_taken_is_found() =>
        ValueTypeChecks.Json(typeof(NoOperators), [], JsonSerializerOptions.Default)
            .ShouldContain("the JSON {} is not refused as wrong JSON");

    [Fact]
    public void Unchecked_arithmetic_is_found() =>
        ValueTypeChecks.Overflow(typeof(Wraps)).ShouldHaveSingleItem()
            .ShouldBe("op_Addition does not refuse to overflow");

    private static IReadOnlyList<object> Two<T>(long a, long b)
        where T : struct =>
        [Activator.CreateInstance(typeof(T), a)!, Activator.CreateInstance(typeof(T), b)!];

    private readonly struct LooseOperator(long value) : IEquatable<LooseOperator>
    {
        private long Value { get; } = value;

        public bool Equals(LooseOperator other) => Value == other.Value;

        public override bool Equals(object? obj) => obj is LooseOperator other && Equals(other);

        public override int GetHashCode() => 0;

        public static bool operator ==(LooseOperator left, LooseOperator right) => true;

        public static bool operator !=(LooseOperator left, LooseOperator right) => false;
    }

    private readonly record struct LooseHash(long Value)
    {
        public bool Equals(LooseHash other) => Math.Abs(Value) == Math.Abs(other.Value);

        public override int GetHashCode() => (int)Value;
    }

    private readonly record struct NoOperators(long Value) : IComparable<NoOperators>
    {
        public int CompareTo(NoOperators other) => (Value / 2).CompareTo(other.Value / 2);
    }

    private readonly record struct CultureText(long Value)
    {
        [SuppressMessage("Globalization", "CA1305", Justification = "The wrong types are the point.")]
        public override string ToString() => Value.ToString();
    }

    private readonly record struct LooseParse(long Value) : IParsable<LooseParse>
    {
        public static LooseParse Parse(string s, IFormatProvider? provider) => default;

        public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out LooseParse result)
        {
            result = default;
            return s is not null;
        }

        public override string ToString() => Value.ToString(CultureInfo.InvariantCulture);
    }

    private readonly record struct BrokenDefault(string Value)
    {
        public override string ToString() => Value.Trim();
    }

    private readonly record struct LostInJson([property: JsonIgnore] long Value);

    private readonly record struct Wraps(long Value)
    {
        public static Wraps operator +(Wraps left, Wraps right) => new(unchecked(left.Value + right.Value));

        public static Wraps operator -(Wraps left, Wraps right) => new(left.Value - right.Value);
    }
}
