using Tanheng.Cli.Scenarios;
using Tanheng.Engine.Hosting;
using Tanheng.Storage.Sqlite;

namespace Tanheng.Scenarios.Tests;

/// <summary>A story that is wrong says where, and what is wrong.</summary>
public sealed class StoryMistakeTests
{
    private const string Head =
        """
        scenario: mistake
        title: { zh: 错误, en: Mistake }
        rulebook: china-national.yaml
        administrator: root
        starts: 2022-01-05T09:00
        ends: 2022-02-01T09:00
        steps:

        """; // The first step stands in line 8.

    [Theory]
    [InlineData("refused: 2104, do: appoint-official, with: { user: b, roles: [ authority ] }", "TH2104 was expected")]
    [InlineData("do: appoint-nobody, with: {}", "there is no command 'appoint-nobody'")]
    [InlineData("do: appoint-official, each: people.csv, with: { user: $(nobody), roles: [ authority ] }", "no column nobody")]
    [InlineData("do: appoint-official, each: people.csv, with: { user: $(Name), roles: [ authority ] }", "no column Name")]
    [InlineData("do: appoint-official, each: people.csv, where: { job: clerk }, with: { user: $(name), roles: [ authority ] }", "no column job")]
    [InlineData("do: update-holder, with: { holder: '@holder 91420000MA0000015A', atRisk: true }", "no holder '91420000MA0000015A'")]
    [InlineData("do: update-holder, with: { holder: '@company X', atRisk: true }", "no company 'X'")]
    [InlineData("do: appoint-official, with: { user: b, roles: [ emperor ] }", "Rulebook.Role")]
    [InlineData("do: list-coverage, with: { year: soon, add: [], remove: [], reason: x }", "list-coverage")]
    [InlineData("do: admit-holder, with: { code: '1', name: { zh: 一, en: One }, province: CN-HB, sector: power, representatives: [], facilities: [] }", "admit-holder: TH")]
    [InlineData("does: appoint-official", "unknown key 'does'")]
    [InlineData("refused: never, do: appoint-official, with: {}", "'never' is not the number of a refusal")]
    public async Task A_step_that_does_not_work_is_named_by_file_and_line(string step, string reason)
    {
        var problem = await Play(Head + "  - { at: 2022-01-05T09:10, by: root, " + step + " }\n");
        problem.ShouldStartWith("story.yaml:8: ");
        problem.ShouldContain(reason);
    }

    [Theory]
    [InlineData("missing.csv", "missing.csv:1: ")]
    [InlineData("ragged.csv", "ragged.csv:3: ")]
    [InlineData("twice.csv", "twice.csv:1: ")]
    public async Task A_table_that_cannot_be_read_is_named_by_file_and_line(string table, string place)
    {
        var problem = await Play(Head +
            $"  - {{ at: 2022-01-05T09:10, by: root, do: appoint-official, each: {table}, with: {{ user: $(name), roles: [ authority ] }} }}\n");
        problem.ShouldContain(place);
    }

    [Theory]
    [InlineData("", 1)]
    [InlineData("scenario: x\ntitle: { zh: 错, en: Wrong }\n", 1)]
    [InlineData("scenario: [\n", 2)]
    [InlineData("just a sentence", 1)]
    [InlineData("scenario: x\ntitle: 错\n", 2)]
    [InlineData("scenario: x\ntitle: { zh: 错, en: Wrong }\nsteps: none\n", 3)]
    [InlineData("scenario: x\ntitle: { zh: 错, en: Wrong }\nrulebook: eu.yaml\nadministrator: a\nstarts: soon\nends: 2022-01-01\nsteps: []\n", 5)]
    public void A_file_that_is_no_story_is_named_by_file_and_line(string text, int line) =>
        Should.Throw<ScenarioException>(() => ScenarioFile.Read("story.yaml", text)).Message.ShouldStartWith($"story.yaml:{line}: ");

    [Fact]
    public async Task A_story_without_mistakes_plays()
    {
        var problem = await Play(Head +
            "  - { at: 2022-01-05T09:10, by: root, do: appoint-official, each: people.csv, with: { user: $(name), roles: [ authority ] } }\n");
        problem.ShouldBe("");
    }

    private static async Task<string> Play(string text)
    {
        using var folder = new TemporaryFolder();
        folder.Write("people.csv", "name,role\nanna,x\nbert,y\n");
        folder.Write("ragged.csv", "name,role\nanna,x\nbert\n");
        folder.Write("twice.csv", "name,name\nanna,x\n");
        using var journal = new SqliteJournal(folder.Path, "mistake");
        await using var host = await SchemeHost.LeadAsync(journal, Shelf.VirtualTime);
        try
        {
            var story = new StoryFiles(ScenarioFile.Read("story.yaml", text), "story.yaml", new Tables(folder.Path));
            await story.Runner(Shelf.Repository).RunAsync(host.Sequencer!, null, CancellationToken.None);
            return "";
        }
        catch (ScenarioException problem)
        {
            return problem.Message;
        }
    }
}
