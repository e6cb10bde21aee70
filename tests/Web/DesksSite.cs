using System.Globalization;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Tanheng.Cli.Scenarios;
using Tanheng.Engine.Hosting;
using Tanheng.Engine.Journal;
using Tanheng.Engine.Sequencing;
using Tanheng.Scheme;
using Tanheng.Storage.Sqlite;
using Tanheng.Web.People;
using Tanheng.Web.Portal;

namespace Tanheng.Web.Tests;

/// <summary>
/// A demonstration with the market in which the story of 2021 and 2022 was played, and the story's independent figures.
/// Nothing changes the market.
/// </summary>
public sealed class DesksSite : IAsyncLifetime
{
    private readonly string folder = Directory.CreateTempSubdirectory("tanheng-test-").FullName;
    private SqliteJournal journal = null!;
    private SqlitePeople people = null!;
    private SchemeHost host = null!;
    private WebApplication app = null!;

    /// <summary>Where it is.</summary>
    public Uri Address { get; private set; } = null!;

    /// <summary>The story's folder.</summary>
    public string Story { get; } = Path.Combine(RuleShelf.FindRoot(), "scenarios", "china-2021-2022");

    /// <summary>The rows.</summary>
    public IJournal Journal => journal;

    public async Task InitializeAsync()
    {
        var shelf = new RuleShelf(RuleShelf.FindRoot());
        var story = StoryFiles.Find(shelf, "china-2021-2022").ShouldNotBeNull();
        journal = new SqliteJournal(folder, story.Scenario.Name);
        people = new SqlitePeople(folder);
        var options = new HostOptions { Sequencer = new SequencerOptions { VirtualTime = true } };
        host = await SchemeHost.LeadAsync(journal, options);
        await story.Runner(shelf).RunAsync(host.Sequencer!, null, CancellationToken.None);

        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { ApplicationName = "tanheng" });
        builder.WebHost.UseSetting("urls", "http://127.0.0.1:0");
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        builder.Logging.AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error);
        builder.Services.AddPortal(
            new Market(host, journal), people, new PortalSettings { Demo = true, Limits = RateLimits.None });
        app = builder.Build();
        app.MapPortal();
        await app.StartAsync();
        Address = new Uri(app.Urls.Single());
    }

    public async Task DisposeAsync()
    {
        await app.DisposeAsync();
        await host.DisposeAsync();
        people.Dispose();
        journal.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    /// <summary>Asks the state.</summary>
    public async Task<T> Read<T>(Func<SchemeState, T> question) => (await host.QueryAsync(question)).Value;

    /// <summary>A hash over everything the market knows.</summary>
    public async Task<string> StateHashAsync() => (await Read(Scheme.StateHash.Of)).ToString();

    /// <summary>Somebody's browser, signed in; null is a visitor's.</summary>
    public async Task<TestBrowser> BrowserOf(string? user)
    {
        var browser = new TestBrowser(Address);
        if (user is not null)
        {
            using var answer = await browser.PostAsync("/sign-in", DemoSignIn.Path, ("user", user));
            ((int)answer.StatusCode).ShouldBeLessThan(400);
        }

        return browser;
    }

    /// <summary>The lines of one of the story's files by column.</summary>
    public IReadOnlyList<Dictionary<string, string>> Figures(string file) =>
        Rows(File.ReadAllText(Path.Combine(Story, file)));

    /// <summary>A CSV file that somebody downloads.</summary>
    public async Task<IReadOnlyList<Dictionary<string, string>>> CsvOf(string user, string path)
    {
        using var browser = await BrowserOf(user);
        using var answer = await browser.GetAsync(path);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK, path);
        answer.Content.Headers.ContentType?.MediaType.ShouldBe("text/csv");
        return Rows(await answer.Content.ReadAsStringAsync());
    }

    /// <summary>A whole number of a cell.</summary>
    public static long Number(string text) => long.Parse(text, CultureInfo.InvariantCulture);

    private static List<Dictionary<string, string>> Rows(string text)
    {
        var lines = text.TrimStart('\uFEFF').Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => Cells(line.TrimEnd('\r'))).ToList();
        var names = lines[0].Select(name => name.Split(" (")[0]).ToList();
        return [.. lines.Skip(1).Select(cells => names.Zip(cells)
            .ToDictionary(pair => pair.First, pair => pair.Second))];
    }

    private static List<string> Cells(string line)
    {
        var (cells, cell, quoted) = (new List<string>(), "", false);
        foreach (var letter in line)
        {
            if (letter == '"')
            {
                quoted = !quoted;
            }
            else if (letter == ',' && !quoted)
            {
                cells.Add(cell);
                cell = "";
            }
            else
            {
                cell += letter;
            }
        }

        cells.Add(cell);
        return cells;
    }
}

/// <summary>Tests that share the site.</summary>
[CollectionDefinition(Name)]
public sealed class DesksSiteTests : ICollectionFixture<DesksSite>
{
    public const string Name = "desks";
}
