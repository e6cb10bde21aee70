using Tanheng.Quantities;

namespace Tanheng.Rulebook.Reading;

/// <summary>
/// Reads <c>units:</c>, <c>registry:</c> and <c>transactions:</c>: what is held, where, and how it moves.
/// </summary>
internal static class UnitReader
{
    /// <summary>The one type by which a final account gives units back: it undoes another transaction.</summary>
    private const string Reversal = "Reversal";

    /// <summary>
    /// Money accounts hold no units; what is surrendered, cancelled or expired comes back by a reversal alone.
    /// </summary>
    private static readonly AccountKind[] MoneyOnly = [AccountKind.Bank, AccountKind.Treasury, AccountKind.Receivable];

    private static readonly AccountKind[] Final =
        [AccountKind.Surrendered, AccountKind.Cancelled, AccountKind.Expired];

    public static void ReadUnits(Context context, Fields? units)
    {
        foreach (var (entry, fields) in units?.Sections() ?? [])
        {
            if (!fields.TryScalar(entry.Key, fields.Path, Kinds.Code, out var code))
            {
                continue;
            }

            var kind = fields.NeedOrNull("kind", Choices.UnitKind);
            if (kind is null)
            {
                context.OfUnknownKind.Add(code);
            }

            context.Units.Add(new UnitRule
            {
                Code = code,
                Kind = kind ?? default,
                Title = fields.NeedText("title"),
                Vintages = [.. fields.Values("vintages", Kinds.Period, required: false, mayBeEmpty: true).Order()],
                Cite = SourceReader.Cite(context, fields),
                Line = fields.Line,
            });
            fields.Close();
        }
    }

    public static RegistryRule ReadRegistry(Context context, Fields fields)
    {
        var trading = fields.NeedOrNull("trading_accounts", Kinds.YesNo) ?? true;
        var rule = new RegistryRule
        {
            UnifiedSocialCreditCode = fields.Need("unified_social_credit_code", Kinds.YesNo),
            AccountPrefix = fields.Need("account_prefix", Kinds.Prefix) ?? "",
            AccountsPerHolder = Accounts(fields, trading),
            OpeningWorkingDays = fields.Need("opening_working_days", Kinds.Count),
            LeastRepresentatives = fields.Or("least_representatives", Kinds.Count, 0),
            TradingAccounts = trading,
            Cite = SourceReader.Cite(context, fields),
            Line = fields.Line,
        };
        fields.Close();
        return rule;
    }

    public static IReadOnlyList<TransactionRule> ReadTransactions(Context context, Fields? transactions)
    {
        var rules = new List<TransactionRule>();
        foreach (var (entry, fields) in transactions?.Sections() ?? [])
        {
            fields.TryScalar(entry.Key, fields.Path, Kinds.Code, out var code);
            rules.Add(new TransactionRule
            {
                Code = code ?? "",
                Title = fields.NeedText("title"),
                From = Side(fields, "from", code == Reversal ? MoneyOnly : [.. MoneyOnly, .. Final]),
                To = Side(fields, "to", MoneyOnly),
                DelayHours = fields.Or("delay", Kinds.Hours, 0),
                ReversibleDays = fields.Maybe("reversible", Kinds.Days),
                Cite = SourceReader.Cite(context, fields),
                Line = fields.Line,
            });
            fields.Close();
        }

        return rules;
    }

    private static Dictionary<AccountKind, int> Accounts(Fields fields, bool trading)
    {
        var accounts = new Dictionary<AccountKind, int>();
        var section = fields.Section("accounts_per_holder");
        foreach (var key in section?.Keys ?? [])
        {
            var entry = section!.Find(key)!;
            if (!section.TryScalar(entry.Key, section.At(key), Choices.AccountKind, out var kind))
            {
                continue;
            }

            if (kind is not (AccountKind.Registry or AccountKind.Trading) || (kind == AccountKind.Trading && !trading))
            {
                Forbidden(section, entry.Key, section.At(key), kind, trading ? "registry, trading" : "registry");
            }

            accounts[kind] = section.Need(key, Kinds.Count);
        }

        return accounts;
    }

    private static IReadOnlyList<AccountKind> Side(Fields fields, string key, AccountKind[] forbidden) =>
        fields.Values(key, Choices.AccountKind, check: (kind, node, path) =>
        {
            if (forbidden.Contains(kind))
            {
                var allowed = Enum.GetValues<AccountKind>().Except(forbidden).Select(Choices.Word);
                Forbidden(fields, node, path, kind, string.Join(", ", allowed));
            }
        });

    private static void Forbidden(Fields fields, Node at, string path, AccountKind kind, string allowed) =>
        fields.Findings.Add(
            at, path, RulebookRefusals.AccountForbidden, ("kind", Choices.Word(kind)), ("allowed", allowed));
}
