using Tanheng.Quantities;

namespace Tanheng.Web.Entities.Models;

/// <summary>Something an entity has to do, or may do, next.</summary>
/// <param name="What">In words.</param>
/// <param name="Path">Where it is done; null when there is nothing to do but wait.</param>
/// <param name="Until">The first moment that is too late, in the scheme's zone; null when there is none.</param>
/// <param name="Tone">bad when late or blocked, warn when due, info otherwise.</param>
public sealed record DeskTask(Text What, string? Path, DateTime? Until, string Tone);
