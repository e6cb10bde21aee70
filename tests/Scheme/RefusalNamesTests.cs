using Tanheng.Ledger;
using Tanheng.Quantities;
using Tanheng.Scheme.Registry;
using Tanheng.Scheme.Tests.Kit;

namespace Tanheng.Scheme.Tests;

/// <summary>Refusals speak of people by their names; programs keep the numbers.</summary>
public sealed class RefusalNamesTests
{
    [Fact]
    public void A_refusal_calls_a_holder_by_name_and_keeps_its_number_for_programs()
    {
        var market = Market.Found();
        var (one, other) = (market.Admit(1), market.Admit(2));
        var refusal = market.Refusal(new TransferUnits(
            one.Id, other.RegistryAccount!.Value, one.RegistryAccount!.Value, "CCER", default, new Tonnes(1)));
        refusal["holder"].ShouldBe("H1");
        refusal.Message("zh").ShouldContain("第1电厂（H1）");
        refusal.Message("en").ShouldContain("Plant 1 (H1)");
        refusal.Message("en").ShouldContain(market.State.Registry.Accounts[other.RegistryAccount!.Value].Number);
    }

    [Fact]
    public void What_the_state_does_not_know_keeps_its_own_form()
    {
        var refusal = Market.Found().Refusal(new TransferUnits(
            new HolderId(77), new AccountId(1), new AccountId(2), "CCER", default, new Tonnes(1)));
        refusal.Message("en").ShouldContain("H77");
    }
}
