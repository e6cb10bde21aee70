using System.Reflection;
using System.Text.Json;

namespace Tanheng.Testing;

/// <summary>
/// What holds for every public value type of an assembly. Inherit it once per assembly, and a value type added
/// tomorrow is tested without another line; override <see cref="More"/> where samples cannot be made by constructors.
/// </summary>
public abstract class ValueTypeTests
{
    /// <summary>The assembly whose value types are meant.</summary>
    protected abstract Assembly Assembly { get; }

    /// <summary>How the assembly's values are written as JSON.</summary>
    protected virtual JsonSerializerOptions Json => JsonSerializerOptions.Default;

    /// <summary>Samples that no public constructor of plain arguments makes.</summary>
    protected virtual IEnumerable<object> More(Type type) => [];

    /// <summary>True for types that are part of commands, events or files, alone and as a key.</summary>
    protected virtual bool IsWritten(Type type) => true;

    [Fact]
    public void Every_value_type_has_samples_to_be_tested_with() =>
        Hold(type => Samples(type).Distinct().Count() < 2 ? ["fewer than two different samples"] : []);

    [Fact]
    public void Equality_is_by_value_and_agrees_with_hash_and_operators() =>
        Hold(type => ValueTypeChecks.Equality(type, Samples(type)));

    [Fact]
    public void Order_agrees_with_equality_and_operators() =>
        Hold(type => ValueTypeChecks.Order(type, Samples(type)));

    [Fact]
    public void Text_is_the_same_in_every_culture_and_is_read_back() =>
        Hold(type => ValueTypeChecks.Text(type, Samples(type)));

    [Fact]
    public void The_default_value_is_usable() =>
        Hold(type => ValueTypeChecks.Default(type, IsWritten(type) ? Json : null));

    [Fact]
    public void Json_is_read_back_alone_as_a_property_and_as_a_key() =>
        Hold(type => IsWritten(type) ? ValueTypeChecks.Json(type, Samples(type), Json) : []);

    [Fact]
    public void Arithmetic_refuses_to_overflow() => Hold(ValueTypeChecks.Overflow);

    /// <summary>The public value types: structs that are neither enums, open generics nor bound to the stack.</summary>
    private IEnumerable<Type> Types => Assembly.GetExportedTypes().Where(type =>
        type is { IsValueType: true, IsEnum: false, IsGenericTypeDefinition: false, IsByRefLike: false });

    private IReadOnlyList<object> Samples(Type type) => [.. ValueTypeSamples.Of(type), .. More(type)];

    private void Hold(Func<Type, IEnumerable<string>> check) =>
        Types.SelectMany(type => check(type).Select(failure => $"{type.Name}: {failure}")).ShouldBeEmpty();
}
