using System.Globalization;
using Tanheng.Scheme;

namespace Tanheng.Web.Api.Queries;

/// <summary>One look at the state between two commands: what must not be kept beyond it.</summary>
/// <param name="State">The state.</param>
/// <param name="Sight">What the caller may see of it.</param>
/// <param name="Call">What is asked.</param>
/// <param name="After">Of a list: the key of the last item that the caller has; null at its beginning.</param>
public readonly record struct Look(SchemeState State, Sight Sight, ApiCall Call, string? After = null)
{
    /// <summary>The number after which a list that is ordered by one number goes on.</summary>
    public long AfterNumber => long.TryParse(After, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
        ? number
        : 0;
}
