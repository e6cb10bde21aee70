using Tanheng.Quantities;
using Tanheng.Rulebook;
using Tanheng.Scheme;
using Tanheng.Web.People;
using Tanheng.Web.Portal.Demo;

namespace Tanheng.Web.Portal;

/// <summary>
/// What every page of one request has around it: the market, its time, and what the visitor is in it. It is read before
/// the page is drawn, so that the frame never waits.
/// </summary>
public sealed class Scene(Market market, Visitor visitor, PortalSettings settings)
{
    private Task? loading;

    /// <summary>False for a market that has no rules yet; nothing else is known of it then.</summary>
    public bool Founded { get; private set; }

    /// <summary>The market's name.</summary>
    public Text MarketName { get; private set; } = new(market.Name, market.Name);

    /// <summary>Business time in the market's own zone.</summary>
    public DateTime Local { get; private set; }

    /// <summary>The market's calendar.</summary>
    public WorkCalendar? Calendar { get; private set; }

    /// <summary>True when the rulebook has an exchange.</summary>
    public bool HasExchange { get; private set; }

    /// <summary>
    /// True when the rulebook has priced offers, intentions, registered deals or deals outside the venue.
    /// </summary>
    public bool HasDeals { get; private set; }

    /// <summary>What the visitor may do; <see cref="Mandate.None"/> for the public.</summary>
    public Mandate Mandate { get; private set; } = Mandate.None;

    /// <summary>The names of the holders for whom the visitor acts.</summary>
    public IReadOnlyDictionary<HolderId, Text> HolderNames { get; private set; } = new Dictionary<HolderId, Text>();

    /// <summary>True once a page has found that the visitor may not see it.</summary>
    public bool Refused { get; private set; }

    /// <summary>Raised when <see cref="Refused"/> has become true.</summary>
    public event Action? RefusedNow;

    /// <summary>In a demonstration: who there is to be, and where the clock can be moved; else null.</summary>
    public DemoScene? Demo { get; private set; }

    /// <summary>Reads the market; more than once costs nothing.</summary>
    /// <exception cref="MarketUnavailableException">The market cannot answer now.</exception>
    public Task LoadAsync() => loading ??= market.Read(Read);

    internal void Refuse()
    {
        Refused = true;
        RefusedNow?.Invoke();
    }

    private bool Read(SchemeState state)
    {
        if (state.Book is not { } book)
        {
            return false;
        }

        MarketName = book.Name;
        Calendar = book.Calendar;
        HasExchange = book.Trading is not null;
        HasDeals = Entities.Models.DealsView.ModesOf(book.Trading).Count > 0;
        Local = market.Local(state);
        if (visitor.Caller is { } caller)
        {
            Mandate = Mandate.Of(state, caller.User);
            HolderNames = Mandate.Holders.ToDictionary(
                pair => pair.Holder, pair => state.Registry.Find(pair.Holder)!.Name);
        }

        Demo = settings.Demo ? DemoScene.Of(state, Local) : null;
        return Founded = true;
    }
}
