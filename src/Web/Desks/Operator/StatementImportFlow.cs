using Tanheng.Engine.Banking;
using Tanheng.Quantities;
using Tanheng.Scheme;
using Tanheng.Scheme.Settlement;
using Tanheng.Web.Actions;
using Tanheng.Web.Actions.Speech;
using Tanheng.Web.Portal;

namespace Tanheng.Web.Desks.Operator;

/// <summary>What a bank's file would bring about.</summary>
/// <param name="Name">The file's name.</param>
public sealed record ImportVisit(string Name)
{
    /// <summary>Where a visit stands while its page is drawn.</summary>
    public const string Key = "tanheng:import";

    /// <summary>Why it cannot be taken; null when it can.</summary>
    public Refusal? Refusal { get; init; }

    /// <summary>What is missing, in words; null when nothing is.</summary>
    public Text? Note { get; init; }

    /// <summary>Its statements as they would be taken.</summary>
    public IReadOnlyList<StatementImported> Statements { get; init; } = [];

    /// <summary>What each new line would become.</summary>
    public IReadOnlyList<LineRow> Lines { get; init; } = [];

    /// <summary>Under which key the file is held.</summary>
    public string Held { get; init; } = "";

    /// <summary>The id under which it will be sent: the same id twice happens once.</summary>
    public string Id { get; init; } = "";

    /// <summary>True when it can be confirmed.</summary>
    public bool Ready => Held.Length > 0 && Refusal is null;
}

/// <summary>The way of a bank's file: read, shown, confirmed.</summary>
internal sealed class StatementImportFlow(Market market, ActionDesk desk, HeldFiles held)
{
    /// <summary>Reads a file and shows what it would bring about; nothing is booked.</summary>
    public async Task<ImportVisit> PreviewAsync(UserId user, string name, byte[] content)
    {
        var visit = new ImportVisit(name);
        if (!BankFile.Read(content).Try(out var statements, out var refusal))
        {
            return visit with { Refusal = refusal };
        }

        var outcome = await desk.PreviewAsync(user, new ImportStatements(name, statements));
        if (!outcome.Try(out var result, out refusal))
        {
            return visit with { Refusal = refusal };
        }

        var imported = result.Events.OfType<StatementImported>().ToList();
        return visit with
        {
            Statements = imported,
            Lines = await market.Read(state =>
            {
                var naming = new Naming(state);
                IReadOnlyList<LineRow> rows = [.. imported.SelectMany(one => one.Lines).Select(one =>
                    new LineRow(one.Line, one.Line.Holder is { } holder ? naming.Holder(holder) : null))];
                return rows;
            }),
            Held = held.Keep(user, name, content),
            Id = Actions.Steps.ActionFlow.NewId(),
        };
    }

    /// <summary>Takes a held file; the visit says why it cannot be taken.</summary>
    public async Task<(ActionResult? Result, ImportVisit Visit)> ConfirmAsync(UserId user, HeldFile file, string id)
    {
        var visit = new ImportVisit(file.Name);
        if (!BankFile.Read(file.Content).Try(out var statements, out var refusal))
        {
            return (null, visit with { Refusal = refusal });
        }

        var command = new ImportStatements(file.Name, statements);
        var outcome = await desk.SubmitAsync(user, command, CommandId.From($"portal\n{user}\n{id}"));
        return outcome.Try(out var result, out refusal)
            ? (result, visit)
            : (null, visit with { Refusal = refusal });
    }
}
