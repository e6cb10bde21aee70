using Tanheng.Ledger;
using Tanheng.Quantities;
using Tanheng.Scheme.Registry;

namespace Tanheng.Scheme.Tests.Auditor;

/// <summary>Pledges: applied for, confirmed, withdrawn, released, realised.</summary>
internal sealed partial class Maker
{
    private (int Weight, Func<Command> Make)[] PledgeKinds() =>
    [
        (10, Apply),
        (10, () => Some(PledgeStatus.Applied) is var (id, pledge)
            ? new ConfirmPledge(pledge?.Pledgee ?? Whose(), id) : null!),
        (2, () => Some(PledgeStatus.Applied) is var (id, pledge)
            ? new WithdrawPledge((dice.Rarely(500) ? pledge?.Pledgor : pledge?.Pledgee) ?? Whose(), id, Reason())
            : null!),
        (8, () => Some(PledgeStatus.Registered) is var (id, pledge) ? new ReleasePledge(
            pledge?.Pledgee ?? Whose(), id, Quantity(pledge?.Quantity.Value ?? 5), Reason(), Left(pledge)) : null!),
        (3, () => Some(PledgeStatus.Registered) is var (id, pledge) ? new RealisePledge(
            id, Any(AccountKind.Registry), Quantity(pledge?.Quantity.Value ?? 5), Reason(), Left(pledge)) : null!),
    ];

    private ApplyPledge Apply()
    {
        var (holder, from) = Rich(AccountKind.Registry, AccountKind.Trading);
        var (unit, vintage, quantity) = Something(from);
        var claim = new Money(Oddly() ? dice.Of([0, -1, Huge]) : dice.Between(1, 100_000), Currency.Cny);
        var until = dice.Rarely(500) ? (DateOnly?)null : new DateOnly((int)dice.Between(2021, 2024), 6, 30);
        return new ApplyPledge(holder, from, unit, vintage, quantity, Whose(), claim, Reason(), until);
    }

    private Money? Left(Pledge? pledge) => pledge is null || dice.Rarely(600)
        ? null
        : new Money(dice.Between(0, pledge.Claim.Minor), Currency.Cny);

    /// <summary>A pledge that is (mostly) where it should be, the party that answers (mostly) its own.</summary>
    private (PledgeId Id, Pledge? Pledge) Some(PledgeStatus status)
    {
        var all = state.Pledges.Pledges.Values.Where(pledge => pledge.Status == status || Oddly())
            .OrderBy(pledge => pledge.Id.Value).ToList();
        if (all.Count == 0 || Oddly())
        {
            return (new PledgeId(dice.Between(-1, 30)), null);
        }

        var one = dice.Of(all);
        return (one.Id, one);
    }
}
