using Tanheng.Quantities;
using Tanheng.Scheme;
using Tanheng.Web.Actions.Forms;
using Tanheng.Web.Actions.Speech;

namespace Tanheng.Web.Actions.Steps;

/// <summary>Where a person is on the way to a command.</summary>
public enum ActionStep
{
    /// <summary>Fills in the form.</summary>
    Form,

    /// <summary>Sees what would happen and confirms.</summary>
    Preview,

    /// <summary>Sees why it cannot happen.</summary>
    Refused,
}

/// <summary>One step of one person with one command.</summary>
/// <param name="Words">The command's words.</param>
/// <param name="Sheet">What the form knows of the market.</param>
/// <param name="Values">What stands in the form.</param>
/// <param name="Step">Where the person is.</param>
public sealed record ActionVisit(ActionWord Words, ActionSheet Sheet, FormValues Values, ActionStep Step)
{
    /// <summary>Where a visit stands while its page is drawn.</summary>
    public const string Key = "tanheng:visit";

    /// <summary>What stands there when a form came without its token.</summary>
    public const string Stale = "tanheng:stale";

    /// <summary>The command's fields.</summary>
    public CommandShape Shape => CommandShape.Of(Sheet.Entry);

    /// <summary>What is wrong, by the key of the field.</summary>
    public IReadOnlyDictionary<string, Text> Problems { get; init; } = new Dictionary<string, Text>();

    /// <summary>What would happen.</summary>
    public PreviewSheet? Preview { get; init; }

    /// <summary>What was entered, field by field; where there is a preview.</summary>
    public IReadOnlyList<SummaryLine> Summary { get; init; } = [];

    /// <summary>Why it cannot.</summary>
    public Refusal? Refusal { get; init; }

    /// <summary>The id under which it will be sent: the same id twice happens once.</summary>
    public string Id { get; init; } = "";

    /// <summary>Where the person came from.</summary>
    public string Back { get; init; } = "";
}
