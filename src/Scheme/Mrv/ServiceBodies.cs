using System.Collections.Immutable;
using Tanheng.Quantities;
using Tanheng.Rulebook;
using Tanheng.Scheme.Registry;

namespace Tanheng.Scheme.Mrv;

/// <summary>Put a service body on the list, or replace its entry.</summary>
public sealed record RegisterServiceBody(
    string Code, Text Name, IReadOnlyList<UserId> Staff, IReadOnlyList<string> Prepares, IReadOnlyList<string> Verifies)
    : Command;

/// <summary>A service body is on the list with these provinces.</summary>
public sealed record ServiceBodyRegistered(
    string Code, Text Name, IReadOnlyList<UserId> Staff, IReadOnlyList<string> Prepares, IReadOnlyList<string> Verifies)
    : Event;

/// <summary>
/// 技术服务机构: one body may not both prepare and verify reports in the same province; in different provinces it may.
/// Refusals in order: no code, no name, both roles in one province (reports already prepared there count).
/// </summary>
public static class ServiceBodies
{
    internal static void Register(Catalogue catalogue) => catalogue
        .Command<RegisterServiceBody>("register-service-body", Permission.Of(Role.Authority), Decide)
        .Event<ServiceBodyRegistered>("service-body-registered", Apply);

    private static Outcome<Decision> Decide(SchemeState state, in Context context, RegisterServiceBody command)
    {
        if ((Holders.Blank("code", command.Code) ?? Holders.Blank("name", command.Name)) is { } blank)
        {
            return blank;
        }

        var prepares = command.Prepares
            .Concat(PreparedIn(state, command.Code))
            .Distinct(StringComparer.Ordinal)
            .ToArray();
        foreach (var province in command.Verifies)
        {
            if (prepares.Contains(province, StringComparer.Ordinal))
            {
                return MrvRefusals.RolesClash.With(("body", command.Code), ("province", province));
            }
        }

        return Decision.Of(new ServiceBodyRegistered(
            command.Code, command.Name, command.Staff, prepares, command.Verifies));
    }

    /// <summary>Provinces of the reports that the body wrote.</summary>
    private static IEnumerable<string> PreparedIn(SchemeState state, string code) => state.Mrv.Bodies.ContainsKey(code)
        ? state.Mrv.Reports.Values
            .Where(report => report.Preparer == code)
            .Select(report => state.Registry.Holders[report.Holder].Province)
            .Order(StringComparer.Ordinal)
        : [];

    private static void Apply(SchemeState state, in Context context, ServiceBodyRegistered happened) =>
        state.Mrv.Bodies[happened.Code] = new ServiceBody(
            happened.Code,
            happened.Name,
            happened.Staff.ToImmutableArray(),
            happened.Prepares.ToImmutableArray(),
            happened.Verifies.ToImmutableArray());
}
