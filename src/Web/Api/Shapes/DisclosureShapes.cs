using System.Text.Json.Serialization;
using Tanheng.Quantities;
using Tanheng.Rulebook;
using Tanheng.Scheme;
using Tanheng.Scheme.Compliance;

namespace Tanheng.Web.Api.Shapes;

/// <summary>What the law has published of covered entities. What the rulebook does not list is left out.</summary>
/// <param name="Year">Emission year.</param>
/// <param name="Holder">Its number.</param>
/// <param name="Name">Its name.</param>
/// <param name="CreditCode">Its code.</param>
/// <param name="Province">Its authority.</param>
/// <param name="Sector">Its sector.</param>
/// <param name="Facilities">Its sites.</param>
public sealed record PublicCoverage(
    int Year,
    HolderId Holder,
    Text? Name,
    string? CreditCode,
    string? Province,
    string? Sector,
    IReadOnlyList<Text>? Facilities);

/// <summary>What the law has published of verified emissions.</summary>
/// <param name="Holder">Its number.</param>
/// <param name="Name">Its name.</param>
/// <param name="Year">Emission year.</param>
/// <param name="VerifiedEmissions">What was accepted.</param>
public sealed record PublicVerification(HolderId Holder, Text? Name, int Year, Tonnes? VerifiedEmissions);

/// <summary>What the law has published of a report; fuels, analyses and evidence are never among it.</summary>
/// <param name="Holder">Its number.</param>
/// <param name="Name">Its name.</param>
/// <param name="Year">Emission year.</param>
/// <param name="TotalEmissions">The accepted total.</param>
/// <param name="Facilities">The sites it covers.</param>
/// <param name="Methods">How it was calculated.</param>
public sealed record PublicReport(
    HolderId Holder,
    Text? Name,
    int Year,
    Tonnes? TotalEmissions,
    IReadOnlyList<Text>? Facilities,
    IReadOnlyList<string>? Methods);

/// <summary>What the law has published of a surrender, as the authority published it last.</summary>
/// <param name="Period">Which period.</param>
/// <param name="Holder">Its number.</param>
/// <param name="Name">Its name.</param>
/// <param name="Status">Where it stood.</param>
/// <param name="Obligation">What it owed.</param>
/// <param name="Surrendered">What it handed in.</param>
/// <param name="Offsets">Offsets among it.</param>
/// <param name="Shortfall">What was missing.</param>
/// <param name="Penalty">The fine.</param>
public sealed record PublicResult(
    CompliancePeriod Period,
    HolderId Holder,
    Text? Name,
    ObligationStatus? Status,
    Tonnes? Obligation,
    Tonnes? Surrendered,
    Tonnes? Offsets,
    Tonnes? Shortfall,
    Amount? Penalty)
{
    /// <summary>A published result as it is answered.</summary>
    public static PublicResult Of(CompliancePeriod period, PublishedResult one) => new(
        period,
        one.Holder,
        one.Name,
        one.Status,
        one.Obligation,
        one.Surrendered,
        one.Offsets,
        one.Shortfall,
        Amount.Of(one.Penalty));
}

/// <summary>What the law has published of an allocation.</summary>
/// <param name="Holder">Its number.</param>
/// <param name="Name">Its name.</param>
/// <param name="Period">Which period.</param>
/// <param name="Quantity">The determined allocation, or the pre-allocation before it.</param>
public sealed record PublicAllocation(HolderId Holder, Text? Name, CompliancePeriod? Period, Tonnes? Quantity);

/// <summary>What the law has published of a technical service body.</summary>
/// <param name="Code">Its code.</param>
/// <param name="Name">Its name.</param>
/// <param name="Prepares">Provinces in which it prepares reports.</param>
/// <param name="Verifies">Provinces in which it verifies reports.</param>
public sealed record PublicBody(
    string Code, Text? Name, IReadOnlyList<string>? Prepares, IReadOnlyList<string>? Verifies);

/// <summary>What the law has published of transactions: never who, only how much on a day.</summary>
/// <param name="Day">On which day of the market's calendar.</param>
/// <param name="Type">Of which type.</param>
/// <param name="Unit">What moved.</param>
/// <param name="Quantity">How much altogether.</param>
public sealed record PublicTransaction(DateOnly? Day, string? Type, string? Unit, Tonnes? Quantity)
{
    /// <summary>Where it stands in the list.</summary>
    [JsonIgnore]
    public string Key { get; init; } = "";
}

/// <summary>A duty to publish.</summary>
/// <param name="What">About what.</param>
/// <param name="Fields">The fields that are public.</param>
/// <param name="Withheld">What the public does not see.</param>
/// <param name="Cite">Where it stands in the law.</param>
public sealed record DisclosureView(
    string What, IReadOnlyList<string> Fields, IReadOnlyList<string> Withheld, Citation Cite);
