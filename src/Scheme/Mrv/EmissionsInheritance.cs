using Tanheng.Quantities;

namespace Tanheng.Scheme.Mrv;

/// <summary>
/// What a successor takes over in this area: accepted emissions are added to its own, because its obligation stands on
/// them. Reports and plans stay with who filed them.
/// </summary>
internal static class EmissionsInheritance
{
    /// <summary>
    /// What has to be settled before, or null: a year of which only one of two covered sides is accepted.
    /// </summary>
    public static Text? Unfinished(SchemeState state, HolderId from, HolderId to)
    {
        foreach (var year in state.Registry.Coverage.Keys)
        {
            var (old, own) = (state.Mrv.Of(from, year) is not null, state.Mrv.Of(to, year) is not null);
            var waits = old != own
                && (old ? state.Registry.IsCovered(to, year) : state.Registry.IsCovered(from, year));
            if (waits)
            {
                return new Text($"{year} 年排放只核定了一方", $"the emissions of {year} are accepted for one side only");
            }
        }

        return null;
    }

    /// <summary>Moves the area's state from one holder to another.</summary>
    public static void Apply(SchemeState state, HolderId from, HolderId to) => Apply(state, from, to, _ => true);

    /// <summary>The same for some years.</summary>
    public static void Apply(SchemeState state, HolderId from, HolderId to, Func<int, bool> of)
    {
        var accepted = state.Mrv.Accepted;
        foreach (var (holder, year) in accepted.Keys.Where(key => key.Holder == from && of(key.Year)).ToList())
        {
            accepted.Remove((holder, year), out var old);
            accepted[(to, year)] = accepted.TryGetValue((to, year), out var own)
                ? own with
                {
                    Version = own.Version + 1,
                    Lines = [.. own.Lines, .. old!.Lines],
                    Total = own.Total + old.Total,
                }
                : old! with { Holder = to };
        }
    }
}
