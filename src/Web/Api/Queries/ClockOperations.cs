using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Tanheng.Quantities;
using Tanheng.Web.Api.Commands;
using Tanheng.Web.Portal;
using Tanheng.Web.Portal.Demo;

namespace Tanheng.Web.Api.Queries;

/// <summary>Business time.</summary>
/// <param name="Time">What the clock shows.</param>
/// <param name="Local">The same in the market's own time.</param>
/// <param name="Virtual">True in a demonstration, where time stands until somebody moves it.</param>
/// <param name="Moving">True while it is being moved.</param>
/// <param name="NextItem">When the next thing happens by itself.</param>
public sealed record ClockView(
    DateTimeOffset Time, DateTime Local, bool Virtual, bool Moving, DateTimeOffset? NextItem);

/// <summary>Where the clock is to be moved.</summary>
/// <param name="To">A moment that is ahead, at most twenty years.</param>
public sealed record MoveClock(DateTimeOffset To);

/// <summary>The clock, which in a demonstration can be moved.</summary>
internal static class ClockOperations
{
    private const int MostYears = 20;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    public static IEnumerable<Operation> All =>
    [
        new Operation
        {
            Id = "get-clock",
            Path = "/clock",
            Tag = "",
            Title = new("业务时间", "Business time"),
            Audience = Audience.Everyone,
            Answer = typeof(ClockView),
            Handle = async call => await call.Answer(await ReadAsync(call)),
        },
        new Operation
        {
            Id = "move-clock",
            Method = "POST",
            Path = "/clock",
            Tag = "",
            Title = new("拨动演示时钟", "Move the clock of a demonstration"),
            Note = new(
                "仅演示环境。途中到期的事项逐一办理；未在二十秒内完成时答 202，可用 GET /clock 查看。",
                "In a demonstration only. What falls due on the way happens, item by item; after twenty seconds "
                    + "the answer "
                + "is 202, and GET /clock tells how far it is."),
            Audience = Audience.SignedIn,
            Scope = Scope.Submit,
            DemoOnly = true,
            Changes = true,
            Body = typeof(MoveClock),
            Answer = typeof(ClockView),
            Handle = MoveAsync,
        },
    ];

    private static async Task MoveAsync(ApiCall call)
    {
        if (!(await RequestBody.ReadAsync(call.Http, typeof(MoveClock))).Try(out var body, out var refusal))
        {
            await call.Refuse(refusal);
            return;
        }

        var (now, to) = (await ReadAsync(call), ((MoveClock)body).To);
        if (to <= now.Time || to > now.Time.AddYears(MostYears))
        {
            await call.Refuse(ApiRefusals.ClockGoesOn.With(
                ("now", now.Time), ("limit", now.Time.AddYears(MostYears))));
            return;
        }

        var calendar = await Market(call).Read(state => state.Rules.Calendar);
        var clock = call.Http.RequestServices.GetRequiredService<DemoClock>();
        var run = clock.Start(calendar.Local(to));
        await Task.WhenAny(run, Task.Delay(Patience, call.Http.RequestAborted));
        if (run.IsCompleted && clock.Run?.Refusal is { } stopped)
        {
            await call.Refuse(stopped);
            return;
        }

        await call.Answer(
            await ReadAsync(call), run.IsCompleted ? StatusCodes.Status200OK : StatusCodes.Status202Accepted);
    }

    private static Task<ClockView> ReadAsync(ApiCall call)
    {
        var market = Market(call);
        var moving = call.Http.RequestServices.GetRequiredService<DemoClock>().Running;
        return market.Read(state =>
        {
            var local = market.Local(state);
            return new ClockView(
                state.Rules.Calendar.Moment(local), local, market.VirtualTime, moving, state.Agenda.Next?.At);
        });
    }

    private static Market Market(ApiCall call) => call.Http.RequestServices.GetRequiredService<Market>();
}
