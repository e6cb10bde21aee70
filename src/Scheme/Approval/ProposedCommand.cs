using System.Text.Json;
using Tanheng.Quantities;

namespace Tanheng.Scheme.Approval;

/// <summary>A command inside a proposal: its stable name and its JSON.</summary>
internal static class ProposedCommand
{
    /// <summary>The command as JSON, in the shape the journal keeps.</summary>
    public static JsonElement Write(Command command) =>
        JsonSerializer.SerializeToElement(command, command.GetType(), SchemeJson.Options);

    /// <summary>The command. Refusals in order: unknown command; bad command.</summary>
    public static Outcome<Command> Read(string name, JsonElement data)
    {
        if (Catalogue.Scheme.CommandNamed(name) is not { } entry)
        {
            return ApprovalRefusals.UnknownCommand.With(("command", name));
        }

        try
        {
            return data.ValueKind == JsonValueKind.Object
                && data.Deserialize(entry.Type, SchemeJson.Options) is Command command
                ? command
                : ApprovalRefusals.BadCommand.With(("command", name), ("problem", data.ValueKind));
        }
        catch (JsonException problem)
        {
            return ApprovalRefusals.BadCommand.With(("command", name), ("problem", problem.Message));
        }
    }
}
