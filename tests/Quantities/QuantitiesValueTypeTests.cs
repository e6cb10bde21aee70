using System.Reflection;

namespace Tanheng.Quantities.Tests;

public sealed class QuantitiesValueTypeTests : ValueTypeTests
{
    protected override Assembly Assembly => typeof(Tonnes).Assembly;

    protected override IEnumerable<object> More(Type type) =>
        type == typeof(Digest) ? [Digest.Of([]), Digest.Of([1, 2, 3])]
        : type == typeof(Percent) ? [new Percent(0.0000000000000000000000000001m), new Percent(decimal.MaxValue)]
        : type == typeof(Currency) ? [Currency.Parse("KRW")]
        : [];
}
