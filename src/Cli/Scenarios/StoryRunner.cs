using System.Text.Json;
using Tanheng.Engine.Sequencing;
using Tanheng.Quantities;
using Tanheng.Scheme;
using Tanheng.Scheme.Approval;

namespace Tanheng.Cli.Scenarios;

/// <summary>
/// Plays a story on virtual time, one command after another. Command ids come from the story, so that playing it again
/// on the same store changes nothing. A step with a second name is proposed by the first and approved by the second.
/// </summary>
public sealed class StoryRunner(Scenario scenario, string file, Tables tables, RuleShelf shelf)
{
    /// <summary>
    /// Founds the market if it is not there yet, plays every step, and lets time run to the story's end.
    /// </summary>
    /// <param name="sequencer">The market's; on virtual time.</param>
    /// <param name="progress">Is told the share that is done.</param>
    /// <param name="cancel">Stops between two steps.</param>
    /// <param name="pause">Where to stop before the end, and what to leave out; null for the whole story.</param>
    /// <returns>How many commands were accepted.</returns>
    /// <exception cref="ScenarioException">A step did not end as the story says.</exception>
    public async Task<long> RunAsync(
        Sequencer sequencer, IProgress<double>? progress, CancellationToken cancel, StoryPause? pause = null)
    {
        var founding = shelf.Founding(scenario.Name, scenario.Rulebook, new UserId(scenario.Administrator));
        var zone = shelf.Calendar(scenario.Rulebook);
        await Send(sequencer, founding, "found", scenario.Administrator, zone.Moment(scenario.Starts), 0, null);
        var reached = Check(await sequencer.QueryAsync(state => state.Time), 0);
        long accepted = 1;
        for (var i = 0; i < scenario.Steps.Count; i++)
        {
            cancel.ThrowIfCancellationRequested();
            var step = scenario.Steps[i];
            if (step.At >= pause?.Until)
            {
                break;
            }

            var moment = zone.Moment(step.At);
            var played = moment < reached;
            if (step.Refused is not null && played)
            {
                continue; // Played before; a refusal leaves nothing to recognise.
            }

            Check(await sequencer.AdvanceClockAsync(moment), step.Line);
            var commands = Check(await sequencer.QueryAsync(state => Expand(step, state, played)), step.Line);
            for (var n = 0; n < commands.Count; n++)
            {
                accepted += commands[n] is { } filled && !(step.At >= pause?.LeftFrom && filled.By[0] == pause.LeftTo)
                    ? await Play(sequencer, step, filled, $"{step.Line}/{n}", moment)
                    : 0;
            }

            progress?.Report((i + 1.0) / scenario.Steps.Count);
        }

        Check(await sequencer.AdvanceClockAsync(zone.Moment(pause?.Until ?? scenario.Ends)), 0);
        return accepted;
    }

    private async Task<int> Play(
        Sequencer sequencer, ScenarioStep step, Filled filled, string key, DateTimeOffset moment)
    {
        if (filled.By.Count == 1)
        {
            await Send(sequencer, filled.Command, key, filled.By[0], moment, step.Line, step.Refused);
            return step.Refused is null ? 1 : 0;
        }

        var propose = Propose.Of(filled.Command);
        var made = await Send(sequencer, propose, key + "/propose", filled.By[0], moment, step.Line, step.Refused);
        if (made is null)
        {
            return 0;
        }

        var proposal = made.Events.OfType<ProposalMade>().Single().Proposal;
        await Send(sequencer, new ApproveProposal(proposal), key + "/approve", filled.By[1], moment, step.Line, null);
        return 2;
    }

    private async Task<Reply?> Send(
        Sequencer sequencer, Command command, string key, string by, DateTimeOffset moment, int line, int? refused)
    {
        var id = CommandId.From($"{scenario.Name}/{key}");
        var outcome = await sequencer.SubmitAsync(new Submission(command, id, new UserId(by), moment));
        if (outcome.IsRefused(out var refusal))
        {
            return refused == refusal.Code.Number
                ? null
                : throw new ScenarioException(file, line, $"{Catalogue.Scheme.Of(command).Name}: {refusal}");
        }

        return refused is null
            ? outcome.Value
            : throw new ScenarioException(
                file, line, $"a refusal TH{refused} was expected, but the command was accepted");
    }

    private sealed record Filled(Command Command, IReadOnlyList<string> By);

    /// <summary>
    /// A step's commands; null for one that was played before and names what is gone since, such as a lifted freeze.
    /// </summary>
    private List<Filled?> Expand(ScenarioStep step, SchemeState state, bool played)
    {
        var template = new Template(tables.Of, new References(state).Find);
        if (Catalogue.Scheme.CommandNamed(step.Command) is not { } entry)
        {
            throw new ScenarioException(file, step.Line, $"there is no command '{step.Command}'");
        }

        var filled = new List<Filled?>();
        TableRow? at = null;
        try
        {
            IEnumerable<TableRow?> once = [null];
            foreach (var row in step.Each is null ? once : template.Rows(step.Each, step.Where, null))
            {
                at = row;
                filled.Add(Fill(template, step, row, entry.Type, played));
            }
        }
        catch (Exception bad) when (bad is JsonException or InvalidOperationException)
        {
            var row = at is null ? "" : $" ({step.Each} line {at.Line})";
            throw new ScenarioException(file, step.Line, $"{step.Command}{row}: {bad.Message}");
        }

        return filled;
    }

    private static Filled? Fill(Template template, ScenarioStep step, TableRow? row, Type type, bool played)
    {
        try
        {
            var command = template.Fill(step.With, row).Deserialize(type, SchemeJson.Options) as Command
                ?? throw new InvalidOperationException("'with' is empty");
            return new Filled(command, [.. step.By.Select(name => Template.Substitute(name, row))]);
        }
        catch (UnknownReferenceException) when (played)
        {
            return null;
        }
    }

    private T Check<T>(Outcome<T> outcome, int line) =>
        outcome.Try(out var value, out var refusal)
            ? value
            : throw new ScenarioException(file, line, refusal.ToString());
}
