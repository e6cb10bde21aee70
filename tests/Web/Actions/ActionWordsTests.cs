using System.Text.RegularExpressions;
using Tanheng.Quantities;
using Tanheng.Scheme;
using Tanheng.Web.Actions.Forms;
using Tanheng.Web.Actions.Speech;

namespace Tanheng.Web.Tests.Actions;

/// <summary>Words of commands, fields and events: none missing, none left over, both languages.</summary>
public sealed partial class ActionWordsTests
{
    private static IEnumerable<CommandEntry> Sendable =>
        Catalogue.Scheme.Commands.Where(entry => !ActionWords.IsInternal(entry));

    public static TheoryData<string> Events => [.. Catalogue.Scheme.Events.Select(entry => entry.Name)];

    [Fact]
    public void Every_command_that_a_person_may_send_has_words_and_no_others_have()
    {
        ActionWords.All.Select(word => word.Name).ShouldBe(Sendable.Select(entry => entry.Name), ignoreOrder: true);
        foreach (var word in ActionWords.All)
        {
            ShouldSpeakBoth(word.Title, word.Name);
            ShouldSpeakBoth(word.Sentence, word.Name);
        }

        ActionWords.All.Select(word => word.Title.Zh).ShouldBeUnique();
        ActionWords.All.Select(word => word.Title.En).ShouldBeUnique();
    }

    [Fact]
    public void Every_field_has_words_and_no_words_are_left_over()
    {
        var special = new HashSet<string>();
        var common = new HashSet<string>();
        foreach (var entry in Sendable)
        {
            Collect(CommandShape.Of(entry).Fields, entry.Name, special, common);
        }

        FieldWords.Special.Keys.Except(special).ShouldBeEmpty();
        FieldWords.Common.Keys.Except(common).ShouldBeEmpty();
    }

    [Fact]
    public void Labels_and_hints_are_there_in_both_languages()
    {
        foreach (var (key, word) in FieldWords.Common.Concat(FieldWords.Special))
        {
            ShouldSpeakBoth(word.Label, key);
            if (word.Hint is { } hint)
            {
                ShouldSpeakBoth(hint, key);
            }
        }
    }

    /// <summary>A command whose command record carries what it moves, moves value.</summary>
    [Theory]
    [InlineData("transfer-units", true)]
    [InlineData("surrender", true)]
    [InlineData("issue-offsets", true)]
    [InlineData("run-allocation", true)]
    [InlineData("convert-carry-over", true)]
    [InlineData("decide-case", true)]
    [InlineData("approve-proposal", true)]
    [InlineData("submit-report", false)]
    [InlineData("appoint-representative", false)]
    [InlineData("reject-proposal", false)]
    public void What_moves_units_or_money_asks_for_the_second_factor(string command, bool moves) =>
        ActionWords.Of(command)!.MovesValue.ShouldBe(moves);

    [Theory]
    [MemberData(nameof(Events))]
    public void Every_event_has_a_sentence_with_all_its_values_filled_in(string name)
    {
        foreach (var full in new[] { true, false })
        {
            var happened = (Event)Samples.Of(Catalogue.Scheme.EventNamed(name)!.Type, full)!;
            var sentence = EventWords.Of(new Naming(new SchemeState(), [happened]), happened);
            sentence.Zh.ShouldEndWith("。");
            Chinese().IsMatch(sentence.Zh).ShouldBeTrue();
            sentence.En.ShouldEndWith(".");
            sentence.Zh.ShouldNotMatch(@"\{[a-z]+\}");
            sentence.En.ShouldNotMatch(@"\{[a-z]+\}");
        }
    }

    [Fact]
    public void A_value_that_reads_like_a_placeholder_is_shown_as_it_is()
    {
        var happened = new Scheme.Registry.AccountStatusChanged(
            new Ledger.AccountId(3), Scheme.Registry.AccountStatus.Frozen, "{account} {status}");
        EventWords.Of(new Naming(new SchemeState()), happened).En
            .ShouldBe("Account A3 is now: Frozen; reason: {account} {status}.");
    }

    [Fact]
    public void No_event_has_a_sentence_that_the_catalogue_does_not_know() => EventWords.Known
        .Except(Catalogue.Scheme.Events.Select(entry => entry.Type)).ShouldBeEmpty();

    private static void Collect(
        IEnumerable<FieldShape> fields, string owner, HashSet<string> special, HashSet<string> common)
    {
        foreach (var field in fields)
        {
            var key = owner + "." + field.Name;
            (FieldWords.Special.ContainsKey(key) ? special : common).Add(
                FieldWords.Special.ContainsKey(key) ? key : field.Name);
            var record = field.Kind == FieldKind.Rows ? field.Type.GetGenericArguments()[0] : field.Type;
            Collect(field.Children,
                System.Text.Json.JsonNamingPolicy.KebabCaseLower.ConvertName(record.Name), special, common);
        }
    }

    private static void ShouldSpeakBoth(Text text, string whose)
    {
        Chinese().IsMatch(text.Zh).ShouldBeTrue($"{whose} has no Chinese");
        text.En.ShouldNotBeNullOrWhiteSpace(whose);
        Chinese().IsMatch(text.En).ShouldBeFalse($"{whose} has Chinese in its English");
    }

    [GeneratedRegex(@"\p{IsCJKUnifiedIdeographs}")]
    private static partial Regex Chinese();
}
