using System.Net;
using Tanheng.Web.People;

namespace Tanheng.Web.Portal;

/// <summary>How the portal is run.</summary>
public sealed record PortalSettings
{
    /// <summary>
    /// A demonstration over invented data: anyone may sign in as anybody and move the clock. Never over real data.
    /// </summary>
    public bool Demo { get; init; }

    /// <summary>Browsers reach it by HTTPS, here or at a proxy in front: cookies are theirs alone.</summary>
    public bool Https { get; init; }

    /// <summary>Proxies whose word on the visitor's address and on HTTPS is taken.</summary>
    public IReadOnlyList<IPAddress> Proxies { get; init; } = [];

    /// <summary>How many requests are answered.</summary>
    public RateLimits Limits { get; init; } = new();
}
