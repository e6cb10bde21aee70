using System.Text.Json;
using Tanheng.Quantities;
using Tanheng.Rulebook;
using Tanheng.Scheme;
using Tanheng.Scheme.Approval;
using Tanheng.Scheme.Compliance;
using Tanheng.Scheme.Registry;
using Tanheng.Web.Actions.Speech;
using Tanheng.Web.People;
using Tanheng.Web.Portal;

namespace Tanheng.Web.Actions.Forms;

/// <summary>The choices of each field, limited to what the person may use.</summary>
internal sealed partial class Pickers(SchemeState state, Mandate mandate, ActionSheet sheet, FormValues values)
{
    private const int Most = 2_000;
    private readonly CommandEntry entry = sheet.Entry;
    private readonly Naming naming = new(state);

    /// <summary>The command.</summary>
    public string Command => entry.Name;

    /// <summary>True when the person sends the command by office, not for one holder.</summary>
    private bool ByOffice => mandate.Offices.Any(entry.Permission.Roles.Contains);

    /// <summary>The holder chosen in the form, or the only one there is to choose.</summary>
    public HolderId? Holder => IdIn("holder", FieldKind.Holder) is { } id
        ? new HolderId(id)
        : !ByOffice && OwnHolders().Take(2).ToList() is [var only] ? only.Id : null;

    /// <summary>A value of the form.</summary>
    public string Value(string key) => FieldReader.Plain(values[key]);

    /// <summary>The id in a field of the form, or null.</summary>
    public long? IdIn(string key, FieldKind kind)
    {
        var text = Value(key);
        var digits = text.Length > 1 && char.IsAsciiLetterUpper(text[0]) ? text[1..] : text;
        return sheet.Ids.TryGetValue((kind, text), out var id) ? id
            : long.TryParse(digits, out var plain) ? plain
            : null;
    }

    /// <summary>The choices of a field; none when it is typed.</summary>
    public IReadOnlyList<Option> For(FieldShape field)
    {
        var shape = field.Item ?? field;
        return shape.Kind switch
        {
            FieldKind.Holder => [.. HoldersFor(field).Select(OptionOf)],
            FieldKind.Account => [.. AccountsFor(field).Take(Most).Select(OptionOf)],
            FieldKind.Facility => [.. Facilities().Take(Most).Select(one =>
                new Option(one.Id.Value.ToString(), Joined(one.Name, naming.Holder(one.Holder), Holder is null)))],
            FieldKind.GeneratingUnit => [.. Units().Take(Most).Select(one =>
                new Option(one.Id.Value.ToString(), Joined(one.Name, naming.Facility(one.Facility), true)))],
            FieldKind.Case => [.. Cases().Take(Most).Select(one => new Option(
                one.Id.Value.ToString(), Joined(naming.Case(one.Id), Names.Of(one.Offence), true)))],
            FieldKind.Freeze => [.. state.Registry.Freezes.Values.OrderBy(one => one.Id.Value).Take(Most).Select(one =>
                new Option(one.Id.Value.ToString(), Joined(
                    Naming.Same($"{one.Id} {one.Reference}"),
                    Naming.Quantity(one.Asset, one.Serials.Count), true)))],
            FieldKind.Pledge => [.. OfPledges().Take(Most)],
            FieldKind.Transaction => [.. Transactions().Take(Most)],
            FieldKind.Proposal => [.. state.Approvals.Waiting.Select(id => new Option(
                id.ToString(), Joined(Naming.Same("P" + id), ActionWords.TitleOf(
                    state.Approvals.Proposals[new ProposalId(id)].Command), true)))],
            FieldKind.ForeignBulletin => [.. ForeignBulletinsInForce().Take(Most)],
            FieldKind.Auction => [.. Auctions().Take(Most)],
            FieldKind.AuctionRule => [.. AuctionRules()],
            FieldKind.Offer or FieldKind.Intention or FieldKind.Deal or FieldKind.Otc =>
                [.. OfModes(shape.Kind).Take(Most)],
            FieldKind.Order or FieldKind.Block or FieldKind.Withdrawal => [.. OfExchange(shape.Kind).Take(Most)],
            FieldKind.BankLine or FieldKind.SettlementObjection or FieldKind.Correction =>
                [.. OfSettlement(shape.Kind).Take(Most)],
            FieldKind.Alert or FieldKind.Inquiry => [.. OfSupervision(shape.Kind).Take(Most)],
            _ => OfRules(shape),
        };
    }

    private IReadOnlyList<Option> OfRules(FieldShape shape) => shape.Kind switch
    {
        FieldKind.Period => [.. Periods().Select(one => Plain(one))],
        FieldKind.Year => [.. Years().Select(one => Plain(one))],
        FieldKind.Unit => [.. UnitFamilies().Select(unit =>
            new Option(unit.Code, Joined(Naming.Same(unit.Code), unit.Title, true)))],
        FieldKind.Vintage => [.. Vintages()],
        FieldKind.Sector => [.. Sectors()],
        FieldKind.Body => [.. state.Mrv.Bodies.Values.OrderBy(body => body.Code, StringComparer.Ordinal)
            .Select(body => new Option(body.Code, Joined(body.Name, Naming.Same(body.Code), true)))],
        FieldKind.Method => [.. state.Methods.Methods
            .Where(method => method.Outputs.Any(output => output.Name == "final"))
            .Select(method => new Option(method.Reference, Joined(method.Title, Naming.Same(method.Version), true)))],
        FieldKind.Province => [.. state.Registry.Holders.Values.Select(holder => holder.Province).Distinct()
            .Order(StringComparer.Ordinal).Select(Plain)],
        FieldKind.User => [.. Users().Distinct().Order(StringComparer.Ordinal).Take(Most).Select(Plain)],
        FieldKind.Choice => ChoiceNames.Of(shape.Type),
        FieldKind.Rights => ChoiceNames.Rights,
        _ => [],
    };

    private static Option Plain(object value) => new(value.ToString()!, Naming.Same(value.ToString()!));

    private static Text Joined(Text first, Text second, bool both) => both
        ? new Text($"{first.Zh} · {second.Zh}", $"{first.En} · {second.En}")
        : first;

    private static Option OptionOf(Holder holder) => new(
        holder.Id.Value.ToString(), Joined(holder.Name, Naming.Same(holder.Code), true));

    private Option OptionOf(Account account)
    {
        var whose = account.Holder is { } holder ? naming.Holder(holder) : ProvinceNames.Of(account.Province ?? "");
        var what = Joined(whose, Names.Of(account.Kind), true);
        what = account.Status == AccountStatus.Active ? what : Joined(what, Names.Of(account.Status), true);
        return new Option(account.Id.Value.ToString(), Joined(Naming.Same(account.Number), what, true));
    }

    private IEnumerable<Holder> OwnHolders() => mandate.Holders
        .Where(own => entry.Permission.IsWithin(own.Rights))
        .Select(own => state.Registry.Find(own.Holder)!);

    private IEnumerable<Holder> HoldersFor(FieldShape field) => ByOffice || field.Path != "holder"
        ? state.Registry.Holders.Values.Where(holder => holder.Status == HolderStatus.Active)
            .OrderBy(holder => holder.Id.Value)
        : OwnHolders();

    /// <summary>
    /// Accounts of the chosen holder, of one's own, or all; of another holder a representative types it.
    /// </summary>
    private IEnumerable<Account> AccountsFor(FieldShape field)
    {
        if (field.Path == "trusted" && Command != "add-trusted-account")
        {
            return TrustedBy();
        }

        var others = field.Path is "to" or "trusted" && Command != "move-position";
        if (others && !ByOffice)
        {
            return [];
        }

        var accounts = Holder is { } holder && !others
            ? state.Registry.AccountsOf.GetValueOrDefault(holder, []).Select(id => state.Registry.Accounts[id])
            : ByOffice
                ? state.Registry.Accounts.Values.Where(account => !account.Kind.IsSystem())
                : OwnHolders().SelectMany(own => state.Registry.AccountsOf.GetValueOrDefault(own.Id, []))
                    .Select(id => state.Registry.Accounts[id]);
        return accounts.Where(account => Fits(account)).OrderBy(account => account.Id.Value);
    }

    /// <summary>The trusted accounts of the chosen account, else of all accounts of the holder.</summary>
    private IEnumerable<Account> TrustedBy()
    {
        var own = IdIn("account", FieldKind.Account) is { } id
            ? [new Ledger.AccountId(id)]
            : Holder is { } holder ? state.Registry.AccountsOf.GetValueOrDefault(holder, []) : [];
        return own.SelectMany(account => Trust.ListOf(state, account)).Select(entry => entry.Account).Distinct()
            .Select(account => state.Registry.Accounts[account]);
    }

    /// <summary>Leaves out what the command would refuse for its status or kind anyway.</summary>
    private bool Fits(Account account) => Command switch
    {
        "review-account" => account.Status == AccountStatus.Applied,
        "activate-account" => account.Status == AccountStatus.Reviewed,
        "reject-account" => account.Status is AccountStatus.Applied or AccountStatus.Reviewed,
        "restrict-account" => account.Status == AccountStatus.Active,
        "freeze-account" => account.Status is AccountStatus.Active or AccountStatus.Restricted,
        "unfreeze-account" => account.Status is AccountStatus.Frozen or AccountStatus.Restricted
            or AccountStatus.Suspended,
        "unblock-account" => account.Status == AccountStatus.Blocked,
        "settle-trade" or "settle-trade-file" =>
            account.Kind == AccountKind.Trading && account.Status == AccountStatus.Active,
        _ => account.Status is not (AccountStatus.Closed or AccountStatus.Rejected),
    };

    private IEnumerable<Facility> Facilities() => state.Registry.Facilities.Values
        .Where(site => Sees(site.Holder) && (Command != "close-facility" || site.ClosedOn is null))
        .OrderBy(site => site.Id.Value);

    private IEnumerable<GeneratingUnit> Units() => state.Registry.Units.Values
        .Where(unit => Sees(unit.Holder) && (Command switch
        {
            "close-generating-unit" => unit.ClosedOn is null,
            "reclaim-closed-unit" => unit.ClosedOn is not null,
            _ => true,
        }))
        .OrderBy(unit => unit.Id.Value);

    private IEnumerable<PenaltyCase> Cases() => state.Compliance.Cases.Values
        .Where(one => Sees(one.Holder) && one.Status is CaseStatus.Open or CaseStatus.Decided)
        .OrderBy(one => one.Id.Value);

    private bool Sees(HolderId whose) => Holder is { } chosen ? chosen == whose
        : mandate.ReadsEverything || ByOffice || mandate.MayRead(whose);

    private IEnumerable<Option> Transactions() => Command == "cancel-transfer"
        ? state.Registry.PendingTransfers.Values.Where(one => Sees(one.Holder)).OrderBy(one => one.Id.Value)
            .Select(one => new Option(one.Id.Value.ToString(), Joined(
                Naming.Quantity(one.Asset, one.Serials.Count),
                Joined(naming.Account(one.To), naming.Moment(one.Until), true),
                true)))
        : state.Registry.Reversible.Values.Where(one => one.Until > state.Time).Reverse()
            .Select(one => new Option(one.Transaction.Id.Value.ToString(), Joined(
                Naming.Same(one.Transaction.Id.ToString()), naming.Moved(one.Transaction), true)));

    private IEnumerable<CompliancePeriod> Periods()
    {
        var periods = state.Rules.Periods.Select(rules => rules.Period);
        return Command == "object"
            ? periods.Concat(Years().Select(year => new CompliancePeriod(year))).Distinct().Order()
            : periods;
    }

    private IEnumerable<int> Years() => state.Rules.Periods
        .SelectMany(rules => Enumerable.Range(rules.Period.First, rules.Period.Last - rules.Period.First + 1))
        .Distinct().Order();

    private IEnumerable<UnitRule> UnitFamilies() => state.Rules.Units.Where(unit => Command switch
    {
        "issue-offsets" => unit.Kind == UnitKind.Offset,
        "apply-for-carry-over" or "convert-carry-over" or "reject-carry-over" =>
            state.Rules.CarryOvers.Any(rule => rule.Unit == unit.Code),
        "place-order" or "offer-block" or "halt-trading" or "resume-trading" =>
            state.Rules.Trading?.Instruments.Any(rule => rule.Unit == unit.Code) == true,
        _ => true,
    });

    private IEnumerable<Option> Vintages()
    {
        if (Command.EndsWith("carry-over", StringComparison.Ordinal))
        {
            return state.Rules.CarryOvers.Select(rule => rule.ToVintage).Distinct().Order().Select(one => Plain(one));
        }

        var none = state.Rules.Units.Any(unit => unit.Vintages.Count == 0)
            ? [new Option("0", new Text("不分年度", "none"))]
            : Array.Empty<Option>();
        return [.. state.Rules.Units.SelectMany(unit => unit.Vintages).Distinct().Order().Select(one => Plain(one)),
            .. none];
    }

    private IEnumerable<Option> Sectors() =>
    [
        .. state.Rules.Periods.SelectMany(rules => rules.Sectors).Select(rule => rule.Sector).Distinct()
            .Select(sector => new Option(sector, Names.OfSector(sector))),
        new Option("-", new Text("不纳入管理", "not covered")),
    ];

    private IEnumerable<string> Users()
    {
        if (!mandate.ReadsEverything)
        {
            return [];
        }

        if (Command == "register-service-body")
        {
            return state.Registry.Officials.Where(one => one.Value.Contains(Role.Verifier)).Select(one => one.Key.Name);
        }

        var ofOne = Command is "remove-representative" or "suspend-representative" or "change-representative";
        return ofOne && Holder is { } holder
            ? state.Registry.Find(holder)?.Representatives.Select(one => one.User.Name) ?? []
            : Command is "dismiss-official" or "appoint-official"
                ? state.Registry.Officials.Keys.Select(user => user.Name)
                : state.Registry.ActsFor.Keys.Select(user => user.Name);
    }
}

/// <summary>The choices of enumerations, with their names.</summary>
internal static class ChoiceNames
{
    /// <summary>What a representative may do.</summary>
    public static IReadOnlyList<Option> Rights { get; } =
    [
        .. new[]
            {
                Scheme.Rights.Read, Scheme.Rights.Initiate, Scheme.Rights.Approve, Scheme.Rights.Surrender,
            }
            .Select(right => new Option(Kebab(right.ToString()), Names.Of(right))),
    ];

    /// <summary>The members of an enumeration.</summary>
    public static IReadOnlyList<Option> Of(Type type)
    {
        if (type == typeof(bool))
        {
            return [new Option("true", new Text("是", "Yes")), new Option("false", new Text("否", "No"))];
        }

        return
        [
            .. Enum.GetValues(type).Cast<object>().Where(IsOffered)
                .Select(member => new Option(Kebab(member.ToString()!), NameOf(member))),
        ];
    }

    private static bool IsOffered(object member) => member switch
    {
        Role role => role is not (Role.Representative or Role.System),
        AccountKind kind => kind is AccountKind.Registry or AccountKind.Trading or AccountKind.Custody,
        _ => true,
    };

    private static string Kebab(string name) => JsonNamingPolicy.KebabCaseLower.ConvertName(name);

    private static Text NameOf(object member) => member switch
    {
        Role one => Names.Of(one),
        AccountKind one => Names.Of(one),
        Scheme.Mrv.Opinion one => Names.Of(one),
        Scheme.Mrv.FindingLayer one => Names.Of(one),
        Scheme.Mrv.ObjectionSubject one => Names.Of(one),
        PlanSection one => Names.Of(one),
        Scheme.Mrv.SectionVerdict one => Names.Of(one),
        Scheme.Mrv.PlanOutcome one => Names.Of(one),
        Scheme.Allocation.AllocationStage one => Names.Of(one),
        Offence one => Names.Of(one),
        HolderKind one => Names.Of(one),
        Scheme.Trading.OrderSide one => Names.Of(one),
        TradingMode one => Names.Of(one),
        Scheme.Auctions.BidderClass one => Names.Of(one),
        Scheme.Bulletins.LineKind one => Names.Of(one),
        ContactRole one => Names.Of(one),
        Scheme.Supervision.TradingBar one => Names.Of(one),
        Scheme.Supervision.RelationKind one => Names.Of(one),
        Scheme.Supervision.InquiryOutcome one => Names.Of(one),
        OtcSettlement one => Names.Of(one),
        _ => throw new ArgumentOutOfRangeException(nameof(member), member, "This enumeration has no names."),
    };
}
