using Microsoft.AspNetCore.Components;

namespace Tanheng.Web.Portal;

/// <summary>A page that reads the market before it is drawn, so that it is drawn once and whole.</summary>
public abstract class MarketPage : ComponentBase
{
    /// <inheritdoc />
    public override async Task SetParametersAsync(ParameterView parameters)
    {
        parameters.SetParameterProperties(this);
        await LoadAsync();
        await base.SetParametersAsync(ParameterView.Empty);
    }

    /// <summary>Reads what the page shows; parameters are set.</summary>
    protected abstract Task LoadAsync();
}
