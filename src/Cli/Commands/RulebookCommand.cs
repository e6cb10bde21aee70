using System.CommandLine;
using Tanheng.Cli.Output;
using Tanheng.Methodology;
using Tanheng.Rulebook;

namespace Tanheng.Cli.Commands;

/// <summary><c>tanheng rulebook check FILE…</c>.</summary>
internal static class RulebookCommand
{
    private static readonly Argument<string[]> Files = new("FILE")
    {
        Description = "规则手册 YAML | rulebook YAML",
        Arity = ArgumentArity.OneOrMore,
    };

    public static Command Build()
    {
        var check = new Command("check", "校验规则手册及其引用的方法学 | check a rulebook and the methods it names") { Files };
        check.Does((parsed, screen, _) => Task.FromResult(Check(parsed, screen)));
        return new Command("rulebook", "规则手册 | rulebooks") { check };
    }

    private static int Check(ParseResult parsed, Screen screen)
    {
        var library = MethodLibrary.Read(Common.Shelf(parsed).MethodFiles().Select(file => (file.Name, file.Text)));
        var problems = new List<string>();
        foreach (var file in parsed.GetValue(Files)!)
        {
            var text = File.ReadAllText(file);
            var folder = Path.GetDirectoryName(Path.GetFullPath(file))!;
            var reading = RulebookReader.Read(file, text, name => Include(folder, name));
            problems.AddRange(reading.Diagnostics.Select(diagnostic => diagnostic.ToString(screen.Language)));
            foreach (var use in reading.Rulebook?.MethodsUsed() ?? [])
            {
                if (use.Standing != Standing.Draft
                    && library.Find(use.Method.Id, use.Method.Version).IsRefused(out var missing))
                {
                    problems.Add($"{file}:{use.Line}: {use.Path}: {missing.Message(screen.Language)}");
                }
            }

            if (reading.Rulebook is { } book && !screen.Json)
            {
                var rules = book.Citations().Count();
                screen.Line(
                    $"{file}：{book.Name.Zh}，{book.Periods.Count} 个履约周期，{rules} 条规则",
                    $"{file}: {book.Name.En}, {book.Periods.Count} periods, {rules} rules");
            }
        }

        return Report(problems, screen);
    }

    /// <summary>Prints what is wrong; gives the exit code.</summary>
    internal static int Report(IReadOnlyList<string> problems, Screen screen)
    {
        if (screen.Json)
        {
            Screen.Write(new { inOrder = problems.Count == 0, problems });
        }
        else
        {
            foreach (var problem in problems)
            {
                Console.Error.WriteLine(problem);
            }
        }

        return problems.Count == 0 ? Endings.Done : Endings.Refused;
    }

    private static string? Include(string folder, string name)
    {
        var path = Path.GetFullPath(Path.Combine(folder, name));
        return path.StartsWith(folder + Path.DirectorySeparatorChar, StringComparison.Ordinal) && File.Exists(path)
            ? File.ReadAllText(path)
            : null;
    }
}
