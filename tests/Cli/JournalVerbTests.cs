using System.Text.Json;
using Tanheng.Storage.Sqlite;

namespace Tanheng.Cli.Tests;

/// <summary>
/// verify, export, import and views: what is in a journal can be checked, carried away and brought back.
/// </summary>
[Collection(PlayedStoreTests.Name)]
public sealed class JournalVerbTests(PlayedStore store)
{
    [Fact]
    public async Task A_journal_as_it_was_written_verifies()
    {
        var (rows, hash) = PlayedStore.Head(store.Path);
        var zh = await Tool.Run("verify", "--data", store.Path);
        zh.ExitCode.ShouldBe(0, zh.Error);
        zh.Output.ShouldContain("全部成立。");
        zh.Output.ShouldContain(hash);
        var en = await Tool.Run("verify", "--data", store.Path, "--lang", "en");
        en.Output.ShouldContain("Everything holds.");
        var json = JsonDocument.Parse((await Tool.Run("verify", "--data", store.Path, "--json")).Output).RootElement;
        json.GetProperty("holds").GetBoolean().ShouldBeTrue();
        json.GetProperty("rows").GetInt64().ShouldBe(rows);
        json.GetProperty("head").GetString().ShouldBe(hash);
    }

    [Theory]
    [InlineData("update journal_row set events = replace(events, '1000', '1001') where sequence = {0}")]
    [InlineData("update journal_row set actor = 'somebody' where sequence = {0}")]
    [InlineData("update journal_row set time = time + 1 where sequence = {0}")]
    [InlineData("update journal_row set command_id = zeroblob(16) where sequence = {0}")]
    [InlineData("delete from journal_row where sequence = {0}")]
    public async Task A_row_changed_behind_the_programs_back_is_found_and_named(string change)
    {
        using var folder = store.Copy();
        var row = RowOf(folder.Path, "cancel-voluntarily");
        using (var file = new SqliteFile(SqliteJournal.PathOf(folder.Path, PlayedStore.Story)))
        {
            file.Execute(string.Format(System.Globalization.CultureInfo.InvariantCulture, change, row));
            file.Changes.ShouldBe(1);
        }

        var named = change.StartsWith("delete", StringComparison.Ordinal) ? row + 1 : row;
        var zh = await Tool.Run("verify", "--data", folder.Path);
        zh.ExitCode.ShouldBe(1);
        (zh.Output + zh.Error).ShouldContain($"第 {named} 行");
        var en = await Tool.Run("verify", "--data", folder.Path, "--lang", "en");
        en.ExitCode.ShouldBe(1);
        (en.Output + en.Error).ToLowerInvariant().ShouldContain($"row {named}");
    }

    [Fact]
    public async Task A_journal_is_carried_to_another_folder_and_is_the_same_there()
    {
        using var folder = new TemporaryFolder();
        var file = Path.Combine(folder.Path, "rows.jsonl");
        var export = await Tool.Run("export", file, "--data", store.Path);
        export.ExitCode.ShouldBe(0, export.Error);
        File.ReadLines(file).LongCount().ShouldBe(PlayedStore.Head(store.Path).Sequence);

        var import = await Tool.Run("import", file, "--scheme", PlayedStore.Story, "--data", folder.Path);
        import.ExitCode.ShouldBe(0, import.Error);
        PlayedStore.Head(folder.Path).ShouldBe(PlayedStore.Head(store.Path));
        (await Tool.Run("verify", "--data", folder.Path)).ExitCode.ShouldBe(0);

        var twice = await Tool.Run(
            "import", file, "--scheme", PlayedStore.Story, "--data", folder.Path, "--lang", "en");
        twice.ExitCode.ShouldBe(1);
        twice.Error.ShouldContain("TH9013");
    }

    [Fact]
    public async Task A_journal_goes_through_pipes()
    {
        using var folder = new TemporaryFolder();
        var export = await Tool.Run("export", "--data", store.Path);
        export.ExitCode.ShouldBe(0, export.Error);
        var import = await Tool.RunWith(export.Output, "import", "--scheme", PlayedStore.Story, "--data", folder.Path);
        import.ExitCode.ShouldBe(0, import.Error);
        PlayedStore.Head(folder.Path).ShouldBe(PlayedStore.Head(store.Path));
    }

    [Theory]
    [InlineData(7, "edited", "TH9010")]
    [InlineData(7, "removed", "TH9011")]
    [InlineData(7, "cut", "TH9012")]
    public async Task An_edited_line_is_refused_by_line_and_row_and_nothing_is_imported(
        int line, string how, string code)
    {
        using var folder = new TemporaryFolder();
        var lines = (await Tool.Run("export", "--data", store.Path)).Output.Split('\n').ToList();
        var text = lines[line - 1];
        lines[line - 1] = how switch
        {
            "edited" => text.Replace("\"actor\":\"", "\"actor\":\"x", StringComparison.Ordinal),
            "cut" => text[..(text.Length / 2)],
            _ => "",
        };
        var file = folder.Write("rows.jsonl", string.Join('\n', lines));
        var named = how == "removed" ? line + 1 : line;
        var zh = await Tool.Run("import", file, "--scheme", PlayedStore.Story, "--data", folder.Path);
        zh.ExitCode.ShouldBe(1);
        zh.Error.ShouldContain(code);
        zh.Error.ShouldContain($"第 {named} 行");
        var en = await Tool.Run("import", file, "--scheme", PlayedStore.Story, "--data", folder.Path, "--lang", "en");
        en.Error.ToLowerInvariant().ShouldContain($"line {named}");
        PlayedStore.Head(folder.Path).Sequence.ShouldBe(0);
        // What a refused import leaves behind is no market.
        (await Tool.Run("verify", "--data", folder.Path)).Error.ShouldContain("TH9101");
    }

    [Fact]
    public async Task An_import_needs_the_markets_name_and_a_file()
    {
        using var folder = new TemporaryFolder();
        var nameless = await Tool.RunWith("", "import", "--data", folder.Path);
        nameless.ExitCode.ShouldBe(2);
        nameless.Error.ShouldContain("--scheme");
        var none = Path.Combine(folder.Path, "none.jsonl");
        var missing = await Tool.Run("import", none, "--scheme", "x", "--data", folder.Path, "--lang", "en");
        missing.ExitCode.ShouldBe(2);
        missing.Error.ShouldContain("none.jsonl");
        var badly = await Tool.RunWith("", "import", "--scheme", "../x", "--data", folder.Path);
        badly.ExitCode.ShouldBe(1);
        badly.Error.ShouldContain("TH9022");
    }

    [Fact]
    public async Task Read_tables_are_made_anew_from_the_journal()
    {
        using var folder = store.Copy();
        var rows = PlayedStore.Head(folder.Path).Sequence;
        var zh = await Tool.Run("views", "rebuild", "--data", folder.Path);
        zh.ExitCode.ShouldBe(0, zh.Error);
        zh.Output.ShouldContain("查询表已重建");
        using (var views = new SqliteFile(Path.Combine(folder.Path, PlayedStore.Story + ".views.db"), readOnly: true))
        {
            views.Number("select count(*) from view_journal").ShouldBe(rows);
        }

        var rebuilt = await Tool.Run("views", "rebuild", "--data", folder.Path, "--json");
        var en = JsonDocument.Parse(rebuilt.Output).RootElement;
        en.GetProperty("rows").GetInt64().ShouldBe(rows);
    }

    private static long RowOf(string folder, string command)
    {
        using var file = new SqliteFile(SqliteJournal.PathOf(folder, PlayedStore.Story), readOnly: true);
        // The proposal carries the quantity of 1,000 and stands before its approval.
        return file.Number(
            $"select min(sequence) from journal_row where events like '%\"command\":\"{command}\"%'"
            + " and events like '%1000%'")!.Value;
    }
}
