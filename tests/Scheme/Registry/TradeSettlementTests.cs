using Tanheng.Ledger;
using Tanheng.Quantities;
using Tanheng.Scheme.Registry;
using Tanheng.Scheme.Tests.Kit;

namespace Tanheng.Scheme.Tests.Registry;

/// <summary>S03: what the exchange trades, the registry books 双城模式.</summary>
public sealed class TradeSettlementTests
{
    [Fact]
    public void AT_S03_a_trade_changes_two_registry_balances_equally_and_the_sum_over_all_accounts_stays()
    {
        var market = Market.Found();
        var (seller, buyer) = (market.Admit(1), market.Admit(2, "CN-GD"));
        market.Issue(seller.RegistryAccount!.Value, 1_000);
        market.Do(Move(seller, seller.RegistryAccount!.Value, seller.TradingAccount!.Value, 400));

        market.Do(new SettleTrade(
            seller.TradingAccount!.Value,
            buyer.TradingAccount!.Value,
            "CCER",
            default,
            new Tonnes(400),
            "S-20230728-1"));

        // The seller's trading balance falls by 400, the buyer's rises by 400; 600 never moved; 1,000 were issued.
        market.Balance(seller.TradingAccount!.Value).ShouldBe(0);
        market.Balance(buyer.TradingAccount!.Value).ShouldBe(400);
        market.Balance(seller.RegistryAccount!.Value).ShouldBe(600);
        Sum(market).ShouldBe(0);

        market.Do(Move(buyer, buyer.TradingAccount!.Value, buyer.RegistryAccount!.Value, 400));
        market.Balance(buyer.RegistryAccount!.Value).ShouldBe(400);
        Sum(market).ShouldBe(0);
        market.ShouldReplay();
    }

    /// <summary>Over every account, the issuance (−1,000) included.</summary>
    private static long Sum(Market market)
    {
        long sum = 0;
        for (var id = 1; id <= market.State.Ledger.AccountCount; id++)
        {
            sum += market.State.Ledger.Total(new AccountId(id), Asset.Unit("CCER"));
        }

        return sum;
    }

    private static MovePosition Move(Holder holder, AccountId from, AccountId to, long tonnes) =>
        new(holder.Id, from, to, "CCER", default, new Tonnes(tonnes));
}
