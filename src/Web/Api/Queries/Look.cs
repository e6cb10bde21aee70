using System.Globalization;
using Tanheng.Quantities;
using Tanheng.Scheme;
using Tanheng.Scheme.Registry;

namespace Tanheng.Web.Api.Queries;

/// <summary>One look at the state between two commands: what must not be kept beyond it.</summary>
/// <param name="State">The state.</param>
/// <param name="Sight">What the caller may see of it.</param>
/// <param name="Call">What is asked.</param>
/// <param name="After">Of a list: the key of the last item that the caller has; null at its beginning.</param>
public readonly record struct Look(SchemeState State, Sight Sight, ApiCall Call, string? After = null)
{
    /// <summary>
    /// Of a list whose keys begin with a number: the number from which on it goes on, so that what lies before need not
    /// be looked at.
    /// </summary>
    public long FromNumber => After is { Length: >= 12 }
        && long.TryParse(After.AsSpan(0, 12), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : 0;

    /// <summary>The holders that the caller asks for and may read, in order.</summary>
    public IEnumerable<Holder> Holders()
    {
        if (Call.Holder is not { } only)
        {
            return Sight.Holders(FromNumber - 1);
        }

        return State.Registry.Find(only) is { } holder && Sight.Of(only) ? [holder] : [];
    }

    /// <summary>The periods that the caller asks for, oldest first.</summary>
    public IEnumerable<CompliancePeriod> Periods() => Call.Period is { } only
        ? [only]
        : State.Rules.Periods.Select(rules => rules.Period);
}
