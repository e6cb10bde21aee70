using System.Text.Json;
using Tanheng.Ledger;
using Tanheng.Methodology;
using Tanheng.Quantities;
using Tanheng.Scheme;
using Tanheng.Scheme.Compliance;
using Tanheng.Scheme.Mrv;
using Tanheng.Scheme.Registry;
using Tanheng.Web.Actions.Forms;
using Tanheng.Web.Actions.Speech;

namespace Tanheng.Web.Tests.Actions;

/// <summary>
/// Forms of all commands: what is written into one is read back, and what is wrong is said at its field.
/// </summary>
public sealed class CommandFormTests
{
    public static TheoryData<string> Commands => [.. ActionWords.All.Select(word => word.Name)];

    [Theory]
    [MemberData(nameof(Commands))]
    public void A_form_reads_back_the_command_that_was_written_into_it(string name)
    {
        var entry = Catalogue.Scheme.CommandNamed(name)!;
        foreach (var full in new[] { true, false })
        {
            var command = (Command)Samples.Of(entry.Type, full)!;
            var reading = CommandForm.Read(ActionSheet.Blank(entry), CommandForm.Write(command));
            reading.Problems.ShouldBeEmpty($"{name} {full}");
            Json(reading.Command!).ShouldBe(Json(command));
        }
    }

    [Theory]
    [MemberData(nameof(Commands))]
    public void An_empty_form_names_every_field_that_is_missing_and_throws_nothing(string name)
    {
        var entry = Catalogue.Scheme.CommandNamed(name)!;
        var reading = CommandForm.Read(ActionSheet.Blank(entry), new FormValues());
        foreach (var field in CommandShape.Of(entry).Fields.Where(field => field.Required))
        {
            var key = field.Kind == FieldKind.TwoLanguages ? field.Name + ".zh" : field.Name;
            reading.Problems.Keys.ShouldContain(key);
        }

        (reading.Command is null).ShouldBe(reading.Problems.Count > 0);
    }

    [Theory]
    [MemberData(nameof(Commands))]
    public void Nonsense_in_every_field_is_said_and_throws_nothing(string name)
    {
        var entry = Catalogue.Scheme.CommandNamed(name)!;
        foreach (var nonsense in new[] { "xyz", "<script>",
            "-1e400", "９９９９９９９９９９９９９９９９９９９９９", "{\"a\":", "\u0001", "1,2,3" })
        {
            var values = CommandForm.Write((Command)Samples.Of(entry.Type, full: true)!);
            foreach (var key in values.All.Keys.ToList())
            {
                values[key] = nonsense;
            }

            Should.NotThrow(() => CommandForm.Read(ActionSheet.Blank(entry), values));
        }
    }

    [Theory]
    [InlineData("quantity", "ten", "Give whole tonnes, such as 1000 or 1,000.")]
    [InlineData("quantity", "1.5", "Give whole tonnes, such as 1000 or 1,000.")]
    [InlineData("quantity", "1,00", "Give whole tonnes, such as 1000 or 1,000.")]
    [InlineData("quantity", "", "Fill in this field.")]
    [InlineData("quantity", "99999999999999999999", "Give whole tonnes, such as 1000 or 1,000.")]
    [InlineData("from", "nobody", "There is no such number or code; check it and try again.")]
    [InlineData("vintage", "202", "Give a year or period, such as 2022 or 2019-2020.")]
    [InlineData("serials", "9-1", "Give serials in ascending order, such as 1001-2000,3001-3500.")]
    public void What_is_wrong_with_a_field_is_said_at_the_field(string key, string typed, string problem)
    {
        var values = Transfer();
        values[key] = typed;
        var reading = CommandForm.Read(ActionSheet.Blank(Entry("transfer-units")), values);
        reading.Command.ShouldBeNull();
        reading.Problems.ShouldHaveSingleItem().Key.ShouldBe(key);
        reading.Problems[key].En.ShouldBe(problem);
    }

    [Theory]
    [InlineData("1,234,567", 1_234_567)]
    [InlineData(" 1000 ", 1000)]
    [InlineData("１０００", 1000)]
    public void Tonnes_may_be_grouped_and_full_width(string typed, long tonnes)
    {
        var values = Transfer();
        values["quantity"] = typed;
        CommandForm.Read(ActionSheet.Blank(Entry("transfer-units")), values).Command
            .ShouldBeOfType<TransferUnits>().Quantity.ShouldBe(new Tonnes(tonnes));
    }

    [Fact]
    public void A_text_that_is_too_long_is_said_at_its_field()
    {
        var values = new FormValues { ["account"] = "3", ["reason"] = new string('长', 20_001) };
        var reading = CommandForm.Read(ActionSheet.Blank(Entry("freeze-account")), values);
        reading.Problems["reason"].En.ShouldBe("At most 20,000 characters.");
    }

    [Fact]
    public void An_unknown_name_of_a_choice_is_said_at_its_field()
    {
        var values = new FormValues
        {
            ["holder"] = "1",
            ["period"] = "2022",
            ["offence"] = "sloth",
            ["reason"] = "x",
        };
        CommandForm.Read(ActionSheet.Blank(Entry("open-case")), values)
            .Problems.ShouldHaveSingleItem().Key.ShouldBe("offence");
    }

    [Fact]
    public void Amounts_without_a_currency_are_the_markets()
    {
        var entry = Entry("decide-case");
        var values = new FormValues { ["case"] = "C7", ["fine"] = "25,000.00" };
        var command = CommandForm.Read(ActionSheet.Blank(entry), values).Command.ShouldBeOfType<DecideCase>();
        command.Fine.ShouldBe(Money.Parse("25000.00 CNY"));
        command.Gain.ShouldBeNull();
        command.Case.ShouldBe(new CaseId(7));
    }

    [Fact]
    public void Rows_without_content_are_left_out_and_wrong_ones_are_named_by_their_number()
    {
        var values = new FormValues { ["period"] = "2022", ["reference"] = "x" };
        values["rows.0.holder"] = "1";
        values["rows.0.quantity"] = "10";
        values.AddRow("rows");
        values["rows.2.holder"] = "2";
        values["rows.2.quantity"] = "many";
        var reading = CommandForm.Read(ActionSheet.Blank(Entry("allocate-stated")), values);
        reading.Problems.ShouldHaveSingleItem().Key.ShouldBe("rows.2.quantity");
        values.RemoveRow("rows.2");
        var command = CommandForm.Read(ActionSheet.Blank(Entry("allocate-stated")), values).Command;
        command.ShouldBeOfType<Scheme.Allocation.AllocateStated>().Rows.ShouldHaveSingleItem();
    }

    [Fact]
    public void Rows_behind_a_removed_one_move_up()
    {
        var values = new FormValues();
        foreach (var (row, text) in new[] { (0, "a"), (1, "b"), (2, "c") })
        {
            values[FormValues.Row("lines", row) + ".x"] = text;
        }

        values.RemoveRow("lines.0");
        values.Rows("lines").ShouldBe(2);
        values["lines.0.x"].ShouldBe("b");
        values["lines.1.x"].ShouldBe("c");
    }

    [Fact]
    public void Keys_that_are_no_rows_are_no_rows()
    {
        var values = new FormValues();
        foreach (var key in new[] { "lines.-1.x", "lines.99999999.x", "lines.abc.x", "lines..x", "linesx.3.x" })
        {
            values[key] = "1";
        }

        values.Rows("lines").ShouldBe(0);
    }

    /// <summary>Every worked example of every method goes through the fields of its form unchanged.</summary>
    [Fact]
    public void Inputs_of_a_method_go_through_their_fields_unchanged()
    {
        var methods = MethodsOfTheHouse();
        methods.Count.ShouldBeGreaterThan(10);
        var entry = Entry("allocate-final");
        foreach (var method in methods)
        {
            foreach (var example in method.Examples.Where(example => example.Refused is null))
            {
                var sheet = ActionSheet.Blank(entry) with
                {
                    Inputs = new Dictionary<string, InputSet> { ["given"] = new(method.Title, method.Inputs, true) },
                };
                var values = new FormValues { ["holder"] = "1", ["period"] = "2022" };
                InputsForm.Write(values, "given", example.Given);
                var reading = CommandForm.Read(sheet, values);
                reading.Problems.ShouldBeEmpty($"{method.Reference}: {example.Name.En}");
                reading.Command.ShouldBeOfType<Scheme.Allocation.AllocateFinal>().Given
                    .ShouldBe(example.Given, $"{method.Reference}: {example.Name.En}");
            }
        }
    }

    [Fact]
    public void An_input_outside_its_range_is_said_at_its_field()
    {
        var method = MethodsOfTheHouse().Single(one => one.Reference == "mrv/power-generation@2019-2022");
        var entry = Entry("submit-report");
        var sheet = ActionSheet.Blank(entry) with
        {
            Inputs = new Dictionary<string, InputSet>
            {
                ["lines.emissions"] = new(method.Title, method.Inputs, true),
                ["lines.production"] = new(method.Title, [], false),
            },
        };
        var values = new FormValues { ["holder"] = "1", ["year"] = "2022" };
        values["lines.0.facility"] = "1";
        values["lines.0.emissions.year"] = "2022";
        values["lines.0.emissions.fuels.0.fuel"] = "bituminous";
        values["lines.0.emissions.fuels.0.amount"] = "-5";
        values["lines.0.emissions.fuels.0.oxidised"] = "zero";
        var reading = CommandForm.Read(sheet, values);
        reading.Problems["lines.0.emissions.fuels.0.amount"].En.ShouldBe("The value must be within [0, ∞).");
        reading.Problems["lines.0.emissions.fuels.0.oxidised"].En
            .ShouldBe("Give a number with a decimal point, such as 12.5.");
    }

    [Theory]
    [InlineData("../../etc/passwd", "passwd")]
    [InlineData("C:\\docs\\年度报告.pdf", "年度报告.pdf")]
    [InlineData("a<b>|c\u0000.pdf", "a_b__c_.pdf")]
    [InlineData("...", "file")]
    public void Names_of_files_lose_what_could_be_misread(string name, string clean) =>
        Web.Actions.Steps.FileNames.Clean(name).ShouldBe(clean);

    [Fact]
    public void A_file_must_begin_as_its_type_does()
    {
        Web.Actions.Steps.FileNames.IsOfItsType("a.pdf", "%PDF-1.7"u8).ShouldBeTrue();
        Web.Actions.Steps.FileNames.IsOfItsType("a.pdf", "MZ"u8).ShouldBeFalse();
        Web.Actions.Steps.FileNames.IsOfItsType("a.exe", "MZ"u8).ShouldBeFalse();
        Web.Actions.Steps.FileNames.IsOfItsType("a.csv", "a,b\n"u8).ShouldBeTrue();
        Web.Actions.Steps.FileNames.IsOfItsType("a.csv", [0, 1, 2]).ShouldBeFalse();
    }

    private static List<Method> MethodsOfTheHouse()
    {
        var root = Root(AppContext.BaseDirectory);
        var files = Directory.EnumerateFiles(Path.Combine(root,
            "methodologies"), "*.yaml", SearchOption.AllDirectories);
        return [.. MethodLibrary.Read(files.Select(file => (file, File.ReadAllText(file)))).Methods];
    }

    private static string Root(string from) => File.Exists(Path.Combine(from, "Tanheng.slnx"))
        ? from
        : Root(Path.GetDirectoryName(from) ?? throw new InvalidOperationException("Not inside the repository."));

    private static CommandEntry Entry(string name) => Catalogue.Scheme.CommandNamed(name)!;

    private static FormValues Transfer() => CommandForm.Write(new TransferUnits(
        new HolderId(1),
        new AccountId(9),
        new AccountId(10),
        "CEA",
        new CompliancePeriod(2022),
        new Tonnes(1000)));

    private static string Json(Command command) =>
        JsonSerializer.Serialize(command, command.GetType(), SchemeJson.Options);
}
