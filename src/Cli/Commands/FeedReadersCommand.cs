using System.CommandLine;
using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using Tanheng.Bench;
using Tanheng.Cli.Output;

namespace Tanheng.Cli.Commands;

/// <summary>The process of readers that <c>tanheng bench feed</c> starts; nobody calls it by hand.</summary>
internal static class FeedReadersCommand
{
    /// <summary>Its name.</summary>
    public const string Name = "feed-readers";

    /// <summary>The line that says that everybody reads.</summary>
    public const string Ready = "ready";

    private static readonly Option<int> Port = new("--port");
    private static readonly Option<int> Subscribers = new("--subscribers");
    private static readonly Option<int> First = new("--first");
    private static readonly Option<int> Last = new("--last");
    private static readonly Option<string> Times = new("--times");
    private static readonly Option<double> Seconds = new("--seconds");

    public static Command Build()
    {
        var command = new Command(Name, "行情读者（由 bench feed 启动） | readers of the feed, started by bench feed")
        {
            Port, Subscribers, First, Last, Times, Seconds,
        };
        command.Hidden = true;
        command.Does(Run);
        return command;
    }

    private static async Task<int> Run(ParseResult parsed, Screen screen, CancellationToken cancel)
    {
        var readers = new FeedReaders(
            new IPEndPoint(IPAddress.Loopback, parsed.GetValue(Port)),
            parsed.GetValue(Subscribers),
            parsed.GetValue(First),
            parsed.GetValue(Last),
            parsed.GetValue(Times)!);
        try
        {
            var result = await readers.RunAsync(
                () => Console.Out.WriteLine(Ready), TimeSpan.FromSeconds(parsed.GetValue(Seconds)), cancel);
            Console.Out.WriteLine(JsonSerializer.Serialize(result, JsonSerializerOptions.Web));
            return Endings.Done;
        }
        catch (Exception problem) when (problem is SocketException or IOException)
        {
            throw new InputException(problem.Message);
        }
    }
}
