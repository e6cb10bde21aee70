using System.CommandLine;
using System.Text.Json;
using Tanheng.Cli.Output;
using Tanheng.Methodology;
using Tanheng.Quantities;
using Tanheng.Scheme;
using Command = System.CommandLine.Command;

namespace Tanheng.Cli.Commands;

/// <summary><c>tanheng method check|eval|explain</c>.</summary>
internal static class MethodCommand
{
    private static readonly Argument<string[]> Files = new("FILE")
    {
        Description = "方法学 YAML；省略时校验全部 | method YAML; all of them when left out",
        Arity = ArgumentArity.ZeroOrMore,
    };

    private static readonly Argument<string> Name = new("METHOD")
    {
        Description = "文件，或 id@version | a file, or id@version",
    };

    private static readonly Argument<string> Inputs = new("INPUTS")
    {
        Description = "输入：JSON 文件，- 为标准输入，或 JSON 文本 | inputs: a JSON file, - for standard input, or JSON itself",
    };

    public static Command Build()
    {
        var check = new Command(
            "check", "校验单位、公式并运行文件内算例 | check units and formulas, run the file's examples") { Files };
        check.Does((parsed, screen, _) => Task.FromResult(Check(parsed, screen)));
        var eval = new Command("eval", "计算 | calculate") { Name, Inputs };
        eval.Does((parsed, screen, _) => Task.FromResult(Evaluate(parsed, screen)));
        var explain = new Command("explain", "计算并逐行说明 | calculate and show the work line by line") { Name, Inputs };
        explain.Does((parsed, screen, _) => Task.FromResult(Explain(parsed, screen)));
        return new Command("method", "方法学 | methods") { check, eval, explain };
    }

    private static int Check(ParseResult parsed, Screen screen)
    {
        var named = parsed.GetValue(Files) ?? [];
        var files = named.Length > 0
            ? named.Select(path => (Name: path, Text: File.ReadAllText(path)))
            : Common.Shelf(parsed).MethodFiles().Select(file => (file.Name, file.Text));
        var library = MethodLibrary.Read(files.Select(file => (file.Name, file.Text)));
        foreach (var method in screen.Json ? [] : library.Methods)
        {
            screen.Line(
                $"{method.Reference}：{method.Title.Zh}，{method.Examples.Count} 个算例",
                $"{method.Reference}: {method.Title.En}, {method.Examples.Count} examples");
        }

        var problems = library.Diagnostics.Select(diagnostic => diagnostic.ToString(screen.Language));
        return RulebookCommand.Report([.. problems], screen);
    }

    private static int Evaluate(ParseResult parsed, Screen screen)
    {
        if (!Find(parsed).Evaluate(Read(parsed)).Try(out var result, out var refusal))
        {
            return screen.Refuse(refusal);
        }

        if (screen.Json)
        {
            Screen.Write(result.Outputs);
        }
        else
        {
            Console.Out.WriteLine(result);
        }

        return Endings.Done;
    }

    private static int Explain(ParseResult parsed, Screen screen)
    {
        if (!Find(parsed).Explain(Read(parsed)).Try(out var explanation, out var refusal))
        {
            return screen.Refuse(refusal);
        }

        if (screen.Json)
        {
            Screen.Write(explanation.Lines.Select(line => new
            {
                line.Name,
                title = line.Title.In(screen.Language),
                line.Formula,
                substituted = line.Substituted.In(screen.Language),
                line.Result,
                unit = line.Unit.ToString(),
                line.Source,
            }));
        }
        else
        {
            Console.Out.WriteLine(explanation.ToText(screen.Language));
        }

        return Endings.Done;
    }

    private static Method Find(ParseResult parsed)
    {
        var name = parsed.GetValue(Name)!;
        if (File.Exists(name))
        {
            var reading = Method.Read(name, File.ReadAllText(name));
            var language = parsed.GetValue(Common.Language)!;
            return reading.Method ?? throw new InputException(
                string.Join('\n', reading.Diagnostics.Select(diagnostic => diagnostic.ToString(language))));
        }

        var library = MethodLibrary.Read(Common.Shelf(parsed).MethodFiles().Select(file => (file.Name, file.Text)));
        return library.Find(name).Try(out var method, out var refusal)
            ? method
            : throw new InputException(refusal.Message(parsed.GetValue(Common.Language)!));
    }

    private static MethodInputs Read(ParseResult parsed)
    {
        var given = parsed.GetValue(Inputs)!;
        var text = given == "-" ? Console.In.ReadToEnd() : given.StartsWith('{') ? given : File.ReadAllText(given);
        try
        {
            return JsonSerializer.Deserialize<MethodInputs>(text, SchemeJson.Options)
                ?? throw new InputException("null 不是输入 | null is not a set of inputs");
        }
        catch (JsonException problem)
        {
            throw new InputException($"INPUTS:{problem.LineNumber + 1}: {problem.Message}");
        }
    }
}
