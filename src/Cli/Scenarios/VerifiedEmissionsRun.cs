using System.Globalization;
using Tanheng.Engine.Sequencing;
using Tanheng.Quantities;
using Tanheng.Rulebook;
using Tanheng.Scheme;
using Tanheng.Scheme.Allocation;
using Tanheng.Scheme.Compliance;
using Tanheng.Scheme.Mrv;
using Tanheng.Scheme.Registry;

namespace Tanheng.Cli.Scenarios;

/// <summary>
/// Real installations through real years: everyone is allocated its verified emissions, an installation whose id is
/// divisible by 100 nine tenths of them; everyone surrenders what it has; what is missing at the deadline is fined.
/// Years follow one another; a year's commands are sent in bulk.
/// </summary>
public sealed class VerifiedEmissionsRun(RuleShelf shelf, VerifiedEmissions figures)
{
    /// <summary>The scenario's and the market's name.</summary>
    public const string Name = "eu-2013-2018";

    private static readonly UserId Authority = new("authority");
    private readonly Dictionary<long, HolderId> holders = [];
    private long done;

    /// <summary>The file that travels with the program.</summary>
    public static string Shipped(RuleShelf shelf) =>
        shelf.PathOf("scenarios", Name, "verified-emissions-2013-2018.csv.gz");

    /// <summary>Plays all years; playing the same file again changes nothing.</summary>
    /// <returns>How many commands were accepted.</returns>
    /// <exception cref="ScenarioException">A command was refused.</exception>
    public async Task<long> RunAsync(Sequencer sequencer, IProgress<double>? progress, CancellationToken cancel)
    {
        var years = figures.Figures.GroupBy(figure => figure.Year).OrderBy(year => year.Key).ToList();
        var installations = figures.Figures.Select(figure => figure.Installation).Distinct().Order().ToList();
        var all = installations.Count + (2.0 * figures.Figures.Count);
        var telling = new Telling(progress, all);
        var founding = Founding(years.Select(year => year.Key).ToHashSet());
        var opening = new DateTimeOffset(years[0].Key, 1, 2, 9, 0, 0, TimeSpan.Zero);
        await Send(sequencer, [(founding, "found")], opening, telling, cancel);
        for (var i = 0; i < installations.Count; i++)
        {
            holders[installations[i]] = new HolderId(i + 1);
        }

        await Send(sequencer, installations.Select(Admission), opening, telling, cancel);
        foreach (var year in years)
        {
            await Play(sequencer, year.Key, [.. year.OrderBy(figure => figure.Installation)], telling, cancel);
        }

        return done;
    }

    private async Task Play(
        Sequencer sequencer, int year, List<VerifiedFigure> rows, Telling telling, CancellationToken cancel)
    {
        var period = new CompliancePeriod(year);
        var key = year.ToString(CultureInfo.InvariantCulture);
        DateTimeOffset At(int month, int day) => new(year + (month < 6 ? 1 : 0), month, day, 12, 0, 0, TimeSpan.Zero);
        var listed = rows.Select(row => holders[row.Installation]).ToList();
        var listing = new ListCoverage(year, listed, [], "Verified emissions are published for the year");
        await Send(sequencer, [(listing, "list/" + key)], At(11, 30), telling, cancel);
        var table = rows.Select(row => new StatedAllocation(holders[row.Installation], Allocation(row))).ToList();
        var allocating = new AllocateStated(
            period, table, "Verified emissions, nine tenths where the id ends in 00");
        await Send(sequencer, [(allocating, "allocate/" + key)], At(12, 15), telling, cancel);
        var recording = rows.Select(row => ((Command)Recording(row), $"verified/{row.Installation}/{key}"));
        await Send(sequencer, recording, At(3, 20), telling, cancel);
        var surrendering = rows.Where(row => Allocation(row) > Tonnes.Zero).Select(row =>
            ((Command)new Surrender(holders[row.Installation], period), $"surrender/{row.Installation}/{key}"));
        await Send(sequencer, surrendering, At(4, 20), telling, cancel);
        var deadline = await sequencer.AdvanceClockAsync(At(5, 2));
        if (deadline.IsRefused(out var refusal))
        {
            throw new ScenarioException(Name, 0, refusal.ToString());
        }

        var missing = (await sequencer.QueryAsync(state => state.Compliance.Obligations.Values.Any(one =>
            one.Period == period && one.Status == ObligationStatus.Short))).Value;
        if (missing)
        {
            await Send(sequencer, [(new DecideAllCases(period), "fine/" + key)], At(5, 15), telling, cancel);
        }
    }

    private static Tonnes Allocation(VerifiedFigure row) => row.Installation % 100 == 0
        ? new Tonnes(Round.MultiplyDivide(row.Tonnes.Value, 9, 10, Rounding.Floor))
        : row.Tonnes;

    private static (Command Command, string Key) Admission(long installation)
    {
        var code = installation.ToString(CultureInfo.InvariantCulture);
        var name = new Text("装置 " + code, "Installation " + code);
        return (new AdmitHolder(code, name, "EU", "installation", [], []), "admit/" + code);
    }

    private RecordVerifiedEmissions Recording(VerifiedFigure row) => new(
        holders[row.Installation], row.Year, row.Tonnes, "European Union Transaction Log");

    private FoundScheme Founding(IReadOnlySet<int> years)
    {
        var founding = shelf.Founding(Name, "eu.yaml", Authority);
        var text = YearlyRules.Extend(founding.Rulebook.Text, years);
        return founding with { Rulebook = founding.Rulebook with { Text = text } };
    }

    private async Task Send(
        Sequencer sequencer,
        IEnumerable<(Command Command, string Key)> commands,
        DateTimeOffset at,
        Telling telling,
        CancellationToken cancel)
    {
        var submissions = commands.Select(one =>
            new Submission(one.Command, CommandId.From($"{Name}/{one.Key}"), Authority, at));
        var result = await sequencer.SubmitManyAsync(submissions, telling.Observe, cancel);
        if (result.FirstRefusal is { } first)
        {
            var command = Catalogue.Scheme.Of(first.Submission.Command).Name;
            throw new ScenarioException(Name, 0, $"{command}: {first.Refusal}");
        }

        done += result.Accepted;
    }

    private sealed class Telling(IProgress<double>? progress, double all)
    {
        private long seen;

        public bool Observe(Submission submission, Outcome<Reply> outcome)
        {
            if (++seen % 1000 == 0)
            {
                progress?.Report(Math.Min(1, seen / all));
            }

            return outcome.Refusal is null;
        }
    }
}
