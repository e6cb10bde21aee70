using System.Globalization;
using System.Text.Json.Nodes;
using Tanheng.Quantities;
using Tanheng.Scheme;
using Tanheng.Web.Api.Commands;
using Tanheng.Web.Api.Files;
using Tanheng.Web.Api.Lists;
using Tanheng.Web.Api.Queries;

namespace Tanheng.Web.Api.Description;

/// <summary>One operation in the document.</summary>
internal static class OperationEntry
{
    public static JsonObject Of(Operation operation, SchemaBook book)
    {
        var entry = new JsonObject
        {
            ["operationId"] = operation.Id,
            ["tags"] = new JsonArray(operation.Tag),
            ["summary"] = OpenApiDocument.Both(operation.Title),
            ["description"] = Describe(operation),
        };
        if (operation.Audience == Audience.Everyone)
        {
            var either = OpenApiDocument.Security();
            either.Insert(0, new JsonObject());
            entry["security"] = either;
        }

        var parameters = new JsonArray([.. operation.Parameters.Select(Parameter)]);
        if (operation is { Command: not null, Changes: true })
        {
            parameters.Add(new JsonObject { ["$ref"] = "#/components/parameters/idempotencyKey" });
        }

        if (parameters.Count > 0)
        {
            entry["parameters"] = parameters;
        }

        if (Body(operation, book) is { } body)
        {
            entry["requestBody"] = body;
        }

        entry["responses"] = Responses(operation, book);
        if (operation.Command is { } command)
        {
            entry["x-permission"] = Permission(command.Permission);
        }

        return entry;
    }

    private static string Describe(Operation operation)
    {
        var parts = new List<string>();
        if (operation.Command is { } command)
        {
            var sentence = CommandTitles.SentenceOf(command.Name);
            parts.AddRange(new[]
            {
                sentence is null ? null : OpenApiDocument.Both(sentence),
                DocComments.Of(command.Type),
                DocComments.OfDecision(command),
            }.OfType<string>());
        }

        if (operation.Note is { } note)
        {
            parts.Add(OpenApiDocument.Both(note));
        }

        parts.Add(OpenApiDocument.Both(Permissions.AudienceWords.Of(operation)));
        parts.Add("`scope: " + Api.Parameter.Word(operation.Scope) + "`");
        return string.Join("\n\n", parts);
    }

    private static JsonObject Parameter(Parameter parameter)
    {
        var entry = new JsonObject
        {
            ["name"] = parameter.Name,
            ["in"] = parameter.InPath ? "path" : "query",
            ["required"] = parameter.InPath || parameter.Required,
            ["description"] = OpenApiDocument.Both(parameter.Title),
            ["schema"] = Schema(parameter),
        };
        return entry;
    }

    private static JsonObject Schema(Parameter parameter) => parameter.Kind switch
    {
        ParameterKind.Id when parameter.Name == "limit" => new()
        {
            ["type"] = "integer",
            ["minimum"] = 1,
            ["maximum"] = PageRequest.MaxLimit,
            ["default"] = PageRequest.UsualLimit,
        },
        ParameterKind.Id => new() { ["type"] = "integer", ["format"] = "int64", ["minimum"] = 1 },
        ParameterKind.Year => new() { ["type"] = "integer", ["minimum"] = 1990, ["maximum"] = 2199 },
        ParameterKind.Period => new() { ["type"] = "string", ["pattern"] = @"^\d{4}(-\d{4})?$" },
        ParameterKind.Moment => new() { ["type"] = "string", ["format"] = "date-time" },
        ParameterKind.Digest => new() { ["type"] = "string", ["pattern"] = "^[0-9a-fA-F]{64}$" },
        ParameterKind.Flag => new() { ["type"] = "boolean" },
        ParameterKind.Choice => new()
        {
            ["type"] = "string",
            ["enum"] = new JsonArray([.. parameter.Choices!.Select(choice => (JsonNode)choice)]),
        },
        _ => new() { ["type"] = "string", ["minLength"] = 1, ["maxLength"] = Api.Parameter.MaxLength },
    };

    private static JsonObject? Body(Operation operation, SchemaBook book)
    {
        if (operation.Body is { } type)
        {
            var content = new JsonObject { ["schema"] = book.Of(type, closed: true) };
            if (ExampleShelf.Body(operation) is { } example)
            {
                content["examples"] = new JsonObject { ["example"] = new JsonObject { ["value"] = example } };
            }

            return new JsonObject
            {
                ["required"] = true,
                ["content"] = new JsonObject { ["application/json"] = content },
            };
        }

        return operation.Id == "upload-attachment"
            ? new JsonObject
            {
                ["required"] = true,
                ["content"] = new JsonObject(FileKind.All.Select(kind =>
                    KeyValuePair.Create(kind.Type, (JsonNode?)new JsonObject()))),
            }
            : null;
    }

    private static JsonObject Responses(Operation operation, SchemaBook book)
    {
        var responses = new JsonObject();
        var success = Success(operation, book);
        responses.Add(operation.Success.ToString(CultureInfo.InvariantCulture), success);
        if (operation is { Command: not null, Changes: true })
        {
            var proposed = (JsonObject)success.DeepClone();
            proposed["description"] = OpenApiDocument.Both(new Text(
                "须第二人批准：已成为提案，尚未生效。", "Needs a second person: it waits as a proposal."));
            responses.Add("202", proposed);
        }

        if (operation.Id == "upload-attachment")
        {
            var known = (JsonObject)success.DeepClone();
            known["description"] = OpenApiDocument.Both(new Text("内容已在库中。", "The content was there already."));
            responses.Add("200", known);
        }

        if (operation.Versioned)
        {
            responses.Add("304", new JsonObject
            {
                ["description"] = OpenApiDocument.Both(new Text("自上次以来没有变化。", "Nothing has changed.")),
            });
        }

        foreach (var status in Problems.Of(operation))
        {
            responses.Add(
                status.ToString(CultureInfo.InvariantCulture),
                new JsonObject { ["$ref"] = "#/components/responses/" + Problems.NameOf(status) });
        }

        return responses;
    }

    private static JsonObject Success(Operation operation, SchemaBook book)
    {
        var response = new JsonObject
        {
            ["description"] = OpenApiDocument.Both(operation.Title),
            ["headers"] = Headers(operation),
        };
        if (operation.Answer is not { } type)
        {
            response["content"] = operation.Id == "download-attachment"
                ? new JsonObject(FileKind.All.Select(kind =>
                    KeyValuePair.Create(kind.Type, (JsonNode?)new JsonObject())))
                : new JsonObject { ["application/json"] = new JsonObject() };
            return response;
        }

        var json = new JsonObject
        {
            ["schema"] = operation.IsList ? book.Of(typeof(Page<>).MakeGenericType(type)) : book.Of(type),
        };
        if (ExampleShelf.Answer(operation) is { } example)
        {
            json["examples"] = new JsonObject { ["example"] = new JsonObject { ["value"] = example } };
        }

        var content = new JsonObject { ["application/json"] = json };
        if (operation.IsList)
        {
            content[Csv.ContentType] = new JsonObject
            {
                ["schema"] = new JsonObject { ["type"] = "string" },
                ["example"] = Csv.HeaderOf(type),
            };
        }

        response["content"] = content;
        return response;
    }

    private static JsonObject Headers(Operation operation)
    {
        var headers = new JsonObject();
        void Add(string name, string zh, string en, string type = "string") => headers.Add(name, new JsonObject
        {
            ["description"] = OpenApiDocument.Both(new Text(zh, en)),
            ["schema"] = new JsonObject { ["type"] = type },
        });
        if (operation is { Command: not null, Changes: true })
        {
            Add("Location", "日志行或提案的地址", "The address of the row or of the proposal");
            Add(CommandOperations.ReplayHeader, "为 true 时是首次答复的重现", "true when this is the first answer again");
        }
        else if (operation.Versioned)
        {
            Add("ETag", "供 If-None-Match 使用", "For If-None-Match");
            Add(StateVersion.SequenceHeader, "答复所见的最后一行日志", "The last row that the answer saw", "integer");
            if (operation.IsList)
            {
                Add("Link", "下一页的地址，rel=\"next\"", "The next page, rel=\"next\"");
            }
        }

        return headers;
    }

    private static JsonObject Permission(Permission permission) => new()
    {
        ["roles"] = new JsonArray([.. permission.Roles.Select(role => (JsonNode)Api.Parameter.Word(role))]),
        ["representatives"] = permission.Holder != Rights.None || permission.OpenToAll,
        ["onRequest"] = permission.OnRequest,
        ["decidedByTheCommand"] = permission.IsAnyone,
    };
}
