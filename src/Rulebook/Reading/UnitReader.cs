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
    private static readonly AccountKind[] MoneyOnly =
    [
        AccountKind.Bank, AccountKind.Treasury, AccountKind.Receivable, AccountKind.ExchangeFees,
        AccountKind.Suspense, AccountKind.RiskReserve,
        AccountKind.AuctionRevenue,
    ];

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
            MostRepresentatives = fields.Maybe("most_representatives", Kinds.Count),
            Representatives = HeadCounts(fields, trading),
            InitiatorAndApprover = fields.Or("initiator_and_approver", Kinds.YesNo, false),
            Details = Details(fields.MaybeSection("holder_details")),
            TradingAccounts = trading,
            Cite = SourceReader.Cite(context, fields),
            Line = fields.Line,
        };
        fields.Close();
        if (rule.MostRepresentatives is { } most && most < rule.LeastRepresentatives)
        {
            fields.Add("most_representatives", RulebookRefusals.LeastAboveMost,
                ("least", rule.LeastRepresentatives), ("most", most));
        }

        return rule;
    }

    public static IReadOnlyList<TransactionRule> ReadTransactions(
        Context context, Fields? transactions, WorkCalendar calendar)
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
                TrustedDelayHours = fields.Maybe("delay_trusted", Kinds.Hours),
                DelayRuns = fields.Or("delay_runs", Choices.Runs, Runs.Always),
                Executes = Executing(fields, "executes", calendar),
                Limit = fields.Maybe("limit", Kinds.Tonnes),
                DailyLimit = fields.Maybe("limit_per_day", Kinds.Tonnes),
                ReversibleDays = fields.Maybe("reversible", Kinds.Days),
                Cite = SourceReader.Cite(context, fields),
                Line = fields.Line,
            });
            fields.Close();
        }

        return rules;
    }

    /// <summary>When something may happen; office hours must be in the calendar then.</summary>
    internal static Executes Executing(Fields fields, string key, WorkCalendar calendar)
    {
        var executes = fields.Or(key, Choices.Executes, Executes.AnyTime);
        if (executes == Executes.OfficeHours && calendar.Hours is null)
        {
            fields.Add(key, RulebookRefusals.OfficeHoursMissing);
        }

        return executes;
    }

    private static Dictionary<AccountKind, HeadCount> HeadCounts(Fields fields, bool trading)
    {
        var counts = new Dictionary<AccountKind, HeadCount>();
        var section = fields.MaybeSection("representatives");
        foreach (var (key, kind) in section is null ? [] : HolderKinds(section, trading))
        {
            var inner = section!.MaybeSection(key)!;
            var count = new HeadCount(inner.Need("least", Kinds.Count), inner.Need("most", Kinds.Count));
            inner.Close();
            if (count.Least > count.Most)
            {
                inner.Add("least", RulebookRefusals.LeastAboveMost, ("least", count.Least), ("most", count.Most));
            }

            counts[kind] = count;
        }

        return counts;
    }

    private static Dictionary<HolderKind, IReadOnlyList<HolderField>> Details(Fields? section)
    {
        var details = new Dictionary<HolderKind, IReadOnlyList<HolderField>>();
        foreach (var key in section?.Keys ?? [])
        {
            if (section!.TryScalar(section.Find(key)!.Key, section.At(key), Choices.HolderKind, out var kind))
            {
                details[kind] = section.Values(key, Choices.HolderField, mayBeEmpty: true);
            }
        }

        return details;
    }

    private static Dictionary<AccountKind, int> Accounts(Fields fields, bool trading)
    {
        var accounts = new Dictionary<AccountKind, int>();
        var section = fields.Section("accounts_per_holder");
        foreach (var (key, kind) in section is null ? [] : HolderKinds(section, trading))
        {
            accounts[kind] = section!.Need(key, Kinds.Count);
        }

        return accounts;
    }

    /// <summary>The keys of a mapping that are kinds of account a holder may have.</summary>
    private static IEnumerable<(string Key, AccountKind Kind)> HolderKinds(Fields section, bool trading)
    {
        foreach (var key in section.Keys)
        {
            var entry = section.Find(key)!;
            if (!section.TryScalar(entry.Key, section.At(key), Choices.AccountKind, out var kind))
            {
                continue;
            }

            if (kind is not (AccountKind.Registry or AccountKind.Trading) || (kind == AccountKind.Trading && !trading))
            {
                Forbidden(section, entry.Key, section.At(key), kind, trading ? "registry, trading" : "registry");
            }

            yield return (key, kind);
        }
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
