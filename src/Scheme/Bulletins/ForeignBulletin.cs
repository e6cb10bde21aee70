using System.Text.Json.Serialization;
using Tanheng.Quantities;

namespace Tanheng.Scheme.Bulletins;

/// <summary>A bulletin of another market, counted from 1 within the scheme.</summary>
[JsonConverter(typeof(LongValueJsonConverter<ForeignBulletinId>))]
public readonly record struct ForeignBulletinId(long Value) : ILongValue<ForeignBulletinId>
{
    /// <inheritdoc />
    public static ForeignBulletinId From(long value) => new(value);

    /// <inheritdoc />
    public override string ToString() => "N" + Value;
}

/// <summary>Whether a bulletin of another market is shown.</summary>
public enum ForeignStatus
{
    /// <summary>It is.</summary>
    [Called("现行", "in force")]
    InForce,

    /// <summary>Another one stands in its place.</summary>
    [Called("已更正", "corrected")]
    Corrected,

    /// <summary>It was taken back.</summary>
    [Called("已撤回", "withdrawn")]
    Withdrawn,
}

/// <summary>外部公报: what another market published, as it was published.</summary>
/// <param name="Id">Given by the scheme.</param>
/// <param name="Market">Which market.</param>
/// <param name="From">First day.</param>
/// <param name="To">Last day.</param>
/// <param name="Unit">The unit of quantity: t, or short ton.</param>
/// <param name="Source">Who published it, and where.</param>
/// <param name="Link">Its address; null where there is none.</param>
/// <param name="Lines">Its figures.</param>
/// <param name="Findings">What does not fit in the original.</param>
/// <param name="Remark">What who recorded it says to that; null where nothing had to be said.</param>
/// <param name="Status">Whether it is shown.</param>
/// <param name="At">When it was recorded.</param>
/// <param name="Instead">Which one it corrects; null for none.</param>
/// <param name="Why">Why it was taken back; null while it was not.</param>
public sealed record ForeignBulletin(
    ForeignBulletinId Id,
    Text Market,
    DateOnly From,
    DateOnly To,
    string Unit,
    string Source,
    string? Link,
    IReadOnlyList<BulletinLine> Lines,
    IReadOnlyList<BulletinFinding> Findings,
    string? Remark,
    ForeignStatus Status,
    DateTimeOffset At,
    ForeignBulletinId? Instead = null,
    string? Why = null);
