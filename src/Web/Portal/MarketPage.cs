using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;

namespace Tanheng.Web.Portal;

/// <summary>A page that reads the market before it is drawn, so that it is drawn once and whole.</summary>
public abstract class MarketPage : ComponentBase
{
    [Inject] private IHttpContextAccessor Http { get; set; } = null!;

    /// <inheritdoc />
    public override async Task SetParametersAsync(ParameterView parameters)
    {
        parameters.SetParameterProperties(this);
        await LoadAsync();
        await base.SetParametersAsync(ParameterView.Empty);
    }

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
}
