using System.Globalization;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.DependencyInjection;
using Tanheng.Web.Api;
using Tanheng.Web.Portal;

namespace Tanheng.Web.People;

/// <summary>
/// How many requests are answered: per address, per person, and far fewer where secrets are tried. Windows slide in
/// sixths of a minute.
/// </summary>
internal static class Limits
{
    /// <summary>The policy of endpoints where secrets are tried.</summary>
    public const string SignIn = "sign-in";

    private static readonly TimeSpan Window = TimeSpan.FromMinutes(1);

    public static IServiceCollection Add(this IServiceCollection services, RateLimits limits) =>
        services.AddRateLimiter(options =>
        {
            options.GlobalLimiter = PartitionedRateLimiter.CreateChained(
                PartitionedRateLimiter.Create<HttpContext, string>(http =>
                    Sliding(AuditTrail.AddressOf(http), limits.PerAddress)),
                PartitionedRateLimiter.Create<HttpContext, string>(http => Caller.Of(http) is { } caller
                    ? Sliding(caller.User.Name, limits.PerPerson)
                    : RateLimitPartition.GetNoLimiter("")));
            options.AddPolicy(SignIn, http => Sliding(AuditTrail.AddressOf(http), limits.SignInsPerAddress));
            options.OnRejected = (context, _) => new ValueTask(Refuse(context));
        });

    private static RateLimitPartition<string> Sliding(string key, int permits) => permits == int.MaxValue
        ? RateLimitPartition.GetNoLimiter(key)
        : RateLimitPartition.GetSlidingWindowLimiter(key, _ => new SlidingWindowRateLimiterOptions
        {
            PermitLimit = permits,
            Window = Window,
            SegmentsPerWindow = 6,
            QueueLimit = 0,
        });

    private static Task Refuse(OnRejectedContext context)
    {
        var seconds = (int)Math.Ceiling(context.Lease.TryGetMetadata(MetadataName.RetryAfter, out var after)
            ? after.TotalSeconds
            : Window.TotalSeconds);
        context.HttpContext.Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
        var refusal = PeopleRefusals.TooManyRequests.With(("seconds", seconds));
        return context.HttpContext.Request.Path.StartsWithSegments("/api")
            ? Problem.WriteAsync(context.HttpContext, refusal)
            : PlainPage.WriteAsync(context.HttpContext, StatusCodes.Status429TooManyRequests, refusal);
    }
}
