using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;

namespace Tanheng.Storage.Tests;

/// <summary>A process that runs a market and is made to be killed, and what it has promised before.</summary>
internal sealed class Victim : IDisposable
{
    private readonly Process process;
    private readonly ConcurrentQueue<string> acknowledged = new();
    private volatile bool leads;
    private volatile string? state;

    private Victim(ProcessStartInfo start)
    {
        process = new Process { StartInfo = start };
        process.OutputDataReceived += (_, line) => Heard(line.Data);
        process.Start();
        process.BeginOutputReadLine();
    }

    public bool Leads => leads;

    /// <summary>
    /// The sequence and the hash of the state that it read from the journal; null when it did not say.
    /// </summary>
    public string? State => state;

    /// <summary>Each command that it said has happened, as it said it: the id first.</summary>
    public ConcurrentQueue<string> Acknowledged => acknowledged;

    /// <summary>Starts one.</summary>
    /// <param name="store">Where the journal is.</param>
    /// <param name="scheme">Which.</param>
    /// <param name="seed">Of what its clients do.</param>
    /// <param name="leaseMilliseconds">How long the right to write lasts after its death.</param>
    /// <param name="trades">True for an exchange, false for a market of moves.</param>
    public static Victim Start(
        Store store, string scheme, int seed, int leaseMilliseconds = 400, bool trades = false)
    {
        var (kind, place) = store.Address;
        var program = Path.Combine(AppContext.BaseDirectory, "Tanheng.Crash.dll");
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true };
        string[] arguments = [program, kind, place, scheme, Text(seed), Text(leaseMilliseconds)];
        foreach (var argument in trades ? [.. arguments, "trade"] : arguments)
        {
            start.ArgumentList.Add(argument);
        }

        return new Victim(start);
    }

    public void WaitForAcknowledgements(int count) => SpinWait
        .SpinUntil(() => acknowledged.Count >= count || process.HasExited, 30_000)
        .ShouldBeTrue("the process acknowledged nothing in 30 seconds");

    /// <summary>SIGKILL, and then everything it had said before.</summary>
    public void Kill()
    {
        process.Kill();
        process.WaitForExit();
    }

    public void Dispose()
    {
        if (!process.HasExited)
        {
            Kill();
        }

        process.Dispose();
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    /// <summary>A line without its full stop is the torn end of a killed process: nobody has read a promise.</summary>
    private void Heard(string? line)
    {
        if (line is not [.. var said, '.'] || said.Split(' ', 2) is not [var what, var rest])
        {
            return;
        }

        switch (what)
        {
            case "leader":
                leads = true;
                break;
            case "state":
                state = rest;
                break;
            case "done":
                acknowledged.Enqueue(rest);
                break;
            default:
                throw new InvalidOperationException("A line that nobody knows: " + line);
        }
    }
}
