using System.Text;
using Tanheng.Crash.Tests;
using Tanheng.Engine.Journal;
using Tanheng.Quantities;

namespace Tanheng.Storage.Tests;

/// <summary>A journal leaves as JSON lines and comes back the same, or not at all.</summary>
public sealed class JournalLinesTests
{
    private const string Scheme = "tally";

    [Theory]
    [EachDatabase]
    public void An_exported_journal_imports_with_the_same_hashes(Database database) => Store.With(database, store =>
    {
        var text = Exported(database);
        using var target = store.Open(Scheme);

        Import(target, text).Value.ShouldBe(6);
        target.Head().Hash.ShouldBe(Rows()[^1].Hash);
        Export(target).ShouldBe(text);
    });

    [Theory]
    [EachDatabase]
    public void An_edited_row_is_refused_with_its_line_and_nothing_is_imported(Database database) =>
        Store.With(database, store =>
        {
            var text = Exported(database).Replace("row 3", "row 9", StringComparison.Ordinal);
            using var target = store.Open(Scheme);
            var refusal = Import(target, text).Refusal.ShouldNotBeNull();

            refusal.Code.ShouldBe(JournalRefusals.EditedRow);
            refusal["line"].ShouldBe("5");
            refusal["sequence"].ShouldBe("5");
            target.Head().ShouldBe(default);
        });

    [Theory]
    [EachDatabase]
    public void A_missing_row_a_swapped_pair_and_a_foreign_scheme_break_the_chain(Database database) =>
        Store.With(database, store =>
        {
            var lines = Exported(database).Split('\n');
            using var target = store.Open(Scheme);
            using var other = store.Open("other");

            var missing = Import(target, string.Join('\n', lines.Where((_, i) => i != 2))).Refusal.ShouldNotBeNull();
            (lines[3], lines[4]) = (lines[4], lines[3]);
            var swapped = Import(target, string.Join('\n', lines)).Refusal.ShouldNotBeNull();
            var foreign = Import(other, Exported(database)).Refusal.ShouldNotBeNull();

            missing.Code.ShouldBe(JournalRefusals.BrokenChain);
            missing["line"].ShouldBe("3");
            swapped["line"].ShouldBe("4");
            foreign.Code.ShouldBe(JournalRefusals.BrokenChain);
            target.Head().ShouldBe(default);
        });

    [Theory]
    [InlineData("{\"scheme\":\"tally\"")]
    [InlineData("[]")]
    [InlineData("{\"scheme\":\"tally\",\"sequence\":\"one\"}")]
    [InlineData("not json")]
    public void What_is_no_row_is_refused_with_its_line(string line) => Store.With(Database.Sqlite, store =>
    {
        using var target = store.Open(Scheme);
        var refusal = Import(target, line + "\n").Refusal.ShouldNotBeNull();

        refusal.Code.ShouldBe(JournalRefusals.UnreadableRow);
        refusal["line"].ShouldBe("1");
    });

    [Theory]
    [EachDatabase]
    public void Import_goes_into_an_empty_journal_only(Database database) => Store.With(database, store =>
    {
        using var target = store.Open(Scheme);
        var text = Exported(database);
        Import(target, text).Refusal.ShouldBeNull();

        var refusal = Import(target, text).Refusal.ShouldNotBeNull();
        refusal.Code.ShouldBe(JournalRefusals.NotEmpty);
        refusal["rows"].ShouldBe("6");
    });

    private static JournalRow[] Rows()
    {
        var opening = TallyMarket.Open(Scheme, 2, 10);
        var rows = new List<JournalRow> { opening };
        for (var i = 0; i < 5; i++)
        {
            rows.Add(TallyMarket.Row(
                Scheme,
                JournalHead.Of(rows[^1]),
                TallyMarket.Opening.AddMinutes(i),
                "tally-move",
                new TallyReminded("row " + i)));
        }

        return [.. rows];
    }

    private static string Exported(Database database)
    {
        var text = "";
        Store.With(database, store =>
        {
            using var source = store.Open(Scheme);
            source.Append(0, Rows());
            text = Export(source);
        });
        return text;
    }

    private static string Export(IJournal journal)
    {
        using var output = new MemoryStream();
        JournalLines.Export(journal, output);
        return Encoding.UTF8.GetString(output.ToArray());
    }

    private static Outcome<long> Import(IJournal journal, string text)
    {
        using var input = new MemoryStream(Encoding.UTF8.GetBytes(text));
        return JournalLines.Import(journal, input);
    }
}
