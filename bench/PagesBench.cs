using System.Diagnostics;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text.RegularExpressions;

namespace Tanheng.Bench;

/// <summary>What readers of one page saw.</summary>
/// <param name="Path">The page.</param>
/// <param name="Answers">How many times it came.</param>
/// <param name="Median">Half of the answers were there sooner, whole.</param>
/// <param name="Percentile95">So were 95 of 100.</param>
/// <param name="Percentile99">So were 99 of 100.</param>
/// <param name="Bytes">Size of the page as it travels.</param>
/// <param name="FirstLoad">Bytes of the page with every style sheet, script, font and picture that it names.</param>
public sealed record PageResult(
    string Path,
    int Answers,
    TimeSpan Median,
    TimeSpan Percentile95,
    TimeSpan Percentile99,
    long Bytes,
    long FirstLoad);

/// <summary>
/// Readers of a portal that is already running: each asks for one page after the other without a pause, as a browser
/// asks that has nothing in its cache. The load shares the machine with the portal, so figures are on the safe side.
/// On one machine each reader comes from an address of its own, as readers do, for a portal limits what one address
/// asks.
/// </summary>
/// <param name="portal">Where the portal answers.</param>
/// <param name="cookie">The cookie header of somebody who has signed in; null for the public.</param>
public sealed partial class PagesBench(Uri portal, string? cookie)
{
    /// <summary>
    /// All readers at once, each going round the pages from another place; the first seconds are not counted.
    /// </summary>
    /// <exception cref="HttpRequestException">A page does not answer with 200.</exception>
    public async Task<(double PerSecond, IReadOnlyList<PageResult> Pages)> RunAsync(
        IReadOnlyList<string> paths, int readers, TimeSpan warmUp, TimeSpan duration, CancellationToken cancel)
    {
        var times = new List<long>[readers, paths.Count];
        var start = Stopwatch.GetTimestamp();
        var from = start + (long)(warmUp.TotalSeconds * Stopwatch.Frequency);
        var until = from + (long)(duration.TotalSeconds * Stopwatch.Frequency);
        await Task.WhenAll(Enumerable.Range(0, readers).Select(reader => Task.Run(
            () => Read(paths, reader, times, from, until, cancel), cancel)));
        using var scales = Reader(readers);
        var pages = new List<PageResult>();
        for (var page = 0; page < paths.Count; page++)
        {
            var all = Enumerable.Range(0, readers).SelectMany(reader => times[reader, page]).Order().ToList();
            var (bytes, whole) = await Weigh(scales, paths[page], cancel);
            pages.Add(new PageResult(paths[page], all.Count, At(all, 0.5), At(all, 0.95), At(all, 0.99), bytes, whole));
        }

        return (pages.Sum(page => page.Answers) / duration.TotalSeconds, pages);
    }

    private async Task Read(
        IReadOnlyList<string> paths,
        int reader,
        List<long>[,] times,
        long from,
        long until,
        CancellationToken cancel)
    {
        for (var page = 0; page < paths.Count; page++)
        {
            times[reader, page] = [];
        }

        using var client = Reader(reader);
        for (var turn = reader; Stopwatch.GetTimestamp() < until; turn++)
        {
            var page = turn % paths.Count;
            var asked = Stopwatch.GetTimestamp();
            _ = await Get(client, paths[page], cancel);
            if (asked >= from)
            {
                times[reader, page].Add(Stopwatch.GetTimestamp() - asked);
            }
        }
    }

    private static async Task<byte[]> Get(HttpClient client, string path, CancellationToken cancel)
    {
        using var answer = await client.GetAsync(new Uri(path, UriKind.RelativeOrAbsolute), cancel);
        return answer.StatusCode == HttpStatusCode.OK
            ? await answer.Content.ReadAsByteArrayAsync(cancel)
            : throw new HttpRequestException($"{path} answers {(int)answer.StatusCode}.", null, answer.StatusCode);
    }

    /// <summary>A page and all that a browser fetches for it, each once.</summary>
    private static async Task<(long Page, long Whole)> Weigh(
        HttpClient client, string path, CancellationToken cancel)
    {
        var page = await Get(client, path, cancel);
        using var plain = new HttpRequestMessage(HttpMethod.Get, new Uri(path, UriKind.RelativeOrAbsolute));
        plain.Headers.AcceptEncoding.Add(new StringWithQualityHeaderValue("identity"));
        using var answer = await client.SendAsync(plain, cancel);
        var html = await answer.Content.ReadAsStringAsync(cancel);
        var whole = (long)page.Length;
        foreach (var part in Part().Matches(html)
            .Where(match => match.Groups[1].Value != "data-charts"
                || html.Contains(" data-chart>", StringComparison.Ordinal))
            .Select(match => match.Groups[2].Value).Distinct())
        {
            whole += (await Get(client, part, cancel)).Length;
        }

        return (page.Length, whole);
    }

    private HttpClient Reader(int number)
    {
        var client = new HttpClient(new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            ConnectCallback = portal.IsLoopback ? (target, cancel) => From(number, target, cancel) : null,
        })
        {
            BaseAddress = portal,
        };
        client.DefaultRequestHeaders.Add("Accept-Encoding", "br, gzip");
        client.DefaultRequestHeaders.Add("Accept", "text/html");
        if (cookie is not null)
        {
            client.DefaultRequestHeaders.Add("Cookie", cookie);
        }

        return client;
    }

    private static async ValueTask<Stream> From(
        int number, SocketsHttpConnectionContext target, CancellationToken cancel)
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        socket.Bind(new IPEndPoint(new IPAddress([127, 0, (byte)(1 + (number / 250)), (byte)(1 + (number % 250))]), 0));
        await socket.ConnectAsync(new IPEndPoint(IPAddress.Loopback, target.DnsEndPoint.Port), cancel);
        return new NetworkStream(socket, ownsSocket: true);
    }

    private static TimeSpan At(List<long> sorted, double share) => sorted.Count == 0
        ? TimeSpan.Zero
        : Stopwatch.GetElapsedTime(0, sorted[(int)((sorted.Count - 1) * share)]);

    // The part that draws charts is fetched by pages that have one.
    [GeneratedRegex("(href|src|data-charts)=\"(/assets/[^\"]*)\"")]
    private static partial Regex Part();
}
