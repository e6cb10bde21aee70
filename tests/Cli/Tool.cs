using System.Diagnostics;
using System.Text;

namespace Tanheng.Cli.Tests;

/// <summary>What the program said and how it ended.</summary>
internal sealed record Said(int ExitCode, string Output, string Error);

/// <summary>The built <c>tanheng</c>, started as a process of its own, as people start it.</summary>
internal static class Tool
{
    /// <summary>Runs it to its end; texts are in Chinese unless the arguments ask for English.</summary>
    public static Task<Said> Run(params string[] arguments) => RunWith("", arguments);

    /// <summary>Runs it with something on its standard input.</summary>
    public static async Task<Said> RunWith(string input, params string[] arguments)
    {
        using var process = Start(arguments);
        await process.StandardInput.WriteAsync(input);
        process.StandardInput.Close();
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(3));
        try
        {
            await process.WaitForExitAsync(patience.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException("tanheng " + string.Join(' ', arguments) + " did not end");
        }

        return new Said(process.ExitCode, await output, await error);
    }

    /// <summary>Starts it; the caller ends it.</summary>
    public static Process Start(params string[] arguments) => Process.Start(new ProcessStartInfo(
        "dotnet", [Path.Combine(AppContext.BaseDirectory, "tanheng.dll"), .. arguments])
    {
        RedirectStandardInput = true,
        RedirectStandardOutput = true,
        RedirectStandardError = true,
        StandardOutputEncoding = Encoding.UTF8,
        StandardErrorEncoding = Encoding.UTF8,
        Environment = { ["TANHENG_LANG"] = "zh" },
    })!;
}
