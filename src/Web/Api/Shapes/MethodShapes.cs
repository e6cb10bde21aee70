using Tanheng.Methodology;
using Tanheng.Quantities;

namespace Tanheng.Web.Api.Shapes;

/// <summary>A method in a list.</summary>
/// <param name="Reference">By which results and rulebooks refer to it for ever, <c>id@version</c>.</param>
/// <param name="Id">Such as <c>allocation/cn-power</c>.</param>
/// <param name="Version">Such as <c>2022</c>.</param>
/// <param name="Title">What people call it.</param>
/// <param name="Status">How far it is confirmed.</param>
/// <param name="ValidFrom">The first year of data it is for.</param>
/// <param name="ValidUntil">The last year of data it is for.</param>
/// <param name="Source">The legal source.</param>
/// <param name="Supersedes">The version it replaces for new work.</param>
public sealed record MethodSummary(
    string Reference,
    string Id,
    string Version,
    Text Title,
    MethodStatus Status,
    int ValidFrom,
    int ValidUntil,
    string Source,
    string? Supersedes)
{
    /// <summary>The summary of a method.</summary>
    public static MethodSummary Of(Method method) => new(
        method.Reference,
        method.Id,
        method.Version,
        method.Title,
        method.Status,
        method.Valid.From,
        method.Valid.Until,
        method.Source,
        method.Supersedes);
}

/// <summary>A method, whole.</summary>
/// <param name="Summary">What it is.</param>
/// <param name="Inputs">What it asks for.</param>
/// <param name="Tables">Its tables of figures.</param>
/// <param name="Formulas">Its formulas.</param>
/// <param name="Outputs">The names of the formulas that are results.</param>
/// <param name="Requirements">What the inputs must satisfy together.</param>
/// <param name="Examples">Worked examples; the system refuses a method whose examples do not come out.</param>
public sealed record MethodView(
    MethodSummary Summary,
    IReadOnlyList<MethodInputView> Inputs,
    IReadOnlyList<MethodTableView> Tables,
    IReadOnlyList<MethodFormulaView> Formulas,
    IReadOnlyList<string> Outputs,
    IReadOnlyList<MethodRequirement> Requirements,
    IReadOnlyList<MethodExampleView> Examples)
{
    /// <summary>All of a method.</summary>
    public static MethodView Of(Method method) => new(
        MethodSummary.Of(method),
        [.. method.Inputs.Select(MethodInputView.Of)],
        [.. method.Tables.Select(MethodTableView.Of)],
        [.. method.Formulas.Select(MethodFormulaView.Of)],
        [.. method.Outputs.Select(output => output.Name)],
        method.Requirements,
        [.. method.Examples.Select(example => new MethodExampleView(
            example.Name, example.Source, example.Given, example.Expect, example.Decimals, example.Refused))]);
}

/// <summary>An input of a method.</summary>
/// <param name="Name">The name formulas use.</param>
/// <param name="Title">What people call it.</param>
/// <param name="Type">What it is.</param>
/// <param name="Symbol">The letter the guideline uses; may be empty.</param>
/// <param name="Unit">The unit its number is given in.</param>
/// <param name="Range">What numbers are allowed, such as <c>[0, 1)</c>.</param>
/// <param name="Choices">The closed list of a choice.</param>
/// <param name="Default">The default as written; left out when there is none.</param>
/// <param name="IsOptional">True when it may be left out without a default.</param>
/// <param name="EvidenceRequired">True when a report must attach evidence for it.</param>
/// <param name="Source">Where it or its default comes from; may be empty.</param>
/// <param name="Columns">The columns of a table of rows.</param>
/// <param name="MinimumRows">How many rows there must be at least.</param>
public sealed record MethodInputView(
    string Name,
    Text Title,
    MethodType Type,
    string Symbol,
    string Unit,
    string Range,
    IReadOnlyList<MethodChoice> Choices,
    string? Default,
    bool IsOptional,
    bool EvidenceRequired,
    string Source,
    IReadOnlyList<MethodInputView> Columns,
    int MinimumRows)
{
    internal static MethodInputView Of(MethodInput input) => new(
        input.Name,
        input.Title,
        input.Type,
        input.Symbol,
        input.Unit.Symbol,
        input.Range.ToString(),
        input.Choices,
        input.Default,
        input.IsOptional,
        input.EvidenceRequired,
        input.Source,
        [.. input.Columns.Select(Of)],
        input.MinimumRows);
}

/// <summary>A table of figures.</summary>
/// <param name="Name">The name formulas use.</param>
/// <param name="Title">What people call it.</param>
/// <param name="Keys">What a row is found by.</param>
/// <param name="Columns">What a row holds.</param>
/// <param name="Rows">The rows.</param>
public sealed record MethodTableView(
    string Name,
    Text Title,
    IReadOnlyList<LookupKey> Keys,
    IReadOnlyList<MethodColumnView> Columns,
    IReadOnlyList<LookupRow> Rows)
{
    internal static MethodTableView Of(LookupTable table) => new(
        table.Name,
        table.Title,
        table.Keys,
        [.. table.Columns.Select(column => new MethodColumnView(column.Name, column.Type, column.Unit.Symbol))],
        table.Rows);
}

/// <summary>A column of a table.</summary>
public sealed record MethodColumnView(string Name, MethodType Type, string Unit);

/// <summary>A formula.</summary>
/// <param name="Name">The name; <c>units.allocation</c> is computed for every row of <c>units</c>.</param>
/// <param name="Title">What people call it.</param>
/// <param name="Type">What it gives.</param>
/// <param name="Unit">The unit of the result.</param>
/// <param name="Formula">As written.</param>
/// <param name="Rounding">How the result is rounded; left out when it is not.</param>
/// <param name="Digits">To how many decimals it is rounded.</param>
/// <param name="Source">The legal source.</param>
/// <param name="Status">How far it is confirmed.</param>
public sealed record MethodFormulaView(
    string Name,
    Text Title,
    MethodType Type,
    string Unit,
    string Formula,
    Rounding? Rounding,
    int? Digits,
    string Source,
    MethodStatus Status)
{
    internal static MethodFormulaView Of(MethodFormula formula) => new(
        formula.Name,
        formula.Title,
        formula.Type,
        formula.Unit.Symbol,
        formula.Formula,
        formula.Round?.Mode,
        formula.Round?.Digits,
        formula.Source,
        formula.Status);
}

/// <summary>A worked example.</summary>
/// <param name="Name">What it shows.</param>
/// <param name="Source">Where the figures come from; may be empty.</param>
/// <param name="Given">The inputs.</param>
/// <param name="Expect">The expected outputs.</param>
/// <param name="Decimals">How many decimals are compared.</param>
/// <param name="Refused">The number of the expected refusal, where one is expected.</param>
public sealed record MethodExampleView(
    Text Name, string Source, MethodInputs Given, MethodInputs Expect, int Decimals, int? Refused);

/// <summary>What a method is to be evaluated with.</summary>
/// <param name="Inputs">Names with numbers, texts, flags or rows, as the method's inputs say.</param>
public sealed record EvaluateMethod(MethodInputs Inputs);

/// <summary>A calculation with its work, line by line.</summary>
/// <param name="Method">The method, <c>id@version</c>.</param>
/// <param name="Title">What people call it.</param>
/// <param name="Source">Its legal source.</param>
/// <param name="Status">How far it is confirmed.</param>
/// <param name="Outputs">The results.</param>
/// <param name="Inputs">What went in, with defaults.</param>
/// <param name="Lines">The formulas in the order of calculation.</param>
public sealed record ExplanationView(
    string Method,
    Text Title,
    string Source,
    MethodStatus Status,
    MethodInputs Outputs,
    IReadOnlyList<ExplanationInput> Inputs,
    IReadOnlyList<ExplanationLineView> Lines)
{
    /// <summary>An explanation as it is answered.</summary>
    public static ExplanationView Of(Explanation explanation) => new(
        explanation.Method.Reference,
        explanation.Method.Title,
        explanation.Method.Source,
        explanation.Method.Status,
        OutputsOf(explanation.Result),
        explanation.Inputs,
        [.. explanation.Lines.Select(line => new ExplanationLineView(
            line.Name,
            line.Title,
            line.Formula,
            line.Words,
            line.Substituted,
            line.Result,
            line.Value,
            line.Unit.Symbol,
            line.Source,
            line.Status,
            line.Figures))]);

    private static MethodInputs OutputsOf(MethodResult result)
    {
        var outputs = MethodInputs.Empty;
        foreach (var (name, value) in result.Outputs)
        {
            outputs = outputs.With(name, value);
        }

        return outputs;
    }
}

/// <summary>One line of the work: a formula, what went in, what came out.</summary>
/// <param name="Name"><c>total</c> or <c>units[2].allocation</c>.</param>
/// <param name="Title">What people call it.</param>
/// <param name="Formula">As written in the method.</param>
/// <param name="Words">The formula with titles for names.</param>
/// <param name="Substituted">The formula with the values put in.</param>
/// <param name="Result">The result with its unit.</param>
/// <param name="Value">The result as a value.</param>
/// <param name="Unit">Its unit.</param>
/// <param name="Source">The legal source.</param>
/// <param name="Status">How far it is confirmed.</param>
/// <param name="Figures">Figures of tables that were used.</param>
public sealed record ExplanationLineView(
    string Name,
    Text Title,
    string Formula,
    Text Words,
    Text Substituted,
    string Result,
    MethodValue Value,
    string Unit,
    string Source,
    MethodStatus Status,
    IReadOnlyList<ExplanationFigure> Figures);
