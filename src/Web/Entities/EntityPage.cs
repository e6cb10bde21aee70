using Microsoft.AspNetCore.Components;
using Tanheng.Quantities;
using Tanheng.Scheme;
using Tanheng.Scheme.Registry;
using Tanheng.Web.People;
using Tanheng.Web.Portal;

namespace Tanheng.Web.Entities;

/// <summary>
/// A page of one entity's desk: for its representatives who may read and for officials who read everything. For all
/// others, and for entities that are not there, the answer is the same: 404.
/// </summary>
public abstract class EntityPage : MarketPage
{
    /// <summary>The market.</summary>
    [Inject] protected Market Market { get; set; } = null!;

    /// <summary>Who reads, in which language.</summary>
    [Inject] protected Visitor Visitor { get; set; } = null!;

    /// <summary>The entity's number.</summary>
    [Parameter] public long Id { get; set; }

    /// <summary>The entity; null when it is not for the reader.</summary>
    protected Holder? Holder { get; private set; }

    /// <summary>The entity's id.</summary>
    protected HolderId HolderId => new(Id);

    /// <summary>Its desk's path.</summary>
    protected string Desk => "/desk/" + Id.ToString(System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>
    /// True when the reader may send a command for the entity: by office, or within the rights for it.
    /// </summary>
    protected bool May(string command) => Scene.Mandate.May(command, HolderId);

    /// <inheritdoc />
    protected override bool Admits(Mandate mandate) => Places.SignedIn(mandate);

    /// <inheritdoc />
    protected sealed override async Task LoadAsync()
    {
        if (Scene.Mandate.MayRead(HolderId))
        {
            Holder = await Market.Read(state => state.Registry.Find(HolderId));
        }

        if (Holder is null)
        {
            Missing();
        }
        else
        {
            await LoadDeskAsync(Holder);
        }
    }

    /// <summary>Reads what the page shows of an entity that the reader may see.</summary>
    protected abstract Task LoadDeskAsync(Holder holder);
}
