using Tanheng.Quantities;
using Tanheng.Rulebook;
using Tanheng.Scheme;

namespace Tanheng.Web.Portal.Demo;

/// <summary>What the bar of a demonstration shows.</summary>
/// <param name="People">Who there is to be.</param>
/// <param name="Deadline">The rulebook's next deadline.</param>
/// <param name="Item">The next item of the agenda, in the market's own time.</param>
public sealed record DemoScene(
    DemoPeople People, (DateTime At, CompliancePeriod Period, Step Step)? Deadline, DateTime? Item)
{
    /// <summary>Reads it from the market.</summary>
    public static DemoScene Of(SchemeState state, DateTime now) => new(
        DemoPeople.Of(state),
        DemoClock.DeadlineAfter(state, now),
        state.Agenda.Next is { } due ? state.Rules.Calendar.Local(due.At) : null);
}

/// <summary>The people of the story, by what they are.</summary>
/// <param name="Officials">Offices and who holds them.</param>
/// <param name="Companies">Holders and who acts for them.</param>
public sealed record DemoPeople(
    IReadOnlyList<(Role Office, IReadOnlyList<string> Users)> Officials,
    IReadOnlyList<(Text Holder, IReadOnlyList<(string User, Rights Rights)> Users)> Companies)
{
    /// <summary>Reads them from the market.</summary>
    public static DemoPeople Of(SchemeState state)
    {
        var registry = state.Registry;
        return new DemoPeople(
            [.. registry.Officials
                .SelectMany(pair => pair.Value.Select(role => (Role: role, User: pair.Key.Name)))
                .Where(pair => pair.Role != Role.System)
                .GroupBy(pair => pair.Role)
                .OrderBy(group => group.Key)
                .Select(group => (group.Key, (IReadOnlyList<string>)[.. group.Select(pair => pair.User).Order()]))],
            [.. registry.Holders.Values
                .Where(holder => !holder.Representatives.IsEmpty)
                .OrderBy(holder => holder.Id.Value)
                .Select(holder => (holder.Name, (IReadOnlyList<(string, Rights)>)
                    [.. holder.Representatives.Select(one => (one.User.Name, one.Rights))]))]);
    }
}
