using System.Text;
using Tanheng.Quantities;
using Tanheng.Rulebook;
using Tanheng.Scheme;
using Tanheng.Web.Api.Commands;

namespace Tanheng.Web.Api.Permissions;

/// <summary>Who may call one operation.</summary>
/// <param name="Operation">The operation.</param>
/// <param name="Call">Method and path.</param>
/// <param name="Scope">What an API key must have been made for.</param>
/// <param name="Grants">Standing by standing, in kebab-case: no, yes, own-part, on-request or by-the-case.</param>
public sealed record PermissionView(
    string Operation, string Call, string Scope, IReadOnlyDictionary<string, Grant> Grants);

/// <summary>
/// Who may do what, for every operation: made from the operations' audiences and the commands' permissions, which is
/// what the program itself obeys.
/// </summary>
public static class PermissionTable
{
    private static readonly (Standing Standing, Text Title)[] Columns =
    [
        (Standing.Public, new("公众", "public")),
        (Standing.Stranger, new("他人", "stranger")),
        (Standing.Reader, new("代表·查阅", "rep. read")),
        (Standing.Initiator, new("代表·发起", "rep. initiate")),
        (Standing.Approver, new("代表·复核", "rep. approve")),
        (Standing.Surrenderer, new("代表·清缴", "rep. surrender")),
        (Standing.Verifier, new("核查", "verifier")),
        (Standing.Auditor, new("审计", "auditor")),
        (Standing.ExchangeOperator, new("交易", "exchange")),
        (Standing.RegistryOperator, new("登记", "registry")),
        (Standing.Authority, new("主管", "authority")),
    ];

    /// <summary>The operations that somebody can call.</summary>
    public static IEnumerable<Operation> Rows => Operations.All.Where(operation => !operation.Hidden);

    /// <summary>What a standing may do with an operation.</summary>
    public static Grant Of(Operation operation, Standing standing)
    {
        var signedIn = standing != Standing.Public;
        var official = OfficeOf(standing) is { } office && office != Role.Verifier;
        return operation.Audience switch
        {
            Audience.Everyone => Grant.Yes,
            Audience.SignedIn => signedIn ? Grant.Yes : Grant.No,
            Audience.Officials => official ? Grant.Yes : Grant.No,
            Audience.Operators => official && standing != Standing.Auditor ? Grant.Yes : Grant.No,
            Audience.OwnPart => official ? Grant.Yes : signedIn ? Grant.OwnPart : Grant.No,
            Audience.ReadersOfHolder => official || ActsForIt(standing) ? Grant.Yes : Grant.No,
            _ => Of(operation.Command!.Permission, standing),
        };
    }

    /// <summary>One row as it is answered.</summary>
    public static PermissionView View(Operation operation) => new(
        operation.Id,
        operation.Method + " " + ApiHosting.Root + operation.Path,
        Parameter.Word(operation.Scope),
        Columns.ToDictionary(column => Parameter.Word(column.Standing), column => Of(operation, column.Standing)));

    /// <summary>The whole table as a document for people.</summary>
    public static string Document()
    {
        var text = new StringBuilder(
            """
            # Who may do what

            Every operation of the API, and who may call it. This file is made from the program and a test compares the
            two; the same table is at `GET /api/v1/permissions`. Columns are the caller's standing: those of a holder's
            representatives are about their own holder, *stranger* is anybody else who has signed in, representatives of
            other holders included.

            | Mark | Meaning |
            |---|---|
            | ✓ | may |
            | own | may, and sees only what is theirs: of holders they act for, reports they verify, proposals they decide on |
            | ask | may ask: it becomes a proposal that somebody else decides on; where the rulebook has no such rule, – |
            | case | the case decides: whose proposal it is, which command it carries, whose approval the rulebook asks for |
            | – | may not: 401 without signing in, 403 for a command or an office's business, 404 for another's record |

            Commands that the rulebook puts under four eyes become proposals when they are sent; who may approve them is
            in the rulebook, not here. An API key needs the scope besides.

            """);
        foreach (var chapter in Rows.GroupBy(operation => operation.Tag).Where(group => group.Key != "previews"))
        {
            text.Append("\n## ").Append(chapter.Key).Append("\n\n| Operation | ")
                .AppendJoin(" | ", Columns.Select(column => column.Title.En)).Append(" | scope |\n|---")
                .Insert(text.Length, "|---", Columns.Length + 1).Append("|\n");
            foreach (var operation in chapter)
            {
                var title = operation.Command is null
                    ? $"`{operation.Method} {operation.Path}`"
                    : $"`{operation.Id}`";
                text.Append("| ").Append(title).Append(" | ")
                    .AppendJoin(" | ", Columns.Select(column => Mark(Of(operation, column.Standing))))
                    .Append(" | ").Append(Parameter.Word(operation.Scope)).Append(" |\n");
            }
        }

        return text.Append(
            """

            ## previews

            `POST /commands/{command}/preview` is for whoever may send the command, with the same scope.

            """).ToString();
    }

    private static Grant Of(Permission permission, Standing standing)
    {
        if (standing == Standing.Public)
        {
            return Grant.No;
        }

        if (permission.IsAnyone)
        {
            return Grant.ByTheCase;
        }

        if (OfficeOf(standing) is { } office && permission.Roles.Contains(office))
        {
            return Grant.Yes;
        }

        var right = standing switch
        {
            Standing.Reader => Rights.Read,
            Standing.Initiator => Rights.Read | Rights.Initiate,
            Standing.Approver => Rights.Read | Rights.Approve,
            Standing.Surrenderer => Rights.Read | Rights.Surrender,
            _ => Rights.None,
        };
        return !permission.IsWithin(right) && !permission.OpenToAll ? Grant.No
            : permission.OnRequest ? Grant.OnRequest
            : Grant.Yes;
    }

    private static bool ActsForIt(Standing standing) =>
        standing is Standing.Reader or Standing.Initiator or Standing.Approver or Standing.Surrenderer;

    private static Role? OfficeOf(Standing standing) => standing switch
    {
        Standing.Verifier => Role.Verifier,
        Standing.Auditor => Role.Auditor,
        Standing.ExchangeOperator => Role.ExchangeOperator,
        Standing.RegistryOperator => Role.RegistryOperator,
        Standing.Authority => Role.Authority,
        _ => null,
    };

    private static string Mark(Grant grant) => grant switch
    {
        Grant.Yes => "✓",
        Grant.OwnPart => "own",
        Grant.OnRequest => "ask",
        Grant.ByTheCase => "case",
        _ => "–",
    };
}
