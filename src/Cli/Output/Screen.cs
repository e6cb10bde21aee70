using System.Text.Encodings.Web;
using System.Text.Json;
using Spectre.Console;
using Tanheng.Quantities;

namespace Tanheng.Cli.Output;

/// <summary>
/// What a person or a program sees: tables or JSON on the output, everything else on the error output.
/// </summary>
internal sealed class Screen(string language, bool json)
{
    private static readonly JsonSerializerOptions Pretty = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private readonly IAnsiConsole error = AnsiConsole.Create(new AnsiConsoleSettings
    {
        Out = new AnsiConsoleOutput(Console.Error),
        Interactive = InteractionSupport.No,
    });

    /// <summary><c>zh</c> or <c>en</c>.</summary>
    public string Language { get; } = language.StartsWith("en", StringComparison.OrdinalIgnoreCase) ? "en" : "zh";

    /// <summary>True when a program reads.</summary>
    public bool Json { get; } = json;

    /// <summary>The text in the reader's language.</summary>
    public string Say(string zh, string en) => Language == "en" ? en : zh;

    /// <summary>A line on the output.</summary>
    public void Line(string zh, string en) => Console.Out.WriteLine(Say(zh, en));

    /// <summary>A line on the error output.</summary>
    public void Error(string zh, string en) => Console.Error.WriteLine(Say(zh, en));

    /// <summary>A remark on the error output, silent when a program reads.</summary>
    public void Note(string zh, string en)
    {
        if (!Json)
        {
            Error(zh, en);
        }
    }

    /// <summary>A refusal, with its code; gives the exit code.</summary>
    public int Refuse(Refusal refusal)
    {
        if (Json)
        {
            Write(new { refused = refusal.Code.Number, name = refusal.Code.Name, message = refusal.Message(Language) });
        }

        Console.Error.WriteLine($"TH{refusal.Code.Number} {refusal.Code.Name}: {refusal.Message(Language)}");
        return Commands.Endings.Refused;
    }

    /// <summary>A value as JSON.</summary>
    public static void Write<T>(T value) => Console.Out.WriteLine(JsonSerializer.Serialize(value, Pretty));

    /// <summary>Rows as a table; numbers are right-aligned.</summary>
    public void Table(
        IReadOnlyList<(string Zh, string En, bool Number)> columns, IEnumerable<IReadOnlyList<string>> rows)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Interactive = InteractionSupport.No });
        if (Console.IsOutputRedirected)
        {
            console.Profile.Width = 240;
        }

        var table = new Table().Border(TableBorder.Simple);
        foreach (var (zh, en, number) in columns)
        {
            var column = new TableColumn(Markup.Escape(Say(zh, en))).NoWrap();
            table.AddColumn(number ? column.RightAligned() : column);
        }

        foreach (var row in rows)
        {
            table.AddRow(row.Select(cell => (Spectre.Console.Rendering.IRenderable)new Spectre.Console.Text(cell)));
        }

        console.Write(table);
    }

    /// <summary>Work with a progress bar on the error output; the work reports shares from 0 to 1.</summary>
    public async Task<T> Progress<T>(string zh, string en, Func<IProgress<double>, Task<T>> work)
    {
        if (Json || Console.IsErrorRedirected)
        {
            return await work(new Silent());
        }

        return await error.Progress()
            .AutoClear(true)
            .Columns(
                new TaskDescriptionColumn(),
                new ProgressBarColumn(),
                new PercentageColumn(),
                new RemainingTimeColumn())
            .StartAsync(async context =>
            {
                var task = context.AddTask(Markup.Escape(Say(zh, en)));
                return await work(new Bar(task));
            });
    }

    private sealed class Bar(ProgressTask task) : IProgress<double>
    {
        public void Report(double value) => task.Value = value * task.MaxValue;
    }

    private sealed class Silent : IProgress<double>
    {
        public void Report(double value)
        {
        }
    }
}
