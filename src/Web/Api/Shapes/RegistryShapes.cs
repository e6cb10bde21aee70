using System.Text.Json.Serialization;
using Tanheng.Ledger;
using Tanheng.Quantities;
using Tanheng.Rulebook;
using Tanheng.Scheme;
using Tanheng.Scheme.Registry;

namespace Tanheng.Web.Api.Shapes;

/// <summary>A person who acts for a holder.</summary>
/// <param name="Holder">For whom.</param>
/// <param name="User">The person's name in the scheme.</param>
/// <param name="Rights">How far.</param>
/// <param name="Suspended">True while the rights rest.</param>
public sealed record RepresentativeView(HolderId Holder, UserId User, Rights Rights, bool Suspended);

/// <summary>A person with an office.</summary>
/// <param name="User">The person's name in the scheme.</param>
/// <param name="Roles">The offices.</param>
public sealed record OfficialView(UserId User, IReadOnlyList<Role> Roles);

/// <summary>A covered holder of a year 名录.</summary>
/// <param name="Year">Emission year.</param>
/// <param name="Holder">Who.</param>
/// <param name="Code">Its code.</param>
/// <param name="Name">Its name.</param>
/// <param name="Province">Its authority.</param>
/// <param name="Sector">Its sector.</param>
public sealed record CoverageView(int Year, HolderId Holder, string Code, Text Name, string Province, string Sector);

/// <summary>What is in one compartment of an account.</summary>
/// <param name="Account">The account.</param>
/// <param name="Number">Its published number.</param>
/// <param name="Holder">Whose it is; left out for accounts of provinces and of the scheme.</param>
/// <param name="Asset">Units with their vintage, or <c>money:CNY</c>.</param>
/// <param name="Compartment">Free, or promised to something.</param>
/// <param name="Quantity">Units in tonnes of CO2e, money in minor units; negative in accounts of the scheme.</param>
/// <param name="Unit"><c>tCO2e</c>, or minor units of a currency such as <c>CNY-minor</c>.</param>
/// <param name="Serials">Which serials; left out for a moment in the past.</param>
public sealed record HoldingView(
    AccountId Account,
    string Number,
    HolderId? Holder,
    Asset Asset,
    Compartment Compartment,
    long Quantity,
    string Unit,
    SerialSet? Serials)
{
    /// <summary>The unit in which an asset is counted.</summary>
    public static string UnitOf(Asset asset) => asset.IsMoney ? asset.Code["money:".Length..] + "-minor" : "tCO2e";
}

/// <summary>One line of an account's statement.</summary>
/// <param name="Sequence">The row of the journal.</param>
/// <param name="Time">When.</param>
/// <param name="Transaction">The transaction.</param>
/// <param name="Type">Its type, as in the rulebook.</param>
/// <param name="Asset">What.</param>
/// <param name="Compartment">In which compartment.</param>
/// <param name="Quantity">Plus or minus.</param>
/// <param name="Unit">In which unit.</param>
/// <param name="Serials">Which serials; empty for money.</param>
/// <param name="Other">The account on the other side.</param>
/// <param name="OtherNumber">Its published number.</param>
public sealed record StatementView(
    long Sequence,
    DateTimeOffset Time,
    TransactionId Transaction,
    string Type,
    Asset Asset,
    Compartment Compartment,
    long Quantity,
    string Unit,
    SerialSet Serials,
    AccountId Other,
    string OtherNumber)
{
    /// <summary>Where it stands in the list.</summary>
    [JsonIgnore]
    public string Key { get; init; } = "";
}

/// <summary>Movements that happened together.</summary>
/// <param name="Id">The transaction.</param>
/// <param name="Sequence">The row of the journal.</param>
/// <param name="Time">When.</param>
/// <param name="Type">Its type, as in the rulebook.</param>
/// <param name="Movements">The movements that touch an account the caller may read.</param>
public sealed record TransactionView(
    TransactionId Id, long Sequence, DateTimeOffset Time, string Type, IReadOnlyList<Movement> Movements);
