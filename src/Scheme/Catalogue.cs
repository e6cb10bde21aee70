using System.Text.Json.Nodes;
using Tanheng.Quantities;
using Tanheng.Scheme.Allocation;
using Tanheng.Scheme.Approval;
using Tanheng.Scheme.Mrv;
using Tanheng.Scheme.Registry;

namespace Tanheng.Scheme;

/// <summary>Decides one kind of command against a state it must not change.</summary>
public delegate Outcome<Decision> Decide<in T>(SchemeState state, in Context context, T command)
    where T : Command;

/// <summary>Applies one kind of event to the state; cannot fail.</summary>
public delegate void Apply<in T>(SchemeState state, in Context context, T happened)
    where T : Event;

/// <summary>
/// Decides what a due item of the agenda brings about. <c>context.Time</c> is now, <c>due.At</c> when it fell due.
/// </summary>
public delegate Decision FallDue(SchemeState state, in Context context, Due due);

/// <summary>
/// Every command, event and due item by its stable name. Each area of the scheme adds its own in one method, so this is
/// also the index of all use cases.
/// </summary>
public sealed class Catalogue
{
    private readonly Dictionary<Type, CommandEntry> commandsByType = [];
    private readonly Dictionary<string, CommandEntry> commandsByName = [];
    private readonly Dictionary<Type, EventEntry> eventsByType = [];
    private readonly Dictionary<string, EventEntry> eventsByName = [];
    private readonly Dictionary<string, RetiredEvent> retired = [];
    private readonly Dictionary<DueKind, FallDue> dues = [];

    private Catalogue()
    {
    }

    /// <summary>The scheme's catalogue: built once, never changed.</summary>
    public static Catalogue Scheme { get; } = Build();

    /// <summary>All commands.</summary>
    public IEnumerable<CommandEntry> Commands => commandsByName.Values;

    /// <summary>The names of all commands.</summary>
    public IReadOnlyCollection<string> CommandNames => commandsByName.Keys;

    /// <summary>All events.</summary>
    public IEnumerable<EventEntry> Events => eventsByName.Values;

    /// <summary>All shapes that are read but no longer written.</summary>
    public IEnumerable<RetiredEvent> RetiredEvents => retired.Values;

    /// <summary>Adds a command; <paramref name="name"/> is a kebab-case verb.</summary>
    public Catalogue Command<T>(string name, Permission permission, Decide<T> decide)
        where T : Command
    {
        var entry = new CommandEntry(
            name, typeof(T), permission, (SchemeState state, in Context context, Command command) =>
                decide(state, context, (T)command));
        commandsByType.Add(typeof(T), entry);
        commandsByName.Add(name, entry);
        return this;
    }

    /// <summary>Adds an event; <paramref name="name"/> is a kebab-case past participle.</summary>
    public Catalogue Event<T>(string name, Apply<T> apply)
        where T : Event
    {
        var entry = new EventEntry(
            name, typeof(T), (SchemeState state, in Context context, Event happened) =>
                apply(state, context, (T)happened));
        eventsByType.Add(typeof(T), entry);
        eventsByName.Add(name, entry);
        return this;
    }

    /// <summary>
    /// Keeps the shape of an event that is no longer written readable: <paramref name="upcast"/> turns its data into
    /// that
    /// of <paramref name="successor"/>, which may itself be retired.
    /// </summary>
    public Catalogue Retired(string name, string successor, Func<JsonObject, JsonObject> upcast)
    {
        retired.Add(name, new RetiredEvent(name, successor, upcast));
        return this;
    }

    /// <summary>Adds what happens when an item of the agenda falls due.</summary>
    public Catalogue WhenDue(DueKind kind, FallDue decide)
    {
        dues.Add(kind, decide);
        return this;
    }

    /// <summary>The entry of a command.</summary>
    public CommandEntry Of(Command command) => commandsByType[command.GetType()];

    /// <summary>The entry of an event.</summary>
    public EventEntry Of(Event happened) => eventsByType[happened.GetType()];

    /// <summary>A command by name, or null.</summary>
    public CommandEntry? CommandNamed(string name) => commandsByName.GetValueOrDefault(name);

    /// <summary>An event by name, or null.</summary>
    public EventEntry? EventNamed(string name) => eventsByName.GetValueOrDefault(name);

    /// <summary>A retired event by name, or null.</summary>
    public RetiredEvent? RetiredNamed(string name) => retired.GetValueOrDefault(name);

    /// <summary>What a due item brings about; nothing when no area handles its kind.</summary>
    public FallDue Of(DueKind kind) =>
        dues.GetValueOrDefault(kind) ?? ((SchemeState state, in Context context, Due due) => Decision.Of());

    private static Catalogue Build()
    {
        var catalogue = new Catalogue();
        Founding.Register(catalogue);
        Clock.Register(catalogue);
        RulebookAdoption.Register(catalogue);
        ApprovalArea.Register(catalogue);
        RegistryArea.Register(catalogue);
        MrvArea.Register(catalogue);
        AllocationArea.Register(catalogue);
        Compliance.ComplianceArea.Register(catalogue);
        Trading.TradingArea.Register(catalogue);
        Supervision.SupervisionArea.Register(catalogue);
        Settlement.SettlementArea.Register(catalogue);
        Bulletins.BulletinArea.Register(catalogue);
        Auctions.AuctionArea.Register(catalogue);
        return catalogue;
    }
}

/// <summary>A command of the catalogue.</summary>
public sealed record CommandEntry(string Name, Type Type, Permission Permission, Decide<Command> Decide);

/// <summary>An event of the catalogue.</summary>
public sealed record EventEntry(string Name, Type Type, Apply<Event> Apply);

/// <summary>An event that stands in old journals only, and how it reads today.</summary>
public sealed record RetiredEvent(string Name, string Successor, Func<JsonObject, JsonObject> Upcast);
