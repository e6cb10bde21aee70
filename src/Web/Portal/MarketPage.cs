using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using Tanheng.Web.People;

namespace Tanheng.Web.Portal;

/// <summary>
/// A page that reads the market before it is drawn, so that it is drawn once and whole. A page that is not for
/// everybody says for whom it is in <see cref="Admits"/>; whoever has not signed in is sent there, anybody else reads
/// why not.
/// </summary>
public abstract class MarketPage : ComponentBase
{
    [Inject] private IHttpContextAccessor Http { get; set; } = null!;

    /// <summary>The market around the page, and what the visitor is in it.</summary>
    [Inject] protected Scene Scene { get; set; } = null!;

    /// <inheritdoc />
    public override async Task SetParametersAsync(ParameterView parameters)
    {
        parameters.SetParameterProperties(this);
        if (!Scene.Founded)
        {
            return;
        }

        if (!Admits(Scene.Mandate))
        {
            Refuse();
            return;
        }

        await LoadAsync();
        await base.SetParametersAsync(ParameterView.Empty);
    }

    /// <summary>Who may see the page; the route's parameters are set.</summary>
    protected virtual bool Admits(Mandate mandate) => true;

    /// <summary>Reads what the page shows; parameters are set.</summary>
    protected abstract Task LoadAsync();

    /// <summary>What was asked for is not there: the answer says so to programs too.</summary>
    protected void Missing()
    {
        if (Http.HttpContext is { } http)
        {
            http.Response.StatusCode = StatusCodes.Status404NotFound;
        }
    }

    private void Refuse()
    {
        if (Http.HttpContext is not { } http)
        {
            return;
        }

        if (Places.SignedIn(Scene.Mandate))
        {
            http.Response.StatusCode = StatusCodes.Status403Forbidden;
        }
        else
        {
            var here = http.Request.Path + http.Request.QueryString;
            http.Response.Redirect("/sign-in?back=" + Uri.EscapeDataString(here));
        }

        Scene.Refuse();
    }
}
