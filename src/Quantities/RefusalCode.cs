using System.Globalization;

namespace Tanheng.Quantities;

/// <summary>
/// A reason for which the system says no: a number and a name that never change, and one sentence in Chinese and
/// English that says what to do. <c>{name}</c> in a sentence is replaced by the refusal's detail of that name.
/// Numbers: 1xxx ledger, 2xxx registry, 3xxx emissions, 4xxx allocation, 5xxx compliance, 6xxx approvals,
/// 7xxx methodologies, 8xxx rulebooks, 9xxx the edges (journal, command line, files, HTTP), 10xxx exchange and
/// settlement.
/// </summary>
/// <param name="Number">Stable, unique over the whole product.</param>
/// <param name="Name">Stable kebab-case name, as it stands in problem documents.</param>
/// <param name="Transient">True when the same command may succeed later without being changed.</param>
/// <param name="Zh">What to do, in Chinese.</param>
/// <param name="En">What to do, in English.</param>
public sealed record RefusalCode(int Number, string Name, bool Transient, string Zh, string En)
{
    /// <summary>A refusal that stays a refusal until somebody changes the command or the facts.</summary>
    public static RefusalCode Final(int number, string name, string zh, string en) => new(number, name, false, zh, en);

    /// <summary>A refusal that time or another command can lift.</summary>
    public static RefusalCode Passing(int number, string name, string zh, string en) => new(number, name, true, zh, en);

    /// <summary>The refusal itself, with the details its sentences name.</summary>
    public Refusal With(params ReadOnlySpan<(string Name, object? Value)> details)
    {
        var filled = new KeyValuePair<string, string>[details.Length];
        var values = new object?[details.Length];
        Text?[]? called = null;
        for (var i = 0; i < details.Length; i++)
        {
            values[i] = details[i].Value;
            filled[i] = KeyValuePair.Create(details[i].Name, Written(details[i].Value));
            if (SaidOf(details[i].Name, details[i].Value) is { } said)
            {
                (called ??= new Text?[details.Length])[i] = said;
            }
        }

        return new Refusal(this, filled) { Called = called ?? [], Values = values };
    }

    private static Text? SaidOf(string name, object? value) => value switch
    {
        Enum member => CalledAttribute.Of(member),
        DateTime moment => Same(Clock(name, moment)),
        _ => null,
    };

    private static Text Same(string text) => new(text, text);

    /// <summary>To the minute; the first moment too late is the end of the day before.</summary>
    private static string Clock(string name, DateTime local) =>
        name is "deadline" or "until" && local.TimeOfDay == default
            ? local.AddDays(-1).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) + " 24:00"
            : local.ToString(
                local.Second == 0 ? "yyyy-MM-dd HH:mm" : "yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);

    private static string Written(object? value) => value switch
    {
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        DateTime moment => moment.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture),
        DateTimeOffset moment => moment.ToString("yyyy-MM-dd HH:mm:ss zzz", CultureInfo.InvariantCulture),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "",
    };

    /// <inheritdoc />
    public override string ToString() => $"TH{Number} {Name}";
}
