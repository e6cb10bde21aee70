using System.Globalization;
using System.Text;
using Tanheng.Quantities;
using Tanheng.Scheme;
using Text = Tanheng.Quantities.Text;

namespace Tanheng.Web.Actions.Speech;

/// <summary>
/// A sentence for every event, with its values filled in: for previews, results, proposals and the journal.
/// </summary>
public static partial class EventWords
{
    private static readonly Dictionary<Type, Func<Event, Naming, Text>> ByType = [];

    static EventWords()
    {
        AddRegistry();
        AddPeople();
        AddUnits();
        AddPledges();
        AddEmissions();
        AddAllocation();
        AddSurrender();
        AddCases();
        AddApproval();
        AddTrust();
        AddTrading();
        AddSettlement();
        AddSupervision();
        AddAuctions();
        AddModes();
        AddOwnership();
        AddBulletins();
    }

    /// <summary>The events that have a sentence.</summary>
    public static IReadOnlyCollection<Type> Known => ByType.Keys;

    /// <summary>The sentences of a row's events, in order.</summary>
    public static IReadOnlyList<Text> Of(SchemeState state, IReadOnlyList<Event> events)
    {
        var naming = new Naming(state, events);
        return [.. events.Select(happened => Of(naming, happened))];
    }

    /// <summary>The sentence of an event.</summary>
    public static Text Of(Naming naming, Event happened) => ByType[happened.GetType()](happened, naming);

    private static void Add<T>(Func<T, Naming, Text> say)
        where T : Event => ByType.Add(typeof(T), (happened, naming) => say((T)happened, naming));

    /// <summary>The sentence with each <c>{name}</c> replaced by its value in the same language.</summary>
    private static Text Say(string zh, string en, params ReadOnlySpan<(string Name, object? Value)> values)
    {
        var texts = new Dictionary<string, Text>(values.Length);
        foreach (var (name, value) in values)
        {
            texts[name] = Spoken(value);
        }

        return new Text(Fill(zh, texts, text => text.Zh), Fill(en, texts, text => text.En));
    }

    private static Text Spoken(object? value) => value switch
    {
        Text both => both,
        null => Naming.Same("—"),
        Tonnes tonnes => Naming.Tonnes(tonnes),
        DateOnly day => Naming.Same(day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
        Money money => Naming.Same(Portal.Format.Amount(money)),
        IFormattable plain => Naming.Same(plain.ToString(null, CultureInfo.InvariantCulture)),
        _ => Naming.Same(value.ToString() ?? ""),
    };

    /// <summary>In one pass: a value that itself reads {like} this is shown as it is.</summary>
    private static string Fill(string sentence, Dictionary<string, Text> texts, Func<Text, string> side)
    {
        var filled = new StringBuilder();
        var rest = sentence.AsSpan();
        while (rest.IndexOf('{') is var open and >= 0)
        {
            var close = open + rest[open..].IndexOf('}');
            filled.Append(rest[..open]).Append(side(texts[rest[(open + 1)..close].ToString()]));
            rest = rest[(close + 1)..];
        }

        return filled.Append(rest).ToString();
    }

    /// <summary>A clause with a value, only where there is one.</summary>
    private static Text Given(string? value, string zh, string en) => string.IsNullOrEmpty(value)
        ? new Text("", "")
        : new Text(zh + value, en + value);

    /// <summary>A clause that stands only where something holds.</summary>
    private static Text When(bool holds, string zh, string en) => holds ? new Text(zh, en) : new Text("", "");
}
