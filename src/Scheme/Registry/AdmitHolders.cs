using Tanheng.Quantities;
using Tanheng.Rulebook;

namespace Tanheng.Scheme.Registry;

/// <summary>Admit a whole list of holders: all of them, or none.</summary>
public sealed record AdmitHolders(IReadOnlyList<AdmitHolder> Rows) : Command;

/// <summary>
/// Refusals in order: no rows; those of <see cref="AdmitHolder"/> and a code that stands there twice, for every row,
/// all of them at once, each with its row.
/// </summary>
public static class BulkAdmission
{
    internal static void Register(Catalogue catalogue) => catalogue.Command<AdmitHolders>(
        "admit-holders", Permission.Of(Role.Authority, Role.RegistryOperator), Decide);

    private static Outcome<Decision> Decide(SchemeState state, in Context context, AdmitHolders command)
    {
        if (command.Rows.Count == 0)
        {
            return RegistryRefusals.NothingToDo.With();
        }

        var (events, problems) = (new List<Event>(), new RowProblems());
        var codes = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        for (var i = 0; i < command.Rows.Count; i++)
        {
            var row = command.Rows[i];
            if (!codes.TryAdd(row.Code, i + 1))
            {
                problems.Add(i + 1, HolderRefusals.CodeTwice.With(
                    ("row", i + 1), ("code", row.Code), ("first", codes[row.Code])));
            }
            else if (HolderAdmission.Plan(state, row, events).Try(out var more, out var refusal))
            {
                events.AddRange(more);
            }
            else
            {
                problems.Add(i + 1, refusal);
            }
        }

        return problems.Of(HolderRefusals.RowsWrong) is { } wrong ? wrong : Decision.Of(events);
    }
}
