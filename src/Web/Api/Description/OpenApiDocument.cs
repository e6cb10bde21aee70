using System.Text.Json;
using System.Text.Json.Nodes;
using Tanheng.Quantities;
using Tanheng.Scheme;
using Tanheng.Web.Api.Commands;
using Tanheng.Web.Api.Lists;

namespace Tanheng.Web.Api.Description;

/// <summary>
/// The OpenAPI 3.1 document of the API, made from the operations, the catalogue of commands and the records they are
/// made of. What it says, the program does: both come from the same place.
/// </summary>
public static class OpenApiDocument
{
    private static readonly (string Name, Text Text)[] Chapters =
    [
        ("me", new("本人", "The caller")),
        ("scheme", new("市场、规则与日历", "Market, rules and calendar")),
        ("methods", new("方法学", "Methods")),
        ("registry", new("主体、账户与持仓", "Holders, accounts and holdings")),
        ("emissions", new("排放报告与核查", "Emission reports and verification")),
        ("allocation", new("配额分配", "Allocation")),
        ("compliance", new("清缴与履约", "Surrender and compliance")),
        ("market", new("行情", "Quotes")),
        ("trading", new("交易与资金", "Trading and money")),
        ("settlement", new("结算", "Settlement")),
        ("supervision", new("停牌与交易监控", "Halts and surveillance")),
        ("auctions", new("拍卖与竞价", "Auctions")),
        ("approval", new("提案与复核", "Proposals")),
        ("journal", new("日志", "Journal")),
        ("disclosure", new("信息公开", "Disclosure")),
        ("attachments", new("附件", "Attachments")),
        ("meta", new("接口说明", "About the API")),
        ("commands", new("命令：办理业务", "Commands: what changes the market")),
        ("previews", new("试办：只算不办", "Previews: what a command would bring about")),
    ];

    /// <summary>The document of a market, or of a demonstration, which has a little more.</summary>
    public static JsonObject Build(bool demo)
    {
        var operations = Operations.All.Where(operation => !operation.Hidden && (demo || !operation.DemoOnly)).ToList();
        var book = new SchemaBook();
        foreach (var operation in operations.Where(operation => operation.Body is not null))
        {
            book.Of(operation.Body!, closed: true);
        }

        var paths = new JsonObject();
        foreach (var group in operations.GroupBy(operation => operation.Path))
        {
            var path = new JsonObject();
            foreach (var operation in group)
            {
                path.Add(operation.Method.ToLowerInvariant(), OperationEntry.Of(operation, book));
            }

            paths.Add(group.Key, path);
        }

        book.Of(typeof(Problem));
        AddEvents(book);
        return new JsonObject
        {
            ["openapi"] = "3.1.1",
            ["info"] = Info(),
            ["servers"] = new JsonArray(new JsonObject { ["url"] = ApiHosting.Root }),
            ["security"] = Security(),
            ["tags"] = new JsonArray([.. Chapters.Select(chapter => new JsonObject
            {
                ["name"] = chapter.Name,
                ["description"] = Both(chapter.Text),
            })]),
            ["paths"] = paths,
            ["components"] = new JsonObject
            {
                ["schemas"] = new JsonObject(book.Schemas.Select(pair =>
                    KeyValuePair.Create(pair.Key, (JsonNode?)pair.Value))),
                ["responses"] = Problems.Responses(),
                ["parameters"] = Shared(),
                ["securitySchemes"] = SecuritySchemes(),
            },
        };
    }

    /// <summary>A text in both languages, as the command line writes it too.</summary>
    internal static string Both(Text text) => text.Zh == text.En ? text.En : text.Zh + " | " + text.En;

    internal static JsonArray Security() => new(
        new JsonObject { ["apiKey"] = new JsonArray() }, new JsonObject { ["session"] = new JsonArray() });

    private static JsonObject Info() => new()
    {
        ["title"] = "Tanheng 碳衡",
        ["version"] = "1",
        ["description"] = Both(new Text(
            "碳排放权交易体系的程序接口。数量为整数吨 CO2e，金额为最小货币单位的整数，时间为 UTC（RFC 3339）。"
            + "列表分页：送回 next；Accept: text/csv 可得 CSV。每个命令须带 Idempotency-Key，重发同一键只办理一次。"
            + "拒绝以 RFC 9457 问题文档作答，附中英文与固定编号。",
            "The interface of an emissions trading system for programs. Quantities are whole tonnes of CO2e, "
                + "amounts whole "
            + "minor units of their currency, times UTC (RFC 3339). Lists come in pages: send back what is in "
            + "next; with "
            + "Accept: text/csv they are CSV. Every command carries an Idempotency-Key: repeated, it happens once. "
            + "Refusals are RFC 9457 problems in both languages, with numbers that never change.")),
        ["license"] = new JsonObject { ["name"] = "Apache-2.0", ["identifier"] = "Apache-2.0" },
    };

    private static JsonObject SecuritySchemes() => new()
    {
        ["apiKey"] = new JsonObject
        {
            ["type"] = "http",
            ["scheme"] = "bearer",
            ["bearerFormat"] = "th_…",
            ["description"] = Both(new Text(
                "API 密钥，权限范围为 read、submit、approve 中的若干项。",
                "An API key, made for some of the scopes read, submit and approve.")),
        },
        ["session"] = new JsonObject
        {
            ["type"] = "apiKey",
            ["in"] = "cookie",
            ["name"] = ".AspNetCore.Cookies",
            ["description"] = Both(new Text(
                "浏览器会话。改变数据的请求另须带请求头 RequestVerificationToken，其值由 GET /me 给出。",
                "A browser session. Requests that change something also carry the header RequestVerificationToken with "
                + "the value that GET /me gives.")),
        },
    };

    private static JsonObject Shared() => new()
    {
        ["idempotencyKey"] = new JsonObject
        {
            ["name"] = CommandOperations.KeyHeader,
            ["in"] = "header",
            ["required"] = true,
            ["description"] = Both(new Text(
                "发送方给该命令的标识，建议 UUID。同键同内容得到首次答复，不会重复办理；同键不同内容被拒绝（9001）。",
                "The sender's identity of the command, best a UUID. The same key with the same content gives the first "
                + "answer and happens once; with other content it is refused (9001).")),
            ["schema"] = new JsonObject
            {
                ["type"] = "string",
                ["minLength"] = 1,
                ["maxLength"] = CommandOperations.MaxKey,
                ["pattern"] = "^[ -~]+$",
            },
            ["example"] = "5f0c3f4e-6d4b-4d52-9a55-0d6e5c1b7a10",
        },
    };

    /// <summary>Events as they stand in the journal: <c>[{"event":"…","data":{…}}]</c>.</summary>
    private static void AddEvents(SchemaBook book)
    {
        var choices = new JsonArray();
        foreach (var entry in Catalogue.Scheme.Events.OrderBy(entry => entry.Name, StringComparer.Ordinal))
        {
            choices.Add(new JsonObject
            {
                ["type"] = "object",
                ["properties"] = new JsonObject
                {
                    ["event"] = new JsonObject { ["const"] = entry.Name },
                    ["data"] = book.Of(entry.Type),
                },
                ["required"] = new JsonArray("event", "data"),
            });
        }

        foreach (var entry in Catalogue.Scheme.RetiredEvents.OrderBy(entry => entry.Name, StringComparer.Ordinal))
        {
            choices.Add(new JsonObject
            {
                ["type"] = "object",
                ["properties"] = new JsonObject
                {
                    ["event"] = new JsonObject { ["const"] = entry.Name },
                    ["data"] = new JsonObject { ["type"] = "object" },
                },
                ["required"] = new JsonArray("event", "data"),
                ["deprecated"] = true,
            });
        }

        book.Add("Events", new JsonObject
        {
            ["description"] = "What a command brought about, in order, byte for byte as in the journal.",
            ["type"] = "array",
            ["items"] = new JsonObject { ["oneOf"] = choices },
        });
    }
}
