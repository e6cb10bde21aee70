using Tanheng.Quantities;
using Tanheng.Scheme;
using Tanheng.Scheme.Mrv;
using Tanheng.Scheme.Registry;
using Tanheng.Web.Actions.Speech;
using Tanheng.Web.Portal;
using Tanheng.Web.Portal.Tables;

namespace Tanheng.Web.Desks;

/// <summary>What holders were asked for and have not done: documents, follow-ups of findings.</summary>
internal static class Requests
{
    /// <summary>The columns of notes.</summary>
    public static IReadOnlyList<Column<Note>> NoteColumns(SchemeState state) =>
    [
        new("number", Words.NoteText, one => one.Text) { Head = true },
        new("by", Words.SignInName, one => one.By.Name),
        new("at", Words.Time, one => state.Rules.Calendar.Local(one.At)) { Class = "nowrap" },
        DeskColumns.Do<Note>(one => [new Act($"/act/remove-note?number={one.Number}", Words.NoteRemove)]),
    ];

    /// <summary>The columns of an ownership's history.</summary>
    public static IReadOnlyList<Column<OwnerChange>> OwnerColumns(SchemeState state)
    {
        var naming = new Naming(state);
        return
        [
            new("at", Words.Time, one => state.Rules.Calendar.Local(one.At)) { Class = "nowrap", Head = true },
            new("from", Words.OwnerFrom, one => naming.Holder(one.From)),
            new("to", Words.OwnerTo, one => naming.Holder(one.To)),
            new("reference", Words.DeskReference, one => one.Reference),
        ];
    }

    /// <summary>The columns of follow-ups.</summary>
    public static IReadOnlyList<Column<FollowUp>> FollowUpColumns(
        SchemeState state, Func<FollowUp, IReadOnlyList<Act>> acts)
    {
        var naming = new Naming(state);
        return
        [
            new("entity", Words.Entity, one => naming.Holder(one.Holder)) { Head = true },
            new("item", Words.DeskInput, one => one.Item),
            new("text", Words.DeskFinding, one => one.Text),
            new("by", Words.Deadline, one => one.By) { Class = "nowrap" },
            new("answer", Words.FollowUpAnswer, one => one.Answer),
            DeskColumns.Do(acts),
        ];
    }

    /// <summary>Documents that holders were asked for, as work; what is overdue is seen by its days.</summary>
    public static IEnumerable<WorkItem> Documents(SchemeState state, DeskAsk ask, Naming naming) =>
        from one in state.Registry.Documents
        where one.Status == DocumentStatus.Open
        select new WorkItem(
            "documents",
            Words.DocumentsAsked,
            new Text($"资料要求 {one.Number}：{one.Documents}", $"Request {one.Number}: {one.Documents}"),
            naming.Holder(one.Holder),
            one.By.AddDays(1).ToDateTime(TimeOnly.MinValue),
            ask.Now,
            $"/act/cancel-document-request?number={one.Number}")
        {
            Acts = [new Act($"/act/cancel-document-request?number={one.Number}", Words.PlanCancelQuestion)],
        };

    /// <summary>Follow-ups that are not settled, as work.</summary>
    public static IEnumerable<WorkItem> FollowUps(SchemeState state, DeskAsk ask, Naming naming) =>
        from one in state.Mrv.FollowUps
        where one.IsOpen
        select new WorkItem(
            "follow-up",
            Words.FollowUpsTitle,
            new Text(
                $"整改事项 {one.Number}（{one.Year}，{one.Item}）：{one.Answer ?? one.Text}",
                $"Follow-up {one.Number} ({one.Year}, {one.Item}): {one.Answer ?? one.Text}"),
            naming.Holder(one.Holder),
            one.By.AddDays(1).ToDateTime(TimeOnly.MinValue),
            ask.Now,
            $"/act/close-follow-up?number={one.Number}")
        {
            Acts = [new Act($"/act/close-follow-up?number={one.Number}", Words.FollowUpSettle)],
        };
}
