using Tanheng.Quantities;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Tanheng.Methodology;

/// <summary>Reads a whole file: head, tables, inputs, formulas, then binds them and runs the examples.</summary>
internal static class MethodReader
{
    private static readonly string[] Parts =
    [
        "method", "version", "title", "valid", "source", "status", "supersedes", "note",
        "tables", "inputs", "formulas", "requires", "outputs", "examples",
    ];

    private const int DeepestNesting = 50;

    public static MethodReading Read(string file, string yaml)
    {
        var reading = new FileReading(file);
        var method = Root(reading, yaml) is { } root ? Build(reading, root) : null;
        if (method is not null && !reading.HasFailed)
        {
            foreach (var failure in method.CheckExamples())
            {
                reading.Fail(failure.Example.Line, 1, failure.Message);
            }
        }

        return new MethodReading(reading.HasFailed ? null : method, reading.Diagnostics);
    }

    private static Fields? Root(FileReading reading, string yaml)
    {
        try
        {
            CheckDepth(yaml);
            var stream = new YamlStream();
            stream.Load(new StringReader(yaml));
            if (stream.Documents.Count == 1)
            {
                return reading.Map(stream.Documents[0].RootNode, Parts);
            }

            reading.Fail(1, 1, new Text("文件应恰好含一个 YAML 文档。", "The file must hold exactly one YAML document."));
        }
        catch (YamlException problem)
        {
            reading.Fail(
                problem.Start.Line,
                problem.Start.Column,
                new Text($"YAML 有误：{problem.Message}", $"Not well-formed YAML: {problem.Message}"));
        }

        catch (Exception problem) when (problem is InvalidOperationException or ArgumentException)
        {
            // The YAML scanner leaves its own bugs on some malformed texts to us.
            reading.Fail(1, 1, new Text($"YAML 有误：{problem.Message}", $"Not well-formed YAML: {problem.Message}"));
        }

        return null;
    }

    /// <summary>
    /// The event parser keeps its own stack; building nodes recurses, so a text of brackets must not get that far.
    /// </summary>
    private static void CheckDepth(string yaml)
    {
        var parser = new Parser(new StringReader(yaml));
        for (var depth = 0; parser.MoveNext();)
        {
            depth += parser.Current!.NestingIncrease;
            if (depth > DeepestNesting)
            {
                throw new YamlException(parser.Current.Start, parser.Current.End, "The file is nested too deeply.");
            }
        }
    }

    private static Method? Build(FileReading reading, Fields root)
    {
        var status = Status(reading, root);
        var source = root.Required("source");
        var valid = Valid(reading, root);
        var scope = new Scope();
        foreach (var (name, key, node) in Entries(reading, root, "tables"))
        {
            if (new TableReader(reading, status).Read(name, node) is { } table)
            {
                scope.Lookups.Add(name, table);
            }
        }

        var inputReader = new InputReader(reading, scope, valid);
        var inputs = Entries(reading, root, "inputs")
            .Select(e => inputReader.Read(e.Name, e.Key, e.Value)).OfType<MethodInput>().ToList();
        var formulaReader = new FormulaReader(reading, scope, source, status);
        var formulas = Entries(reading, root, "formulas")
            .Select(e => formulaReader.Read(e.Name, e.Key, e.Value)).OfType<PendingFormula>().ToList();
        if (reading.HasFailed)
        {
            return null;
        }

        var compiler = new Compiler(reading, scope);
        var requirements = Requirements(reading, root, compiler);
        var steps = compiler.Steps(inputReader.Defaults, formulas);
        var outputs = Outputs(reading, root, formulas);
        var examples = reading.Sequence(root["examples"])
            .Select(new ExampleReader(reading, scope).Read).OfType<MethodExample>().ToList();
        if (steps is null || reading.HasFailed)
        {
            return null;
        }

        var id = root.Required("method");
        var filler = new InputFiller(
            inputs, 0, 0, input => (scope.Tables[input.Name].Numbers, scope.Tables[input.Name].Texts));
        return new Method
        {
            Id = id,
            Version = root.Required("version"),
            Title = root.Title("title"),
            Source = source,
            Status = status,
            Valid = valid,
            Supersedes = root.Has("supersedes") ? root.Required("supersedes") : null,
            Inputs = inputs,
            Tables = [.. scope.Lookups.Values],
            Formulas = [.. formulas.Select(f => f.Formula)],
            Outputs = outputs,
            Requirements = requirements,
            Examples = examples,
            Program = new Program(scope, filler, [.. steps]),
        };
    }

    /// <summary>A method says how firmly it is known; only its parts may leave that out.</summary>
    private static MethodStatus Status(FileReading reading, Fields root)
    {
        var status = root.Status(MethodStatus.Unverified);
        if (!root.Has("status"))
        {
            reading.Fail(root.Node, "缺少 status。", "status is missing.");
        }

        return status;
    }

    private static IEnumerable<(string Name, YamlNode Key, YamlNode Value)> Entries(
        FileReading reading, Fields root, string part) =>
        root[part] is { } node ? reading.Map(node)?.All ?? [] : [];

    private static YearRange Valid(FileReading reading, Fields root)
    {
        var fields = reading.Map(root.RequiredNode("valid"), "from", "until");
        var (from, until) = (fields?.Whole("from"), fields?.Whole("until"));
        if (from is null || until is null || until < from)
        {
            reading.Fail(
                root["valid"] ?? root.Node,
                "valid 需要 from 与 until 两个年份，先后有序。",
                "valid needs the years from and until, in order.");
        }

        return new YearRange(from ?? 0, until ?? 0);
    }

    private static List<MethodRequirement> Requirements(FileReading reading, Fields root, Compiler compiler)
    {
        var requirements = new List<MethodRequirement>();
        foreach (var node in reading.Sequence(root["requires"]))
        {
            if (reading.Map(node, "that", "else") is { } fields)
            {
                var requirement = new MethodRequirement(fields.Required("that"), fields.Title("else"));
                requirements.Add(requirement);
                compiler.Add(requirement, fields.RequiredNode("that"));
            }
        }

        return requirements;
    }

    private static List<MethodFormula> Outputs(FileReading reading, Fields root, List<PendingFormula> formulas)
    {
        var outputs = new List<MethodFormula>();
        foreach (var node in reading.Sequence(root.RequiredNode("outputs")))
        {
            var name = FileReading.Plain(node);
            if (formulas.Find(formula => formula.Formula.Name == name) is { } formula)
            {
                outputs.Add(formula.Formula);
            }
            else
            {
                reading.Fail(node, $"输出 {name} 不是任何公式的名称。", $"The output {name} names no formula.");
            }
        }

        return outputs;
    }
}
