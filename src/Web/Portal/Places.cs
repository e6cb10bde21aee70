using System.Collections.Immutable;
using System.Globalization;
using Tanheng.Quantities;
using Tanheng.Rulebook;
using Tanheng.Scheme;
using Tanheng.Web.People;

namespace Tanheng.Web.Portal;

/// <summary>The groups of the navigation, in its order.</summary>
public enum PlaceGroup
{
    /// <summary>What the signed-in person has to do.</summary>
    Work,

    /// <summary>The holder for whom the person acts; the group's heading is the holder's name.</summary>
    Holder,

    /// <summary>What verifiers do.</summary>
    Verifier,

    /// <summary>What the competent authority does.</summary>
    Authority,

    /// <summary>What the operators of registry and exchange do.</summary>
    Operator,

    /// <summary>What those see who may see everything.</summary>
    Oversight,

    /// <summary>What everybody sees.</summary>
    Market,

    /// <summary>Rules, methods and the journal.</summary>
    Grounds,
}

/// <summary>A line of the navigation.</summary>
/// <param name="Path">Where it leads; <c>{holder}</c> stands for the id of the holder for whom the person acts.</param>
/// <param name="Word">What it is called.</param>
/// <param name="Group">Under which heading.</param>
/// <param name="For">Who sees it. The page itself decides who may enter.</param>
public sealed record Place(string Path, Text Word, PlaceGroup Group, Func<Mandate, bool> For)
{
    /// <summary>Other paths that belong to this place, by their beginning.</summary>
    public ImmutableArray<string> Also { get; init; } = [];

    /// <summary>True for a place of the exchange: not there where the rulebook has none.</summary>
    public bool OfExchange { get; init; }

    /// <summary>True when only the path itself is the place, not what lies below it.</summary>
    public bool Exact { get; init; }

    /// <summary>True when a path (without its query) is in this place.</summary>
    public bool Holds(string path) => path == Path
        || (!Exact && path.StartsWith(Path + "/", StringComparison.Ordinal))
        || Also.Any(other => path == other || path.StartsWith(other + "/", StringComparison.Ordinal));
}

/// <summary>The navigation: one line for each place. Every area adds its own.</summary>
public static class Places
{
    /// <summary>All places in the order of the page.</summary>
    public static readonly ImmutableArray<Place> All =
    [
        new("/act", Words.Actions, PlaceGroup.Work, SignedIn),
        new("/proposals", Words.Proposals, PlaceGroup.Work, SignedIn),
        new("/me/letters", Words.MyLetters, PlaceGroup.Work, SignedIn),
        new("/desk/{holder}", Words.DeskOverview, PlaceGroup.Holder, Represents) { Exact = true },
        new("/desk/{holder}/holdings", Words.DeskHoldings, PlaceGroup.Holder, Represents),
        new("/desk/{holder}/transfers", Words.DeskTransfers, PlaceGroup.Holder, Represents),
        new("/desk/{holder}/trading", Words.DeskTrading, PlaceGroup.Holder, Represents) { OfExchange = true },
        new("/desk/{holder}/settlement", Words.DaySettlement, PlaceGroup.Holder, Represents) { OfExchange = true },
        new("/desk/{holder}/explanations", Words.DeskExplanations, PlaceGroup.Holder, Represents) { OfExchange = true },
        new("/desk/{holder}/auctions", Words.DeskAuctions, PlaceGroup.Holder, Represents) { OfExchange = true },
        new("/desk/{holder}/reports", Words.DeskReports, PlaceGroup.Holder, Represents),
        new("/desk/{holder}/surrender", Words.DeskSurrender, PlaceGroup.Holder, Represents),
        new("/desk", Words.Desks, PlaceGroup.Oversight, Reader) { Exact = true },
        new("/verifier", Words.DeskVerifierHome, PlaceGroup.Verifier, Has(Role.Verifier)),
        new("/authority", Words.DeskAuthorityHome, PlaceGroup.Authority, Has(Role.Authority)) { Exact = true },
        new("/authority/reports", Words.OfficeReports, PlaceGroup.Authority, Has(Role.Authority)),
        new("/authority/coverage", Words.DeskCoverage, PlaceGroup.Authority, Has(Role.Authority)),
        new("/authority/allocation", Words.DeskAllocationRun, PlaceGroup.Authority, Has(Role.Authority)),
        new("/authority/compliance", Words.DeskMonitor, PlaceGroup.Authority, Has(Role.Authority)),
        new("/authority/cases", Words.DeskCasesTitle, PlaceGroup.Authority, Has(Role.Authority))
        {
            Also = ["/authority/freezes"],
        },
        new("/authority/auctions", Words.AuctionDesk, PlaceGroup.Authority, Has(Role.Authority)) { OfExchange = true },
        new("/authority/at", Words.DeskAt, PlaceGroup.Authority, Has(Role.Authority)),
        new("/operator", Words.DeskOperatorHome, PlaceGroup.Operator, Has(Role.RegistryOperator)) { Exact = true },
        new("/operator/accounts", Words.Accounts, PlaceGroup.Operator, Has(Role.RegistryOperator)),
        new("/operator/holders", Words.Holders, PlaceGroup.Operator, Has(Role.RegistryOperator)),
        new("/operator/representatives", Words.DeskRepresentatives, PlaceGroup.Operator, Has(Role.RegistryOperator)),
        new("/operator/transfers", Words.OfficeTransfers, PlaceGroup.Operator, Has(Role.RegistryOperator)),
        new("/operator/reconciliation", Words.DeskReconciliation, PlaceGroup.Operator, Has(Role.RegistryOperator)),
        new("/operator/settlement", Words.SettlementDesk, PlaceGroup.Operator, Has(Role.RegistryOperator))
        {
            OfExchange = true,
        },
        new("/operator/circulars", Words.Circulars, PlaceGroup.Operator,
            Has(Role.RegistryOperator, Role.Authority, Role.ExchangeOperator)),
        new("/operator/bulletins", Words.ForeignBulletins, PlaceGroup.Operator, Has(Role.ExchangeOperator))
        {
            OfExchange = true,
        },
        new("/operator/people", Words.PersonList, PlaceGroup.Operator, Has(Role.RegistryOperator, Role.Authority)),
        new("/exchange/surveillance", Words.Surveillance, PlaceGroup.Operator,
            Has(Role.ExchangeOperator, Role.Authority, Role.Auditor)) { OfExchange = true },
        new("/exchange/halts", Words.Halts, PlaceGroup.Operator,
            Has(Role.ExchangeOperator, Role.Authority, Role.Auditor)) { OfExchange = true },
        new("/auditor", Words.DeskAuditorHome, PlaceGroup.Oversight, Has(Role.Auditor)) { Exact = true },
        new("/auditor/compare", Words.DeskCompare, PlaceGroup.Oversight, Has(Role.Auditor)),
        new("/auditor/search", Words.DeskSearchJournal, PlaceGroup.Oversight, Has(Role.Auditor)),
        new(
            "/auditor/trail",
            Words.Trail,
            PlaceGroup.Oversight,
            Has(Role.Auditor, Role.Authority, Role.RegistryOperator)),
        new("/", Words.Overview, PlaceGroup.Market, Anyone) { Exact = true },
        new("/calendar", Words.Calendar, PlaceGroup.Market, Anyone),
        new("/market", Words.MarketQuotes, PlaceGroup.Market, Anyone) { OfExchange = true },
        new("/market/bulletins", Words.Bulletins, PlaceGroup.Market, Anyone) { OfExchange = true },
        new("/market/auctions", Words.Auctions, PlaceGroup.Market, Anyone) { OfExchange = true },
        new("/disclosure", Words.Disclosure, PlaceGroup.Market, Anyone),
        new("/statistics", Words.Statistics, PlaceGroup.Market, Anyone),
        new("/compliance", Words.Compliance, PlaceGroup.Oversight, Reader) { Also = ["/entities"] },
        new("/holdings", Words.Holdings, PlaceGroup.Oversight, Reader),
        new("/rules", Words.Rules, PlaceGroup.Grounds, Anyone),
        new("/methods", Words.Methods, PlaceGroup.Grounds, Anyone),
        new("/journal", Words.Journal, PlaceGroup.Grounds, Anyone),
    ];

    /// <summary>What a person sees, by group; the place that holds the path is marked.</summary>
    /// <param name="mandate">Who.</param>
    /// <param name="path">Where the person is.</param>
    /// <param name="exchange">Whether the rulebook has an exchange.</param>
    public static IEnumerable<(PlaceGroup Group, IReadOnlyList<(Place Place, bool Here)> Places)> For(
        Mandate mandate, string path, bool exchange = true)
    {
        var holder = HolderIn(mandate, path);
        var seen = All
            .Where(place => place.For(mandate) && (exchange || !place.OfExchange))
            .Where(place => holder is not null || !place.Path.Contains("{holder}", StringComparison.Ordinal))
            .Select(place => place with { Path = place.Path.Replace("{holder}", holder, StringComparison.Ordinal) })
            .ToList();
        // Of several places that hold the path the most exact one is where the visitor is.
        var here = seen.Where(place => place.Holds(path)).MaxBy(place => place.Path.Length);
        return seen.GroupBy(place => place.Group).OrderBy(group => group.Key).Select(group =>
            (group.Key, (IReadOnlyList<(Place, bool)>)[.. group.Select(place => (place, place == here))]));
    }

    /// <summary>The holder that a path such as <c>/desk/7/holdings</c> is about, else the person's first.</summary>
    public static HolderId? HolderOf(Mandate mandate, string path)
    {
        var parts = path.Split('/');
        foreach (var (holder, _) in mandate.Holders)
        {
            if (parts.Length > 2 && parts[2] == holder.Value.ToString(CultureInfo.InvariantCulture))
            {
                return holder;
            }
        }

        return mandate.Holders.IsEmpty ? null : mandate.Holders[0].Holder;
    }

    /// <summary>Everybody.</summary>
    public static bool Anyone(Mandate mandate) => true;

    /// <summary>Whoever has signed in.</summary>
    public static bool SignedIn(Mandate mandate) => mandate.User != default;

    /// <summary>Those who may read everything.</summary>
    public static bool Reader(Mandate mandate) => mandate.ReadsEverything;

    /// <summary>Those who act for a holder.</summary>
    public static bool Represents(Mandate mandate) => !mandate.Holders.IsEmpty;

    /// <summary>Those who have one of these offices.</summary>
    public static Func<Mandate, bool> Has(params Role[] offices) => mandate => offices.Any(mandate.Is);

    private static string? HolderIn(Mandate mandate, string path) =>
        HolderOf(mandate, path)?.Value.ToString(CultureInfo.InvariantCulture);
}
