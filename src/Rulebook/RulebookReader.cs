using System.Text;
using Tanheng.Quantities;
using Tanheng.Rulebook.Reading;

namespace Tanheng.Rulebook;

/// <summary>
/// Reads a rulebook. Whatever the text, the answer is a rulebook or the full list of what is wrong with it.
/// </summary>
public static class RulebookReader
{
    /// <summary>Reads the text of one rulebook.</summary>
    /// <param name="fileName">The name diagnostics show.</param>
    /// <param name="yaml">The text.</param>
    /// <param name="include">
    /// The text of a file named relative to the rulebook (<c>holidays/cn.yaml</c>), or null.
    /// </param>
    /// <param name="commands">Commands that approvals may name; null checks their form alone.</param>
    public static RulebookReading Read(
        string fileName,
        string yaml,
        Func<string, string?> include,
        IReadOnlyCollection<string>? commands = null)
    {
        var findings = new Findings(fileName);
        if (YamlTree.Parse(findings, yaml) is not { } root)
        {
            return new RulebookReading(null, findings.InOrder);
        }

        var fields = Fields.Of(findings, root, "");
        var book = Book(new Context(findings, commands), fields, yaml, include);
        fields.Close();
        return findings.InOrder.Count == 0
            ? new RulebookReading(book, [])
            : new RulebookReading(null, findings.InOrder);
    }

    private static Rulebook Book(Context context, Fields fields, string yaml, Func<string, string?> include)
    {
        var code = fields.Need("rulebook", Kinds.Code);
        var version = fields.Need("version", Kinds.Words);
        var name = fields.NeedText("name");
        var shortName = fields.Find("short_name") is null ? name : fields.NeedText("short_name");
        context.Currency = fields.Need("currency", Kinds.Currency);
        SourceReader.ReadAll(context, fields.Section("sources"));
        var (calendar, years, included) = CalendarReader.Read(context, fields.Section("calendar"), include);
        UnitReader.ReadUnits(context, fields.Section("units"));
        var registry = fields.Section("registry") is { } section ? UnitReader.ReadRegistry(context, section) : null;
        var periods = PeriodReader.Read(context, fields.Section("periods"));
        var carryOvers = CarryOverReader.Read(context, fields, periods);
        var transactions = UnitReader.ReadTransactions(context, fields.Section("transactions"), calendar);
        var trading = TradingReader.Read(context, fields.MaybeSection("trading"), registry, transactions, calendar);
        return new Rulebook
        {
            Code = code ?? "",
            Version = version ?? "",
            Name = name,
            ShortName = shortName,
            Currency = context.Currency,
            Calendar = calendar,
            Holidays = years,
            Units = context.Units,
            Registry = registry!,
            Periods = periods,
            CarryOvers = carryOvers,
            Transactions = transactions,
            Supervision = SupervisionReader.Read(context, fields.MaybeSection("supervision"), fields.Has("trading")),
            Trading = trading,
            Auctions = AuctionReader.Read(context, fields, trading),
            Pledges = PledgeReader.Read(context, fields.MaybeSection("pledges"), transactions),
            TrustedAccounts = TrustedAccountReader.Read(context, fields.MaybeSection("trusted_accounts"), calendar),
            Approvals = ApprovalReader.ReadApprovals(context, fields),
            Penalties = PenaltyReader.Read(context, fields),
            Objections = ApprovalReader.ReadObjections(context, fields.MaybeSection("objections")),
            Plans = PlanReader.Read(context, fields.MaybeSection("monitoring_plans")),
            FollowUps = PlanReader.ReadFollowUps(context, fields.MaybeSection("follow_ups")),
            Disclosures = ApprovalReader.ReadDisclosures(context, fields.Section("disclosure")),
            Sources = [.. context.Sources.Values, .. context.IncludedSources],
            Text = Digest.Of(Encoding.UTF8.GetBytes(yaml + included)),
        };
    }
}
