using Tanheng.Quantities;
using Tanheng.Scheme;

namespace Tanheng.Web.Actions.Speech;

/// <summary>Where an action belongs.</summary>
public enum ActionArea
{
    /// <summary>Entities, accounts, people, transfers.</summary>
    Registry,

    /// <summary>Monitoring, reporting, verification.</summary>
    Mrv,

    /// <summary>Entitlements.</summary>
    Allocation,

    /// <summary>Surrender, carry-over, cases.</summary>
    Compliance,

    /// <summary>Exchange and settlement.</summary>
    Trading,

    /// <summary>Second persons.</summary>
    Approval,
}

/// <summary>What people call a command.</summary>
/// <param name="Name">Its stable name.</param>
/// <param name="Area">Where it belongs.</param>
/// <param name="Title">A verb and its object.</param>
/// <param name="Sentence">What it does.</param>
/// <param name="MovesValue">True when units, claims or money move: the second factor must be fresh.</param>
public sealed record ActionWord(string Name, ActionArea Area, Text Title, Text Sentence, bool MovesValue);

/// <summary>The words of every command that a person may send.</summary>
public static partial class ActionWords
{
    private static readonly Dictionary<string, ActionWord> ByName =
        ((IEnumerable<ActionWord>)
        [
            .. Registry, .. Ownership, .. Units, .. Pledges, .. Trust, .. Mrv, .. Allocation, .. Compliance, .. Cases,
            .. Trading, .. TradingModes, .. Auctions, .. Settlement, .. Supervision, .. Bulletins, .. Approval,
        ])
        .ToDictionary(word => word.Name);

    /// <summary>All, area by area.</summary>
    public static IReadOnlyCollection<ActionWord> All => ByName.Values;

    /// <summary>The words of a command; null for those that no person sends.</summary>
    public static ActionWord? Of(string command) => ByName.GetValueOrDefault(command);

    /// <summary>The title of a command; its name where it has none.</summary>
    public static Text TitleOf(string command) => Of(command)?.Title ?? command switch
    {
        "advance-clock" => new Text("推进业务时钟", "Advance the clock"),
        "found-scheme" => new Text("建立市场", "Found the market"),
        "propose" => new Text("提交复核", "Propose"),
        _ => new Text(command, command),
    };

    /// <summary>True for commands that the program itself sends, or that carry others.</summary>
    public static bool IsInternal(CommandEntry entry) => entry.Name is "advance-clock" or "found-scheme" or "propose";

    private static ActionWord Word(
        ActionArea area, string name, bool moves, string zh, string en, string doesZh, string doesEn) =>
        new(name, area, new Text(zh, en), new Text(doesZh, doesEn), moves);
}
