using Tanheng.Quantities;

namespace Tanheng.Methodology;

/// <summary>
/// One version of a methodology: inputs with units, tables, formulas, rounding, outputs and examples, read from a
/// file and compiled once into closures. It never changes, so it may be shared between threads.
/// </summary>
public sealed class Method
{
    internal Method()
    {
    }

    /// <summary>Such as <c>mrv/power-generation</c>.</summary>
    public required string Id { get; init; }

    /// <summary>Such as <c>2019-2022</c>.</summary>
    public required string Version { get; init; }

    /// <summary><c>id@version</c>, by which results and rulebooks refer to it for ever.</summary>
    public string Reference => reference ??= $"{Id}@{Version}";

    /// <summary>What people call it.</summary>
    public required Text Title { get; init; }

    /// <summary>The legal source.</summary>
    public required string Source { get; init; }

    /// <summary>How far the method as a whole is confirmed; tables, rows and formulas may say less.</summary>
    public required MethodStatus Status { get; init; }

    /// <summary>The years of data it is for.</summary>
    public required YearRange Valid { get; init; }

    /// <summary>The version this one replaces for new work; null when it replaces none.</summary>
    public required string? Supersedes { get; init; }

    /// <summary>The inputs in the order of the file.</summary>
    public required IReadOnlyList<MethodInput> Inputs { get; init; }

    /// <summary>The lookup tables in the order of the file.</summary>
    public required IReadOnlyList<LookupTable> Tables { get; init; }

    /// <summary>The formulas in the order of the file.</summary>
    public required IReadOnlyList<MethodFormula> Formulas { get; init; }

    /// <summary>The formulas that are results.</summary>
    public required IReadOnlyList<MethodFormula> Outputs { get; init; }

    /// <summary>What the inputs must satisfy together.</summary>
    public required IReadOnlyList<MethodRequirement> Requirements { get; init; }

    /// <summary>The worked examples.</summary>
    public required IReadOnlyList<MethodExample> Examples { get; init; }

    internal Program Program { get; init; } = null!;

    private string? reference;

    /// <summary>
    /// Reads a method from the text of a file. The result has either a method or diagnostics, never both; the
    /// examples are run too, and one that fails is a diagnostic.
    /// </summary>
    public static MethodReading Read(string fileName, string yaml) => MethodReader.Read(fileName, yaml);

    /// <summary>Calculates. A missing, unknown or out-of-range input is a refusal that names it.</summary>
    public Outcome<MethodResult> Evaluate(MethodInputs inputs)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        return Run(inputs, out var frame) is { } refusal ? refusal : new MethodResult(this, frame);
    }

    /// <summary>Calculates and shows the work. The numbers are those of <see cref="Evaluate"/>.</summary>
    public Outcome<Explanation> Explain(MethodInputs inputs)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        return Run(inputs, out var frame) is { } refusal ? refusal : Explainer.Explain(this, inputs, frame);
    }

    /// <summary>Runs the examples of the file; an empty list when all of them come out.</summary>
    public IReadOnlyList<MethodExampleFailure> CheckExamples() => ExampleCheck.Run(this);

    /// <inheritdoc />
    public override string ToString() => Reference;

    private Refusal? Run(MethodInputs inputs, out Frame frame)
    {
        var scope = Program.Scope;
        frame = new Frame(scope.Scalars.Numbers, scope.Scalars.Texts, scope.Tables.Count);
        if (Program.Inputs.Fill(this, inputs, frame) is { } refusal)
        {
            return refusal;
        }

        var steps = Program.Steps;
        var at = 0;
        try
        {
            for (; at < steps.Length; at++)
            {
                steps[at].Run(frame);
            }

            return null;
        }
        catch (MethodFault fault)
        {
            return fault.For(this);
        }
        catch (DivideByZeroException)
        {
            return NotComputable(steps[at], new("除数为零", "a division by zero"));
        }
        catch (OverflowException)
        {
            return NotComputable(steps[at], new("数值过大", "a number too large"));
        }
        catch (ArgumentOutOfRangeException)
        {
            return NotComputable(steps[at], new("对数或方根的参数超出范围", "a logarithm or root outside its range"));
        }
        catch (InvalidOperationException)
        {
            return NotComputable(steps[at], new("没有任何行", "there are no rows"));
        }
    }

    private Refusal NotComputable(Step step, Text reason) => MethodRefusals.NotComputable.With(
        ("method", Reference), ("formula", step.Target?.FullName), ("title", step.Target?.Title.Zh),
        ("title_en", step.Target?.Title.En), ("reason", reason.Zh), ("reason_en", reason.En));
}

/// <summary>What reading a file gave: a method, or what is wrong with the file.</summary>
/// <param name="Method">Null when there are diagnostics.</param>
/// <param name="Diagnostics">In the order of the file; empty when there is a method.</param>
public sealed record MethodReading(Method? Method, IReadOnlyList<Diagnostic> Diagnostics);

/// <summary>An example that did not come out.</summary>
/// <param name="Example">Which one.</param>
/// <param name="Name">The output that differs; empty when the whole example was refused.</param>
/// <param name="Message">What was expected and what came.</param>
public sealed record MethodExampleFailure(MethodExample Example, string Name, Text Message);
