namespace Tanheng.Web.Portal;

/// <summary>How the portal is run.</summary>
public sealed record PortalSettings
{
    /// <summary>
    /// A demonstration over invented data: anyone may sign in as anybody and move the clock. Never over real data.
    /// </summary>
    public bool Demo { get; init; }
}
