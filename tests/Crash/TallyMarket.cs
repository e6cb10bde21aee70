using System.Buffers;
using System.Collections.Immutable;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;
using Tanheng.Engine.Journal;
using Tanheng.Ledger;
using Tanheng.Quantities;
using Tanheng.Rulebook;
using Tanheng.Scheme;

namespace Tanheng.Crash.Tests;

/// <summary>Move units between two accounts of the tally market.</summary>
public sealed record TallyMove(AccountId From, AccountId To, long Quantity) : Command;

/// <summary>Ask to be reminded: something will fall due.</summary>
public sealed record TallyRemind(DateTimeOffset At, string Subject) : Command;

/// <summary>A command whose use case is broken.</summary>
public sealed record TallyFail(string Why) : Command;

/// <summary>The market was opened with so many accounts, each with so much.</summary>
public sealed record TallyOpened(int Accounts, IReadOnlyList<Transaction> Transactions) : Event, IMovesUnits;

/// <summary>Units moved.</summary>
public sealed record TallyMoved(IReadOnlyList<Transaction> Transactions) : Event, IMovesUnits;

/// <summary>A reminder was noted.</summary>
public sealed record TallyNoted(Due Due) : Event;

/// <summary>A reminder came.</summary>
public sealed record TallyReminded(string Subject) : Event;

/// <summary>
/// The smallest market there is: accounts and moves between them. It stands in the scheme's catalogue beside the real
/// use cases, so that tests of the shell need no rulebook and do not change when the rules do.
/// </summary>
public static class TallyMarket
{
    /// <summary>The kind of its reminders: a real one, told apart by the subject.</summary>
    public const DueKind Reminder = DueKind.UnitsLapse;

    private const string Subjects = "tally:";

    /// <summary>What is moved.</summary>
    public static readonly Asset Unit = Asset.Unit("TALLY");

    /// <summary>Who moves.</summary>
    public static readonly UserId Clerk = UserId.System;

    /// <summary>When it is opened: 2024-01-01T00:00:00Z.</summary>
    public static readonly DateTimeOffset Opening = new(2024, 1, 1, 0, 0, 0, TimeSpan.Zero);

    [ModuleInitializer]
    internal static void Register()
    {
        RegisterReminders();
        Catalogue.Scheme
            .Command<TallyMove>("tally-move", Permission.Of(Role.System), Move)
            .Command<TallyRemind>("tally-remind", Permission.Of(Role.System), Remind)
            .Command<TallyFail>("tally-fail", Permission.Of(Role.System), Fail)
            .Event<TallyOpened>("tally-opened", Apply)
            .Event<TallyMoved>("tally-moved", Apply)
            .Event<TallyNoted>("tally-noted", Apply)
            .Event<TallyReminded>("tally-reminded", Apply)
            .Retired("tally-shifted", "tally-moved", Upcast)
            .Retired(
                "tally-pushed",
                "tally-shifted",
                old => new JsonObject { ["transaction"] = old["pushed"]!.DeepClone() });
    }

    /// <summary>The catalogue has one decision for each kind, so this one stands before the real one.</summary>
    private static void RegisterReminders()
    {
        var real = Catalogue.Scheme.Of(Reminder);
        var dues = (Dictionary<DueKind, FallDue>)typeof(Catalogue)
            .GetField("dues", BindingFlags.NonPublic | BindingFlags.Instance)!.GetValue(Catalogue.Scheme)!;
        dues[Reminder] = (SchemeState state, in Context context, Due due) =>
            due.Subject.StartsWith(Subjects, StringComparison.Ordinal)
                ? Decision.Of(new TallyReminded(due.Subject[Subjects.Length..]))
                : real(state, context, due);
    }

    /// <summary>The first row of a journal: accounts 2, 3, … get <paramref name="each"/> units.</summary>
    public static JournalRow Open(string scheme, int accounts, long each)
    {
        var ledger = new Ledger.Ledger();
        var issuance = ledger.Open(AccountKind.Issuance);
        for (var i = 0; i < accounts; i++)
        {
            ledger.Open(AccountKind.Registry);
        }

        var drafts = Enumerable.Range(2, accounts)
            .Select(i => new Draft(Unit, new Place(issuance), new Place(new AccountId(i)), each))
            .ToArray();
        var transaction = ledger.Plan().Transact("issue", drafts).Value;
        return Row(scheme, default, Opening, "tally-open", new TallyOpened(accounts, [transaction]));
    }

    /// <summary>A row as the sequencer would write it.</summary>
    public static JournalRow Row(
        string scheme, JournalHead head, DateTimeOffset time, string command, params Event[] events)
    {
        var json = new ArrayBufferWriter<byte>();
        SchemeJson.WriteEvents(json, events);
        var id = CommandId.From($"{scheme}/{head.Sequence + 1}");
        var row = new JournalRow(
            scheme,
            head.Sequence + 1,
            time,
            Clerk,
            command,
            id,
            Digest.Of([1]),
            json.WrittenMemory,
            head.Hash,
            default);
        return row with { Hash = new RowHash().Of(row) };
    }

    /// <summary>What is wrong with a state: a sum that is not zero, a negative balance, units that are lost.</summary>
    public static IEnumerable<(string Check, string Message)> Problems(SchemeState state, long issued)
    {
        var balances = Balances(state).ToArray();
        if (balances.Sum() != 0)
        {
            yield return ("1", "balances do not sum to zero");
        }

        if (balances.Skip(1).Any(balance => balance < 0))
        {
            yield return ("2", "an account is negative");
        }

        var serials = Enumerable.Range(2, state.Ledger.AccountCount - 1)
            .SelectMany(i => state.Ledger.Serials(new Place(new AccountId(i)), Unit).Ranges.ToArray())
            .OrderBy(range => range.First)
            .ToArray();
        if (SerialSet.FromAny(serials) != SerialSet.Of(new SerialRange(1, issued)))
        {
            yield return ("3", "the serials are not those that were issued");
        }
    }

    /// <summary>A hash of who holds which serials.</summary>
    public static Digest HashOf(SchemeState state) => Digest.Of(System.Text.Encoding.UTF8.GetBytes(string.Join(
        '\n',
        Enumerable.Range(1, state.Ledger.AccountCount)
            .Select(i => $"{i} {state.Ledger.Serials(new Place(new AccountId(i)), Unit)}"))));

    private static IEnumerable<long> Balances(SchemeState state) => Enumerable.Range(1, state.Ledger.AccountCount)
        .Select(i => state.Ledger.Balance(new Place(new AccountId(i)), Unit));

    /// <summary>Once a move carried one transaction, and before that it was called a push.</summary>
    private static JsonObject Upcast(JsonObject old) =>
        new() { ["transactions"] = new JsonArray(old["transaction"]!.DeepClone()) };

    private static Outcome<Decision> Move(SchemeState state, in Context context, TallyMove command) =>
        state.Ledger.Plan()
            .Transact("move", new Draft(Unit, new Place(command.From), new Place(command.To), command.Quantity))
            .Try(out var transaction, out var refusal)
            ? Decision.Of(new TallyMoved([transaction]))
            : refusal;

    private static Outcome<Decision> Remind(SchemeState state, in Context context, TallyRemind command) =>
        Decision.Of(new TallyNoted(new Due(command.At, Reminder, Subjects + command.Subject)));

    private static Outcome<Decision> Fail(SchemeState state, in Context context, TallyFail command) =>
        throw new InvalidOperationException(command.Why);

    private static void Apply(SchemeState state, in Context context, TallyOpened happened)
    {
        // No rulebook is read here: the shell never looks into it, it only has to be there.
        typeof(SchemeState).GetProperty(nameof(SchemeState.Book), BindingFlags.Public | BindingFlags.Instance)!
            .SetValue(state, RuntimeHelpers.GetUninitializedObject(typeof(Rulebook.Rulebook)));
        state.Ledger.Open(AccountKind.Issuance);
        for (var i = 0; i < happened.Accounts; i++)
        {
            state.Ledger.Open(AccountKind.Registry);
        }

        Post(state, happened);
    }

    private static void Apply(SchemeState state, in Context context, TallyMoved happened) => Post(state, happened);

    private static void Apply(SchemeState state, in Context context, TallyNoted happened) =>
        state.Agenda.Add(happened.Due);

    private static void Apply(SchemeState state, in Context context, TallyReminded happened)
    {
    }

    private static void Post(SchemeState state, IMovesUnits happened)
    {
        foreach (var transaction in happened.Transactions)
        {
            state.Ledger.Post(transaction);
        }
    }
}
