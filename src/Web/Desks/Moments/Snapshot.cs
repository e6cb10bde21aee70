using Tanheng.Ledger;
using Tanheng.Quantities;
using Tanheng.Rulebook;
using Tanheng.Scheme;
using Tanheng.Web.Actions.Speech;
using Tanheng.Web.Portal;

namespace Tanheng.Web.Desks.Moments;

/// <summary>What one place held at a moment.</summary>
public sealed record HeldThen(
    AccountId Account,
    string Number,
    AccountKind Kind,
    Text Owner,
    Asset Asset,
    Compartment Compartment,
    long Quantity);

/// <summary>Something that stood at a moment and can be compared with another.</summary>
/// <param name="Kind">Holding, obligation, status.</param>
/// <param name="Subject">Whose.</param>
/// <param name="Item">Which of them.</param>
/// <param name="Value">Tonnes, money or a text.</param>
public sealed record Fact(Text Kind, Text Subject, Text Item, object Value);

/// <summary>A market as it stood after one row of its journal; immutable.</summary>
/// <param name="Sequence">The row.</param>
/// <param name="Time">The row's time, in the market's zone.</param>
/// <param name="Hash">The row's hash.</param>
/// <param name="Holdings">Everything that was held.</param>
/// <param name="Facts">What can be compared, by a key that stays the same over time.</param>
public sealed record Snapshot(
    long Sequence,
    DateTime Time,
    Digest Hash,
    IReadOnlyList<HeldThen> Holdings,
    IReadOnlyDictionary<string, Fact> Facts)
{
    /// <summary>Reads a state.</summary>
    public static Snapshot Of(SchemeState state, Digest hash)
    {
        var naming = new Naming(state);
        var holdings = Held(state, naming).ToList();
        var facts = new Dictionary<string, Fact>();
        foreach (var line in holdings)
        {
            var part = Names.Of(line.Compartment);
            facts[$"holding {line.Account} {line.Asset} {line.Compartment}"] = new Fact(
                Words.Holdings,
                naming.Account(line.Account),
                new Text($"{line.Asset.Code} · {part.Zh}", $"{line.Asset.Code} · {part.En}"),
                Quantity(line.Asset, line.Quantity));
        }

        AddObligations(state, naming, facts);
        AddStates(state, naming, facts);
        return new Snapshot(
            state.Sequence,
            state.Book is { } book ? book.Calendar.Local(state.Time) : state.Time.UtcDateTime,
            hash,
            holdings,
            facts);
    }

    private static IEnumerable<HeldThen> Held(SchemeState state, Naming naming) =>
        from account in state.Registry.Accounts.Values.OrderBy(one => one.Kind.IsSystem()).ThenBy(one => one.Id.Value)
        where state.Ledger.Has(account.Id)
        let owner = account.Holder is { } holder ? naming.Holder(holder)
            : account.Kind.IsSystem() ? Names.Of(account.Kind)
            : ProvinceNames.Of(account.Province ?? "")
        from position in state.Ledger.Positions(account.Id)
        where position.Quantity != 0
        select new HeldThen(
            account.Id,
            account.Number,
            account.Kind,
            owner,
            position.Asset,
            position.Compartment,
            position.Quantity);

    private static object Quantity(Asset asset, long quantity) => asset.IsMoney
        ? new Money(quantity, Currency.Parse(asset.Code["money:".Length..], null))
        : new Tonnes(quantity);

    private static void AddObligations(SchemeState state, Naming naming, Dictionary<string, Fact> facts)
    {
        foreach (var one in state.Compliance.Obligations.Values)
        {
            var (key, who) = ($"obligation {one.Holder} {one.Period} ", naming.Holder(one.Holder));
            void Add(string part, Text word, object value) => facts[key + part] = new Fact(
                Words.DeskObligation, who, new Text($"{one.Period} {word.Zh}", $"{one.Period} {word.En}"), value);
            Add("due", Words.Due, one.Due);
            Add("allowances", Words.Allowances, one.Allowances);
            Add("offsets", Words.Offsets, one.Offsets);
            Add("status", Words.Status, Names.Of(one.Status));
        }

        foreach (var (key, accepted) in state.Mrv.Accepted)
        {
            facts[$"accepted {key.Holder} {key.Year}"] = new Fact(
                Words.Verified, naming.Holder(key.Holder), Naming.Same($"{key.Year}"), accepted.Total);
        }

        foreach (var one in state.Allocation.Entitlements.Values)
        {
            facts[$"allocation {one.Holder} {one.Period}"] = new Fact(
                Words.DeskStands, naming.Holder(one.Holder), Naming.Same(one.Period.ToString()), one.Basis);
        }
    }

    private static void AddStates(SchemeState state, Naming naming, Dictionary<string, Fact> facts)
    {
        void Add(string key, Text subject, Text item, Text value) =>
            facts["status " + key] = new Fact(Words.Status, subject, item, value);
        foreach (var one in state.Registry.Holders.Values)
        {
            Add($"{one.Id}", one.Name, Words.Entity, Names.Of(one.Status));
        }

        foreach (var one in state.Registry.Accounts.Values.Where(one => !one.Kind.IsSystem()))
        {
            Add($"{one.Id}", naming.Account(one.Id), Words.Account, Names.Of(one.Status));
        }

        foreach (var one in state.Mrv.Reports.Values)
        {
            var item = new Text($"{one.Year} {Words.DeskReport.Zh}", $"{Words.DeskReport.En} {one.Year}");
            Add($"report {one.Holder} {one.Year}", naming.Holder(one.Holder), item, Names.Of(one.Status));
        }

        foreach (var one in state.Compliance.Cases.Values)
        {
            var item = new Text($"{Words.Case.Zh} {one.Id}", $"{Words.Case.En} {one.Id}");
            Add($"{one.Id}", naming.Holder(one.Holder), item, Names.Of(one.Status));
        }
    }
}
