using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Tanheng.Engine.People;
using Tanheng.Quantities;
using Tanheng.Web.Api.Commands;
using Tanheng.Web.Letters;
using Tanheng.Web.People;
using Tanheng.Web.Portal;

namespace Tanheng.Web.Api.Queries;

/// <summary>A letter to the caller.</summary>
/// <param name="Letter">Its number.</param>
/// <param name="Kind">What it is about.</param>
/// <param name="Subject">One line.</param>
/// <param name="Body">The letter; may be empty.</param>
/// <param name="Path">The page where it can be seen or done; empty for none.</param>
/// <param name="At">When it was written.</param>
/// <param name="ReadAt">When it was read.</param>
public sealed record LetterView(
    long Letter, LetterKind Kind, Text Subject, Text Body, string Path, DateTimeOffset At, DateTimeOffset? ReadAt);

/// <summary>The caller's letters, the newest first.</summary>
/// <param name="Unread">How many are unread in all.</param>
/// <param name="Letters">At most fifty.</param>
/// <param name="Before">To be given as <c>before</c> for older ones; missing when there are none.</param>
public sealed record LetterBox(long Unread, IReadOnlyList<LetterView> Letters, long? Before);

/// <summary>Letters that were read.</summary>
/// <param name="Letter">Which one; with <paramref name="AndOlder"/>, it and all before it.</param>
/// <param name="AndOlder">True for all up to it.</param>
public sealed record ReadLetters(long Letter, bool AndOlder);

/// <summary>A circular with how far it is.</summary>
/// <param name="Circular">Its number.</param>
/// <param name="By">Who wrote it.</param>
/// <param name="Subject">One line.</param>
/// <param name="Body">The text.</param>
/// <param name="To">To whom it goes.</param>
/// <param name="Repeat">How often.</param>
/// <param name="From">When it is first sent, in the market's own time.</param>
/// <param name="Until">When it ends.</param>
/// <param name="Next">When it is sent next; missing when it is over.</param>
/// <param name="Sent">How often it was sent.</param>
public sealed record CircularView(
    long Circular,
    string By,
    Text Subject,
    Text Body,
    Recipients To,
    Repetition Repeat,
    DateTime From,
    DateTime Until,
    DateTime? Next,
    int Sent);

/// <summary>All circulars, the newest first.</summary>
/// <param name="Circulars">Those that are over included.</param>
public sealed record CircularList(IReadOnlyList<CircularView> Circulars);

/// <summary>A circular to be written.</summary>
/// <param name="Subject">One line, in both languages.</param>
/// <param name="Body">The text, in both languages.</param>
/// <param name="To">To whom it goes.</param>
/// <param name="Repeat">How often.</param>
/// <param name="From">When it is first sent, in the market's own time; at once when left out.</param>
/// <param name="Until">When it ends; needed when it repeats.</param>
public sealed record WriteCircular(
    Text Subject, Text Body, Recipients To, Repetition Repeat, DateTime? From = null, DateTime? Until = null);

/// <summary>Letters to the caller, and circulars of officials.</summary>
internal static class LetterOperations
{
    private const int AtATime = 50;

    public static IEnumerable<Operation> All =>
    [
        new Operation
        {
            Id = "list-letters",
            Path = "/me/letters",
            Tag = "me",
            Title = new("我的通知", "My letters"),
            Audience = Audience.SignedIn,
            Parameters = [new Parameter("before", ParameterKind.Id, new("早于此编号", "Older than this number"))],
            Answer = typeof(LetterBox),
            Handle = ListAsync,
        },
        new Operation
        {
            Id = "read-letters",
            Method = "POST",
            Path = "/me/letters/read",
            Tag = "me",
            Title = new("标为已读", "Mark letters as read"),
            Audience = Audience.SignedIn,
            Scope = Scope.Submit,
            Changes = true,
            Body = typeof(ReadLetters),
            Answer = typeof(LetterBox),
            Handle = ReadAsync,
        },
        new Operation
        {
            Id = "write-circular",
            Method = "POST",
            Path = "/circulars",
            Tag = "me",
            Title = new("撰写公告", "Write a circular"),
            Audience = Audience.Operators,
            Scope = Scope.Submit,
            Changes = true,
            Body = typeof(WriteCircular),
            Answer = typeof(CircularView),
            Handle = call => AsOperator(call, () => WriteAsync(call)),
        },
        new Operation
        {
            Id = "end-circular",
            Method = "POST",
            Path = "/circulars/{circular}/end",
            Tag = "me",
            Title = new("停止公告", "Send a circular no more"),
            Audience = Audience.Operators,
            Scope = Scope.Submit,
            Changes = true,
            Parameters = [Parameter.Number("circular", "公告编号", "Number of the circular")],
            Answer = typeof(CircularView),
            Handle = call => AsOperator(call, () => EndAsync(call)),
        },
        new Operation
        {
            Id = "list-circulars",
            Path = "/circulars",
            Tag = "me",
            Title = new("公告发送", "Circulars"),
            Audience = Audience.Operators,
            Answer = typeof(CircularList),
            Handle = call => AsOperator(call, () => call.Answer(new CircularList(Circulars(call)))),
        },
    ];

    private static Task ListAsync(ApiCall call) => call.Answer(BoxOf(call, call.Maybe<long>("before")));

    private static async Task ReadAsync(ApiCall call)
    {
        if (!(await RequestBody.ReadAsync(call.Http, typeof(ReadLetters))).Try(out var body, out var refusal))
        {
            await call.Refuse(refusal);
            return;
        }

        var read = (ReadLetters)body;
        var now = Of<TimeProvider>(call).GetUtcNow();
        Of<ILetters>(call).MarkRead(Of<Market>(call).Name, call.User.Name, read.Letter, read.AndOlder, now);
        await call.Answer(BoxOf(call, null));
    }

    private static LetterBox BoxOf(ApiCall call, long? before)
    {
        var (letters, market) = (Of<ILetters>(call), Of<Market>(call).Name);
        var found = letters.LettersTo(market, call.User.Name, before ?? long.MaxValue, AtATime);
        return new LetterBox(
            letters.UnreadOf(market, call.User.Name),
            [.. found.Select(one => new LetterView(
                one.Id, one.Kind, one.Subject, one.Body, one.Path, one.At, one.ReadAt))],
            found.Count == AtATime ? found[^1].Id : null);
    }

    private static async Task AsOperator(ApiCall call, Func<Task> act)
    {
        var mandate = await Of<Market>(call).Read(state => Mandate.Of(state, call.User));
        await (LetterRoutes.Writers.Any(mandate.Is)
            ? act()
            : call.Refuse(ApiRefusals.MayNotRead.With(
                ("actor", call.User),
                ("audience", "authority and operators"),
                ("audience_zh", "主管部门、登记机构和交易机构"))));
    }

    private static List<CircularView> Circulars(ApiCall call) =>
        [.. Of<ILetters>(call).Circulars(Of<Market>(call).Name).Select(View)];

    private static async Task WriteAsync(ApiCall call)
    {
        if (!(await RequestBody.ReadAsync(call.Http, typeof(WriteCircular))).Try(out var body, out var refusal))
        {
            await call.Refuse(refusal);
            return;
        }

        var (wanted, market) = ((WriteCircular)body, Of<Market>(call));
        var from = wanted.From ?? await market.Read(market.Local);
        var circular = new Circular(
            0, market.Name, call.User.Name, wanted.Subject, wanted.Body, wanted.To, wanted.Repeat, from,
            wanted.Until ?? from);
        if (CircularCalendar.Check(circular) is { } wrong)
        {
            await call.Refuse(wrong);
            return;
        }

        Of<ILetters>(call).AddCircular(circular);
        Of<AuditTrail>(call).Record(call.Http, "circular", null, AuditTrail.Done);
        await call.Answer(Circulars(call)[0]);
    }

    private static async Task EndAsync(ApiCall call)
    {
        var (letters, id) = (Of<ILetters>(call), call.Get<long>("circular"));
        var found = letters.Circulars(Of<Market>(call).Name).FirstOrDefault(one => one.Id == id);
        if (found is null)
        {
            await call.Refuse(Query.Missing(call));
            return;
        }

        if (found.Next is not { } next || !letters.MoveCircular(id, next, null, sent: false))
        {
            await call.Refuse(PeopleRefusals.CircularOver.With());
            return;
        }

        Of<AuditTrail>(call).Record(call.Http, "circular-end", null, AuditTrail.Done);
        await call.Answer(View(found with { Next = null }));
    }

    private static CircularView View(Circular one) => new(
        one.Id, one.By, one.Subject, one.Body, one.To, one.Repeat, one.From, one.Until, one.Next, one.Sent);

    private static T Of<T>(ApiCall call)
        where T : notnull => call.Http.RequestServices.GetRequiredService<T>();
}
