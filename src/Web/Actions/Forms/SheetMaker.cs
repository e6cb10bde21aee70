using Tanheng.Quantities;
using Tanheng.Scheme;
using Tanheng.Scheme.Registry;
using Tanheng.Web.People;

namespace Tanheng.Web.Actions.Forms;

/// <summary>Gathers from the state what a form needs, limited to what the person may use.</summary>
public static class SheetMaker
{
    /// <summary>The sheet of a command for a person, with what stands in the form so far.</summary>
    public static ActionSheet Of(SchemeState state, Mandate mandate, CommandEntry entry, FormValues values)
    {
        var ids = IdsOf(state, values);
        var blank = ActionSheet.Blank(entry) with { Currency = state.Rules.Currency, Ids = ids };
        var market = new Pickers(state, mandate, blank, values);
        var options = new Dictionary<string, IReadOnlyList<Option>>();
        var inputs = new Dictionary<string, InputSet>();
        foreach (var field in CommandShape.Of(entry).All())
        {
            if (market.For(field) is { Count: > 0 } choices)
            {
                options[field.Path] = choices;
            }

            if (field.Kind == FieldKind.Inputs && MethodFields.For(state, market, field) is { } set)
            {
                inputs[field.Path] = set;
            }
        }

        return blank with { Options = options, Inputs = inputs };
    }

    /// <summary>What codes of entities and numbers of accounts in the form stand for.</summary>
    private static Dictionary<(FieldKind, string), long> IdsOf(SchemeState state, FormValues values)
    {
        var ids = new Dictionary<(FieldKind, string), long>();
        foreach (var typed in values.All.Values.Where(value => value.Length < FieldReader.MostParagraph))
        {
            foreach (var line in typed.Split('\n', StringSplitOptions.RemoveEmptyEntries))
            {
                var text = FieldReader.Plain(line);
                if (state.Registry.HolderCodes.TryGetValue(text, out var holder))
                {
                    ids[(FieldKind.Holder, text)] = holder.Value;
                }
                else if (AccountNumbered(state, text) is { } account)
                {
                    ids[(FieldKind.Account, text)] = account.Id.Value;
                }
            }
        }

        return ids;
    }

    private static Account? AccountNumbered(SchemeState state, string number)
    {
        // The number holds the account's own id, so that no account has to be looked for.
        if (!AccountNumber.IsValid(number) || !long.TryParse(number.Split('-')[2], out var identifier))
        {
            return null;
        }

        var id = new Ledger.AccountId(identifier - 10_000_000);
        return state.Registry.Accounts.TryGetValue(id, out var account) && account.Number == number ? account : null;
    }
}
