using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using Tanheng.Quantities;
using Tanheng.Rulebook;
using Tanheng.Web.Portal;

namespace Tanheng.Web.People;

/// <summary>A page about signing in.</summary>
public abstract class PeoplePage : MarketPage
{
    /// <summary>Who looks, in which language.</summary>
    [Inject] protected Visitor Visitor { get; set; } = null!;

    /// <summary>The market.</summary>
    [Inject] protected Market Market { get; set; } = null!;

    /// <summary>The settings that pages tell of.</summary>
    [Inject] protected PeopleSettings Settings { get; set; } = null!;

    /// <summary>Where to go afterwards.</summary>
    [SupplyParameterFromQuery] public string? Back { get; set; }

    /// <summary>The request.</summary>
    protected HttpContext Http => Accessor.HttpContext!;

    /// <summary>The scheme's zone.</summary>
    protected WorkCalendar Zone => Scene.Calendar!;

    [Inject] private IHttpContextAccessor Accessor { get; set; } = null!;

    /// <inheritdoc />
    protected override Task LoadAsync() => Task.CompletedTask;

    /// <summary>A text in the visitor's language.</summary>
    protected string Say(Text text) => Visitor.Say(text);

    /// <summary>A moment in the scheme's zone.</summary>
    protected string Moment(DateTimeOffset? at) => at is { } moment ? Format.Minute(Zone.Local(moment)) : "—";

    /// <summary>Sends the visitor to another page instead of this one.</summary>
    protected void Leave(string path)
    {
        Http.Response.StatusCode = StatusCodes.Status303SeeOther;
        Http.Response.Headers.Location = path;
    }
}
