using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Tanheng.Quantities;
using Tanheng.Scheme;
using Tanheng.Scheme.Approval;
using Tanheng.Web.Actions;
using Tanheng.Web.Actions.Speech;
using Tanheng.Web.People;

namespace Tanheng.Web.Api.Commands;

/// <summary>
/// One operation to send and one to try each command of the catalogue that a person may send. A command's identity is
/// its sender and its <c>Idempotency-Key</c> together: nobody can ask for another's answer by guessing a key.
/// Refusals in order, after those of <see cref="ApiGate"/>: idempotency key; wrong content type; too large; bad body;
/// then the scheme's own.
/// </summary>
internal static class CommandOperations
{
    /// <summary>The header with the sender's identity of a command.</summary>
    public const string KeyHeader = "Idempotency-Key";

    /// <summary>Tells that the command had come before and this is the first answer again.</summary>
    public const string ReplayHeader = "Idempotent-Replay";

    /// <summary>Longest key.</summary>
    public const int MaxKey = 100;

    private static readonly HashSet<string> OfTheSystem = ["advance-clock", "found-scheme"];
    private static readonly HashSet<string> OfApprovers = ["approve-proposal", "reject-proposal"];

    /// <summary>The commands that people send.</summary>
    public static IEnumerable<CommandEntry> Sendable =>
        Catalogue.Scheme.Commands.Where(entry => !OfTheSystem.Contains(entry.Name));

    /// <summary>All of them, and what tells that a name is no command.</summary>
    public static IEnumerable<Operation> All =>
        Sendable.OrderBy(entry => entry.Name, StringComparer.Ordinal).SelectMany(Of).Concat(Unknown());

    /// <summary>What a key must have been made for to send a command.</summary>
    public static Scope ScopeOf(string command) => OfApprovers.Contains(command) ? Scope.Approve : Scope.Submit;

    private static IEnumerable<Operation> Of(CommandEntry entry)
    {
        var send = new Operation
        {
            Id = entry.Name,
            Method = "POST",
            Path = "/commands/" + entry.Name,
            Tag = "commands",
            Title = CommandTitles.Of(entry.Name),
            Audience = Audience.Senders,
            Scope = ScopeOf(entry.Name),
            Command = entry,
            Body = entry.Type,
            Answer = typeof(CommandAnswer),
            Changes = true,
            Success = StatusCodes.Status201Created,
            Handle = call => SendAsync(call, entry),
        };
        yield return send;
        yield return send with
        {
            Id = "preview-" + entry.Name,
            Path = send.Path + "/preview",
            Tag = "previews",
            Title = new Text("试办：" + send.Title.Zh, "Try: " + send.Title.En),
            Answer = typeof(PreviewAnswer),
            Changes = false,
            Success = StatusCodes.Status200OK,
            Handle = call => TryAsync(call, entry),
        };
    }

    /// <summary>Names that are no command get a refusal that says so.</summary>
    private static IEnumerable<Operation> Unknown()
    {
        foreach (var path in new[] { "/commands/{name}", "/commands/{name}/preview" })
        {
            yield return new Operation
            {
                Id = "unknown" + path.Replace('/', '-'),
                Method = "POST",
                Path = path,
                Tag = "commands",
                Title = new Text("没有这个命令", "No such command"),
                Audience = Audience.Everyone,
                Parameters = [new Parameter("name", ParameterKind.Text, new Text("命令名", "The command"), true)],
                Hidden = true,
                Handle = call => call.Refuse(OfTheSystem.Contains(call.Text("name")!)
                    ? ApiRefusals.NotForPeople.With(("command", call.Text("name")))
                    : ApprovalRefusals.UnknownCommand.With(("command", call.Text("name")))),
            };
        }
    }

    private static async Task SendAsync(ApiCall call, CommandEntry entry)
    {
        if (KeyOf(call.Http.Request) is not { } key)
        {
            await call.Refuse(ApiRefusals.IdempotencyKey.With());
            return;
        }

        if (!(await RequestBody.ReadAsync(call.Http, entry.Type)).Try(out var body, out var refusal))
        {
            await call.Refuse(refusal);
            return;
        }

        var (command, desk) = ((Command)body, call.Http.RequestServices.GetRequiredService<ActionDesk>());
        var outcome = await MustConfirmAsync(call, desk, command)
            ? PeopleRefusals.ConfirmationNeeded.With()
            : await desk.SubmitAsync(call.User, command, IdOf(call.User, key));
        Record(call, entry, outcome);
        if (!outcome.Try(out var result, out refusal))
        {
            await call.Refuse(refusal);
            return;
        }

        var headers = call.Http.Response.Headers;
        headers.Location = result.Proposal is { } proposal
            ? string.Create(CultureInfo.InvariantCulture, $"{ApiHosting.Root}/proposals/{proposal.Value}")
            : string.Create(CultureInfo.InvariantCulture, $"{ApiHosting.Root}/journal/{result.Sequence}");
        if (result.Repeated)
        {
            headers[ReplayHeader] = "true";
        }

        await call.Answer(
            new CommandAnswer(
                entry.Name, result.Sequence, result.Time, result.Proposal, ApiJson.Events(result.Events.AsSpan())),
            result.Proposal is null ? StatusCodes.Status201Created : StatusCodes.Status202Accepted);
    }

    private static async Task TryAsync(ApiCall call, CommandEntry entry)
    {
        var desk = call.Http.RequestServices.GetRequiredService<ActionDesk>();
        if (!(await RequestBody.ReadAsync(call.Http, entry.Type)).Try(out var command, out var refusal)
            || !(await desk.PreviewAsync(call.User, (Command)command)).Try(out var result, out refusal))
        {
            await call.Refuse(refusal);
            return;
        }

        await call.Answer(new PreviewAnswer(
            entry.Name, result.Time, result.NeedsSecondPerson, ApiJson.Events(result.Events.AsSpan())));
    }

    /// <summary>
    /// A browser session moves value only while its second factor is fresh, here as on the pages; an API key stands for
    /// itself.
    /// </summary>
    private static async Task<bool> MustConfirmAsync(ApiCall call, ActionDesk desk, Command command)
    {
        if (ApiKeyHandler.Is(call.Http) || Confirmation.IsFresh(call.Http))
        {
            return false;
        }

        var name = command is Propose proposed ? proposed.Command : Catalogue.Scheme.Of(command).Name;
        return ActionWords.Of(name)?.MovesValue == true
            || ((await desk.PreviewAsync(call.User, command)).Try(out var tried, out _)
                && tried.Events.Any(happened => happened is IMovesUnits));
    }

    /// <summary>Whoever sends a command leaves a line in the trail, refused or not, as on the pages.</summary>
    private static void Record(ApiCall call, CommandEntry entry, Outcome<ActionResult> outcome) =>
        call.Http.RequestServices.GetRequiredService<AuditTrail>().Record(
            call.Http,
            entry.Name,
            outcome.Refusal is null ? outcome.Value.Sequence : null,
            outcome.Refusal is { } refusal ? "TH" + refusal.Code.Number.ToString(CultureInfo.InvariantCulture)
                : outcome.Value.Proposal is null ? AuditTrail.Done
                : AuditTrail.Proposed);

    private static string? KeyOf(HttpRequest request) =>
        request.Headers[KeyHeader] is [{ Length: > 0 and <= MaxKey } key] && key.All(
            letter => letter is >= ' ' and <= '~')
            ? key
            : null;

    private static CommandId IdOf(UserId user, string key) => CommandId.From($"api\n{user.Name}\n{key}");
}
