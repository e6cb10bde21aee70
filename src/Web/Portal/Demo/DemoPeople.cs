using Tanheng.Quantities;
using Tanheng.Rulebook;
using Tanheng.Scheme;

namespace Tanheng.Web.Portal.Demo;

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
