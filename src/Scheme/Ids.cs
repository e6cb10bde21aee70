using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using Tanheng.Quantities;

namespace Tanheng.Scheme;

/// <summary>A person or program that signs in; <c>system</c> is the scheme's own clock.</summary>
[JsonConverter(typeof(TextValueJsonConverter<UserId>))]
public readonly record struct UserId(string Name) : IParsable<UserId>
{
    /// <summary>The scheme itself: the clock and its consequences.</summary>
    public static UserId System { get; } = new("system");

    /// <inheritdoc />
    public static UserId Parse(string s, IFormatProvider? provider = null) => new(s);

    /// <inheritdoc />
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out UserId result)
    {
        result = new UserId(s ?? "");
        return s is not null;
    }

    /// <inheritdoc />
    public override string ToString() => Name ?? "";
}

/// <summary>A legal person that holds accounts, counted from 1 within the scheme.</summary>
[JsonConverter(typeof(LongValueJsonConverter<HolderId>))]
public readonly record struct HolderId(long Value) : ILongValue<HolderId>
{
    /// <inheritdoc />
    public static HolderId From(long value) => new(value);

    /// <inheritdoc />
    public override string ToString() => "H" + Value;
}

/// <summary>A site or plant of a holder, counted from 1 within the scheme.</summary>
[JsonConverter(typeof(LongValueJsonConverter<FacilityId>))]
public readonly record struct FacilityId(long Value) : ILongValue<FacilityId>
{
    /// <inheritdoc />
    public static FacilityId From(long value) => new(value);

    /// <inheritdoc />
    public override string ToString() => "F" + Value;
}

/// <summary>A generating unit 机组 (or production line) of a facility, counted from 1 within the scheme.</summary>
[JsonConverter(typeof(LongValueJsonConverter<GeneratingUnitId>))]
public readonly record struct GeneratingUnitId(long Value) : ILongValue<GeneratingUnitId>
{
    /// <inheritdoc />
    public static GeneratingUnitId From(long value) => new(value);

    /// <inheritdoc />
    public override string ToString() => "U" + Value;
}

/// <summary>A proposal that waits for a second person, counted from 1 within the scheme.</summary>
[JsonConverter(typeof(LongValueJsonConverter<ProposalId>))]
public readonly record struct ProposalId(long Value) : ILongValue<ProposalId>
{
    /// <inheritdoc />
    public static ProposalId From(long value) => new(value);

    /// <inheritdoc />
    public override string ToString() => "P" + Value;
}

/// <summary>A case of non-compliance, correction or freeze, counted from 1 within the scheme.</summary>
[JsonConverter(typeof(LongValueJsonConverter<CaseId>))]
public readonly record struct CaseId(long Value) : ILongValue<CaseId>
{
    /// <inheritdoc />
    public static CaseId From(long value) => new(value);

    /// <inheritdoc />
    public override string ToString() => "C" + Value;
}

/// <summary>A court's or authority's freeze of units, counted from 1 within the scheme.</summary>
[JsonConverter(typeof(LongValueJsonConverter<FreezeId>))]
public readonly record struct FreezeId(long Value) : ILongValue<FreezeId>
{
    /// <inheritdoc />
    public static FreezeId From(long value) => new(value);

    /// <inheritdoc />
    public override string ToString() => "Z" + Value;
}
