using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Tanheng.Engine.Journal;
using Tanheng.Ledger;
using Tanheng.Quantities;
using Tanheng.Scheme;
using Tanheng.Scheme.Compliance;
using Tanheng.Scheme.Registry;

namespace Tanheng.Web.Api.Description;

/// <summary>The problems in the document: each status once, with an example that the program could give.</summary>
internal static class Problems
{
    private static readonly (int Status, Refusal Example)[] All =
    [
        (400, ApiRefusals.BadBody.With(
            ("line", 3),
            ("field", "lines[0].facility"),
            ("problem", "the value is of another kind"),
            ("problem_zh", "值的类型不符"))),
        (401, ApiRefusals.NotSignedIn.With()),
        (403, SchemeRefusals.NotPermitted.With(("actor", "auditor-1"), ("command", "surrender"))),
        (404, RegistryRefusals.UnknownHolder.With(("holder", "H99"))),
        (406, ApiRefusals.NotAcceptable.With(("offered", "application/json, text/csv"))),
        (409, LedgerRefusals.NotEnough.With(
            ("account", "A8"), ("compartment", "Free"), ("asset", "CEA-2022"), ("needed", 120), ("available", 100))),
        (413, ApiRefusals.BodyTooLarge.With(("limit", 4194304))),
        (415, ApiRefusals.WrongContentType.With(("type", "text/plain"), ("allowed", "application/json"))),
        (422, ComplianceRefusals.NoReason.With()),
        (503, JournalRefusals.UnknownOutcome.With()),
    ];

    /// <summary>What a status is called in the document.</summary>
    public static string NameOf(int status) => "Problem" + status.ToString(CultureInfo.InvariantCulture);

    /// <summary>The statuses that an operation can refuse with.</summary>
    public static IEnumerable<int> Of(Operation operation)
    {
        var hasBody = operation.Method == "POST" && (operation.Body is not null || operation.Id == "upload-attachment");
        return All.Select(one => one.Status).Where(status => status switch
        {
            400 => hasBody || operation.Parameters.Any(parameter => !parameter.InPath),
            404 => operation.Command is not null || operation.Parameters.Any(parameter => parameter.InPath)
                || operation.Path.StartsWith("/disclosure/", StringComparison.Ordinal),
            406 => operation.Versioned || operation.Id == "evaluate-method",
            409 or 422 => hasBody,
            413 or 415 => hasBody,
            _ => true,
        });
    }

    /// <summary>The responses by their names.</summary>
    public static JsonObject Responses()
    {
        var responses = new JsonObject();
        foreach (var (status, example) in All)
        {
            var headers = new JsonObject();
            if (status == 503)
            {
                headers["Retry-After"] = Header("seconds to wait", "integer");
            }
            else if (status == 401)
            {
                headers["WWW-Authenticate"] = Header("how to sign in", "string");
            }

            var value = JsonSerializer.SerializeToNode(
                Problem.Of(example, "zh", ApiHosting.Root + "/commands/surrender"), ApiJson.Options);
            responses.Add(NameOf(status), new JsonObject
            {
                ["description"] = OpenApiDocument.Both(Status.Title(status)),
                ["headers"] = headers,
                ["content"] = new JsonObject
                {
                    [Problem.ContentType] = new JsonObject
                    {
                        ["schema"] = SchemaBook.Reference(nameof(Problem)),
                        ["examples"] = new JsonObject { ["example"] = new JsonObject { ["value"] = value } },
                    },
                },
            });
        }

        return responses;
    }

    private static JsonObject Header(string text, string type) => new()
    {
        ["description"] = text,
        ["schema"] = new JsonObject { ["type"] = type },
    };
}
