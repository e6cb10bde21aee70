using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Tanheng.Engine.Journal;
using Tanheng.Engine.Views;
using Tanheng.Quantities;
using Tanheng.Scheme;
using Tanheng.Web.Api.Shapes;
using Tanheng.Web.Portal;

namespace Tanheng.Web.Api.Queries;

/// <summary>
/// The journal: hashes for everybody, everything for officials, one's own commands for whoever sent them.
/// </summary>
internal static class JournalQueries
{
    public static IEnumerable<Operation> All =>
    [
        Query.Beside<Grant, JournalHeadView>(
            "get-journal-head",
            "/journal/head",
            Audience.Everyone,
            new("日志最后一行及其哈希", "The last row of the journal with its hash"),
            Permit,
            grant => grant.Row(grant.Last) is { } last
                ? new JournalHeadView(last.Scheme, last.Sequence, last.Hash)
                : null,
            []),
        ViewQuery.List<Grant, JournalRowView>(
            "list-journal",
            "/journal",
            Audience.Everyone,
            new("日志，新的在前", "The journal, newest rows first"),
            Permit,
            (views, grant, page) => Rows(
                views,
                grant,
                long.TryParse(page.After, NumberStyles.None, CultureInfo.InvariantCulture, out var before)
                    ? before
                    : long.MaxValue,
                page.Limit + 1),
            (_, row) => row,
            row => row.Sequence.ToString(CultureInfo.InvariantCulture),
            new Parameter("actor", ParameterKind.Text, new Text(
                "办理人；仅限有权人员，或本人", "Who asked; for officials, or oneself")),
            new Parameter("command", ParameterKind.Text, new Text(
                "命令名；仅限有权人员", "The command's name; for officials"))),
        Query.Beside<Grant, JournalRowView>(
            "get-journal-row",
            "/journal/{sequence}",
            Audience.Everyone,
            new("日志的一行", "One row of the journal"),
            Permit,
            grant => grant.Wanted <= grant.Last && grant.Row(grant.Wanted) is { } row ? grant.Show(row) : null,
            [Parameter.Number("sequence", "行号", "Number of the row")]),
        new Operation
        {
            Id = "get-journal-verification",
            Path = "/journal/verification",
            Tag = "",
            Title = new("最近一次日志核验的结果", "What the last verification of the journal said"),
            Audience = Audience.Everyone,
            Answer = typeof(JournalVerificationView),
            Handle = call => call.Answer(Verification(Desk(call))),
        },
        new Operation
        {
            Id = "verify-journal",
            Method = "POST",
            Path = "/journal/verification",
            Tag = "",
            Title = new("开始核验日志", "Begin to verify the journal"),
            Note = new("已在核验时不另起一次。", "While one is under way, no other begins."),
            Audience = Audience.SignedIn,
            Changes = true,
            Success = StatusCodes.Status202Accepted,
            Answer = typeof(JournalVerificationView),
            Handle = call =>
            {
                var desk = Desk(call);
                desk.Start();
                call.Http.Response.Headers.Location = ApiHosting.Root + "/journal/verification";
                return call.Answer(Verification(desk), StatusCodes.Status202Accepted);
            },
        },
    ];

    /// <summary>Who asked is known to officials and to oneself; so is what for.</summary>
    private static Outcome<Grant?> Permit(Look look)
    {
        var (actor, command) = (look.Call.Text("actor"), look.Call.Text("command"));
        if ((actor is not null || command is not null) && look.Call.Caller is null)
        {
            return ApiRefusals.NotSignedIn.With();
        }

        return look.Sight.Everything || (actor is null && command is null)
            || (actor is not null && actor == look.Call.User.Name)
            ? new Grant(
                Journal(look.Call), look.Sight.Everything, look.Call.Caller?.User, actor, command, look.State.Sequence)
            {
                Wanted = look.Call.Maybe<long>("sequence") ?? 0,
            }
            : ApiRefusals.MayNotRead.With(
                ("actor", look.Call.User),
                ("audience", "authority, operators and auditors"),
                ("audience_zh", "主管部门、登记机构、交易机构和审计人员"));
    }

    private static IEnumerable<JournalRowView> Rows(IViewStore views, Grant grant, long before, int take)
    {
        if (grant.Actor is not null || grant.Command is not null)
        {
            return views.Journal(new JournalQuery(grant.Actor, grant.Command, before, take))
                .SelectMany(line => grant.Journal.Read(line.Sequence, line.Sequence))
                .Select(grant.Show);
        }

        var last = Math.Min(before - 1, grant.Last);
        return grant.Journal.Read(Math.Max(1, last - take + 1), last).Reverse().Select(grant.Show);
    }

    private static JournalVerificationView Verification(VerificationDesk desk)
    {
        var ((row, rows), last) = (desk.Progress, desk.Last);
        return new JournalVerificationView(
            desk.Running, row, rows, last?.At, last?.Rows, last?.Hash, last?.Holds, last?.Findings.Count);
    }

    private static VerificationDesk Desk(ApiCall call) =>
        call.Http.RequestServices.GetRequiredService<VerificationDesk>();

    private static IJournal Journal(ApiCall call) =>
        call.Http.RequestServices.GetRequiredService<Market>().Journal;

    private sealed record Grant(
        IJournal Journal, bool Everything, UserId? Me, string? Actor, string? Command, long Last)
    {
        public long Wanted { get; init; }

        public JournalRow? Row(long sequence) => Journal.Read(sequence, sequence).FirstOrDefault();

        public JournalRowView Show(JournalRow row) => JournalRowView.Of(row, Everything, row.Actor == Me);
    }
}
