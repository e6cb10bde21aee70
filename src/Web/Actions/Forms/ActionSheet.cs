using Tanheng.Methodology;
using Tanheng.Quantities;
using Tanheng.Scheme;

namespace Tanheng.Web.Actions.Forms;

/// <summary>One thing to choose.</summary>
/// <param name="Value">What the form sends.</param>
/// <param name="Title">What people read.</param>
public sealed record Option(string Value, Text Title);

/// <summary>The inputs that a form asks for one method.</summary>
/// <param name="Title">The method, or what the inputs are.</param>
/// <param name="Inputs">In the order of the method's file.</param>
/// <param name="Complete">True when what has no default must be given.</param>
public sealed record InputSet(Text Title, IReadOnlyList<MethodInput> Inputs, bool Complete);

/// <summary>What a form needs to know of the market: choices, methods, and what codes stand for.</summary>
/// <param name="Entry">The command.</param>
/// <param name="Currency">The market's currency, for amounts without one.</param>
/// <param name="Options">Choices by the path of the field.</param>
/// <param name="Inputs">Method inputs by the path of the field; none where the method is not known yet.</param>
/// <param name="Ids">What a code or number that people type stands for, by kind.</param>
public sealed record ActionSheet(
    CommandEntry Entry,
    Currency Currency,
    IReadOnlyDictionary<string, IReadOnlyList<Option>> Options,
    IReadOnlyDictionary<string, InputSet> Inputs,
    IReadOnlyDictionary<(FieldKind Kind, string Text), long> Ids)
{
    /// <summary>A sheet that knows nothing of a market.</summary>
    public static ActionSheet Blank(CommandEntry entry) => new(
        entry,
        Currency.Cny,
        new Dictionary<string, IReadOnlyList<Option>>(),
        new Dictionary<string, InputSet>(),
        new Dictionary<(FieldKind, string), long>());

    /// <summary>The choices of a field; none when anything may be typed.</summary>
    public IReadOnlyList<Option> OptionsOf(FieldShape field) => Options.GetValueOrDefault(field.Path) ?? [];
}
