using System.Text.Json;
using System.Text.Json.Nodes;

namespace Tanheng.Web.Tests;

/// <summary>
/// A program that knows the API by its document alone: it finds an operation by its id, builds the address from what
/// the
/// document says, holds what it sends to the schema of the body, and holds every answer, refusals included, to the
/// schema that the document promises for its status.
/// </summary>
internal sealed class ApiDocumentClient(ApiServer server, JsonElement document)
{
    private readonly JsonSchemaCheck check = new(document);
    private readonly string root = document.GetProperty("servers")[0].GetProperty("url").GetString()!;
    private int keys;

    /// <summary>Calls an operation.</summary>
    /// <param name="user">Who calls.</param>
    /// <param name="id">The operation's id.</param>
    /// <param name="status">The status that is expected.</param>
    /// <param name="given">Parameters by name; what the document does not know fails.</param>
    /// <param name="body">The body.</param>
    public async Task<JsonElement> Call(
        string user, string id, int status, (string Name, object Value)[]? given = null, JsonNode? body = null)
    {
        var (method, path, entry) = Find(id);
        using var client = server.As(user);
        var headers = new List<(string, string)>();
        var address = Address(path, entry, given ?? [], headers);
        if (body is not null)
        {
            var schema = entry.GetProperty("requestBody").GetProperty("content").GetProperty("application/json");
            check.Check(JsonElement.Parse(body.ToJsonString()), schema.GetProperty("schema")).ShouldBeEmpty(id);
        }

        var reply = method == "get"
            ? await client.Get(address, [.. headers])
            : await client.Post(address, body?.ToJsonString(), [.. headers]);
        reply.Status.ShouldBe(status, $"{id}: {reply.Text}");
        check.Check(reply.Json, Promised(entry, reply)).ShouldBeEmpty($"{id}: {reply.Text}");
        return reply.Json;
    }

    private (string Method, string Path, JsonElement Entry) Find(string id)
    {
        foreach (var path in document.GetProperty("paths").EnumerateObject())
        {
            foreach (var operation in path.Value.EnumerateObject())
            {
                if (operation.Value.GetProperty("operationId").GetString() == id)
                {
                    return (operation.Name, path.Name, operation.Value);
                }
            }
        }

        throw new InvalidOperationException($"The document has no operation {id}.");
    }

    private string Address(
        string path, JsonElement entry, (string Name, object Value)[] given, List<(string, string)> headers)
    {
        root.ShouldBe("/api/v1");
        var left = given.ToDictionary(one => one.Name, one => one.Value.ToString()!);
        var query = new List<string>();
        var parameters = entry.TryGetProperty("parameters", out var all) ? all.EnumerateArray().ToList() : [];
        foreach (var declared in parameters)
        {
            var parameter = declared.TryGetProperty("$ref", out var shared)
                ? check.Follow(shared.GetString()!)!.Value
                : declared;
            var name = parameter.GetProperty("name").GetString()!;
            if (parameter.GetProperty("in").GetString() == "header")
            {
                headers.Add((name, $"client-{++keys}"));
            }
            else if (left.Remove(name, out var value))
            {
                if (parameter.GetProperty("in").GetString() == "path")
                {
                    path = path.Replace("{" + name + "}", Uri.EscapeDataString(value), StringComparison.Ordinal);
                }
                else
                {
                    query.Add($"{name}={Uri.EscapeDataString(value)}");
                }
            }
            else
            {
                parameter.GetProperty("required").GetBoolean().ShouldBeFalse($"{path} needs {name}");
            }
        }

        left.Keys.ShouldBeEmpty(path);
        return query.Count == 0 ? path : path + "?" + string.Join('&', query);
    }

    /// <summary>The schema of the answer that came.</summary>
    private JsonElement Promised(JsonElement entry, ApiReply reply)
    {
        var response = entry.GetProperty("responses").GetProperty(reply.Status.ToString());
        response = response.TryGetProperty("$ref", out var shared)
            ? check.Follow(shared.GetString()!)!.Value
            : response;
        return response.GetProperty("content").GetProperty(reply.Type!).GetProperty("schema");
    }
}
