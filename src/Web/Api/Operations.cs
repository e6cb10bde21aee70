using Tanheng.Web.Api.Commands;
using Tanheng.Web.Api.Files;
using Tanheng.Web.Api.Queries;

namespace Tanheng.Web.Api;

/// <summary>Every operation of the API.</summary>
public static class Operations
{
    /// <summary>In the order of the document.</summary>
    public static IReadOnlyList<Operation> All { get; } =
    [
        .. MeQueries.All,
        .. LetterOperations.All,
        .. Tagged("scheme", SchemeQueries.All),
        .. Tagged("scheme", ClockOperations.All),
        .. Tagged("methods", MethodQueries.All),
        .. Tagged("registry", RegistryQueries.All),
        .. Tagged("registry", AccountQueries.All),
        .. Tagged("registry", LedgerQueries.All),
        .. Tagged("registry", TrustQueries.All),
        .. Tagged("registry", RequestQueries.Registry),
        .. Tagged("emissions", MrvQueries.All),
        .. Tagged("emissions", RequestQueries.Mrv),
        .. Tagged("allocation", AllocationQueries.All),
        .. Tagged("allocation", RequestQueries.Allocation),
        .. Tagged("compliance", ComplianceQueries.All),
        .. Tagged("market", MarketQueries.All),
        .. Tagged("market", BulletinQueries.All),
        .. Tagged("trading", TradingQueries.All),
        .. Tagged("settlement", SettlementQueries.All),
        .. Tagged("supervision", SupervisionQueries.All),
        .. Tagged("auctions", AuctionQueries.All),
        .. Tagged("approval", ApprovalQueries.All),
        .. Tagged("journal", JournalQueries.All),
        .. Tagged("disclosure", DisclosureQueries.All),
        .. Tagged("attachments", AttachmentOperations.All),
        .. Tagged("meta", MetaQueries.All),
        .. CommandOperations.All,
    ];

    private static IEnumerable<Operation> Tagged(string tag, IEnumerable<Operation> operations) =>
        operations.Select(operation => operation with { Tag = tag });
}
