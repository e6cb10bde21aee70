using System.Buffers;
using System.Globalization;
using Tanheng.Ledger;
using Tanheng.Quantities;
using Tanheng.Rulebook;
using Tanheng.Scheme;
using Tanheng.Scheme.Registry;

namespace Tanheng.Web.Actions.Speech;

/// <summary>
/// What things are called in sentences: entities by their name, accounts by their number, quantities with their unit.
/// What events of the same row create is known too.
/// </summary>
public sealed class Naming
{
    private static readonly SearchValues<char> Letters = SearchValues.Create("abcdefghijklmnopqrstuvwxyz");
    private static readonly SearchValues<char> Plain = SearchValues.Create("abcdefghijklmnopqrstuvwxyz 0123456789");
    private readonly SchemeState state;
    private readonly Dictionary<HolderId, Text> newHolders = [];
    private readonly Dictionary<AccountId, Account> newAccounts = [];
    private readonly Dictionary<FacilityId, Text> newFacilities = [];
    private readonly Dictionary<GeneratingUnitId, Text> newUnits = [];

    /// <summary>Names from the state, and from events that are not part of it yet.</summary>
    public Naming(SchemeState state, IEnumerable<Event>? events = null)
    {
        this.state = state;
        foreach (var happened in events ?? [])
        {
            switch (happened)
            {
                case HolderRegistered one:
                    newHolders[one.Holder] = one.Name;
                    break;
                case AccountOpened one:
                    newAccounts[one.Account.Id] = one.Account;
                    break;
                case FacilityRegistered one:
                    newFacilities[one.Facility.Id] = one.Facility.Name;
                    break;
                case GeneratingUnitRegistered one:
                    newUnits[one.Unit.Id] = one.Unit.Name;
                    break;
            }
        }
    }

    /// <summary>An entity: its name.</summary>
    public Text Holder(HolderId id) => state.Registry.Find(id)?.Name
        ?? newHolders.GetValueOrDefault(id) ?? Same(id.ToString());

    /// <summary>An account, or null when there is none.</summary>
    public Account? Find(AccountId id) =>
        state.Registry.Accounts.GetValueOrDefault(id) ?? newAccounts.GetValueOrDefault(id);

    /// <summary>A pledge: its number and agreement, what is pledged and what it secures.</summary>
    public static Text Pledge(Pledge pledge)
    {
        var quantity = Quantity(pledge.Asset, pledge.Quantity.Value);
        return new Text(
            $"{pledge.Id} {pledge.Reference} · {quantity.Zh} · {Portal.Format.Amount(pledge.Claim, "zh")}",
            $"{pledge.Id} {pledge.Reference} · {quantity.En} · {Portal.Format.Amount(pledge.Claim, "en")}");
    }

    /// <summary>The same of one that is in force or applied for; its number alone of any other.</summary>
    public Text Pledge(PledgeId id) => state.Pledges.Find(id) is { } pledge ? Pledge(pledge) : Same(id.ToString());

    /// <summary>An account: its number and whose it is.</summary>
    public Text Account(AccountId id)
    {
        if (id == default)
        {
            return Portal.Words.SomeCounterparty;
        }

        if (Find(id) is not { } account)
        {
            return Same(id.ToString());
        }

        if (account.Kind.IsSystem())
        {
            return Portal.Names.Of(account.Kind);
        }

        var whose = account.Holder is { } holder ? Holder(holder) : Portal.ProvinceNames.Of(account.Province ?? "");
        return new Text($"{account.Number}（{whose.Zh}）", $"{account.Number} ({whose.En})");
    }

    /// <summary>
    /// A reason as given; one that the program gives stands in both languages, Chinese first, and is said in one.
    /// </summary>
    public static Text Reason(string given)
    {
        var english = given.AsSpan().IndexOfAny(Letters);
        return english > 1 && given[english - 1] == ' ' && given.AsSpan(english).IndexOfAnyExcept(Plain) < 0
            ? new Text(given[..(english - 1)], given[english..])
            : Same(given);
    }

    /// <summary>A site.</summary>
    public Text Facility(FacilityId id) => state.Registry.Facilities.GetValueOrDefault(id)?.Name
        ?? newFacilities.GetValueOrDefault(id) ?? Same(id.ToString());

    /// <summary>A generating unit.</summary>
    public Text Unit(GeneratingUnitId id) => state.Registry.Units.GetValueOrDefault(id)?.Name
        ?? newUnits.GetValueOrDefault(id) ?? Same(id.ToString());

    /// <summary>A case: its number and whose it is.</summary>
    public Text Case(CaseId id)
    {
        if (state.Compliance.Cases.GetValueOrDefault(id) is not { } one)
        {
            return Same(id.ToString());
        }

        var whose = Holder(one.Holder);
        return new Text($"{id}（{whose.Zh}）", $"{id} ({whose.En})");
    }

    /// <summary>A service body.</summary>
    public Text Body(string code) => state.Mrv.Bodies.GetValueOrDefault(code)?.Name ?? Same(code);

    /// <summary>A type of transaction, as the rulebook calls it.</summary>
    public Text Type(string code) =>
        state.Book?.Transaction(code)?.Title ?? Portal.Names.OfMovement(code) ?? Same(code);

    /// <summary>A moment in the scheme's zone.</summary>
    public Text Moment(DateTimeOffset moment) => Same(state.Book is { } book
        ? Portal.Format.Minute(book.Calendar.Local(moment))
        : Portal.Format.Minute(moment.UtcDateTime) + " UTC");

    /// <summary>Whole tonnes with their unit.</summary>
    public static Text Tonnes(Tonnes tonnes)
    {
        var figure = tonnes.Value.ToString("#,0", CultureInfo.InvariantCulture);
        return new Text(figure + " 吨", figure + " t");
    }

    /// <summary>Whole tonnes, or what stands for none.</summary>
    public static Text Tonnes(Tonnes? tonnes) => tonnes is { } known ? Tonnes(known) : Same("—");

    /// <summary>A quantity of an asset: <c>1,000 吨 CEA-2022</c>, or money.</summary>
    public static Text Quantity(Asset asset, long quantity)
    {
        if (asset.IsMoney)
        {
            var money = new Money(quantity, Currency.Parse(asset.Code["money:".Length..]));
            return Same(Portal.Format.Amount(money));
        }

        var tonnes = Tonnes(new Tonnes(quantity));
        return new Text($"{tonnes.Zh} {asset.Code}", $"{tonnes.En} {asset.Code}");
    }

    /// <summary>What a transaction moves: the first movements in full, the rest counted.</summary>
    public Text Moved(Transaction transaction) => Joined(
        [.. transaction.Movements.Take(Most).Select(Moved)], transaction.Movements.Count - Most);

    /// <summary>What several transactions move.</summary>
    public Text Moved(IReadOnlyList<Transaction> transactions)
    {
        var moves = transactions.SelectMany(transaction => transaction.Movements).ToList();
        return moves.Count == 0
            ? new Text("无划转", "nothing moves")
            : Joined([.. moves.Take(Most).Select(Moved)], moves.Count - Most);
    }

    /// <summary>Several texts behind each other.</summary>
    public static Text List(IEnumerable<Text> texts)
    {
        var all = texts.ToList();
        return all.Count == 0 ? Same("—") : Joined([.. all.Take(12)], all.Count - 12);
    }

    /// <summary>A text that is the same in both languages.</summary>
    public static Text Same(string text) => new(text, text);

    private const int Most = 3;

    private Text Moved(Movement move)
    {
        var (quantity, from, to) = (Quantity(move.Asset, move.Quantity), Place(move.From), Place(move.To));
        return new Text($"{quantity.Zh} 从{from.Zh}到{to.Zh}", $"{quantity.En} from {from.En} to {to.En}");
    }

    /// <summary>An account and, when it is not at the holder's disposal, in which part of it.</summary>
    public Text Place(Place place)
    {
        var account = Account(place.Account);
        if (place.Compartment == Compartment.Free)
        {
            return new Text(" " + account.Zh + " ", account.En);
        }

        var part = Portal.Names.Of(place.Compartment);
        return new Text($" {account.Zh}·{part.Zh} ", $"{account.En}, {part.En.ToLowerInvariant()}");
    }

    private static Text Joined(List<Text> texts, int more)
    {
        var (zh, en) = (string.Join("；", texts.Select(text => text.Zh)), string.Join("; ", texts.Select(t => t.En)));
        return more <= 0
            ? new Text(zh.Trim(), en)
            : new Text($"{zh.Trim()} 等，另有 {more} 项", $"{en} and {more} more");
    }
}
