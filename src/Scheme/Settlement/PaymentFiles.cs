using Tanheng.Quantities;
using Tanheng.Rulebook;

namespace Tanheng.Scheme.Settlement;

/// <summary>导出付款: puts payments into a file for a settlement bank.</summary>
/// <param name="Number">The settlement account that pays.</param>
/// <param name="Withdrawals">Which; empty for all that wait.</param>
public sealed record OrderPayments(string Number, IReadOnlyList<WithdrawalId> Withdrawals) : Command;

/// <summary>A file of payments is made; it can be written out as often as it is needed.</summary>
public sealed record PaymentsOrdered(PaymentFile File) : Event;

/// <summary>
/// A payment is put into one file and never into a second, so that none is paid twice; the file itself has one
/// identity, whenever and however it is written out. Refusals in order: no exchange, exchange not opened; no settlement
/// bank; unknown settlement account; nothing to pay; unknown withdrawal; payment ordered.
/// </summary>
public static class PaymentFiles
{
    internal static void Register(Catalogue catalogue) => catalogue
        .Command<OrderPayments>("order-payments", Permission.Of(Role.RegistryOperator), Decide)
        .Event<PaymentsOrdered>("payments-ordered", Apply);

    private static Outcome<Decision> Decide(SchemeState state, in Context context, OrderPayments command)
    {
        if (SettlementBanks.Missing(state) is { } refusal)
        {
            return refusal;
        }

        var number = SettlementBanks.Plain(command.Number);
        if (!state.Cash.Banks.ContainsKey(number))
        {
            return SettlementRefusals.UnknownSettlementAccount.With(("number", command.Number));
        }

        var wanted = command.Withdrawals.Count > 0
            ? command.Withdrawals.Distinct().ToList()
            : state.Cash.Payments.Values.Where(one => one.Status == PaymentStatus.Waiting)
                .Select(one => one.Id).OrderBy(id => id.Value).ToList();
        if (wanted.Count == 0)
        {
            return SettlementRefusals.NothingToPay.With();
        }

        Int128 total = 0;
        foreach (var id in wanted)
        {
            if (!state.Cash.Withdrawals.ContainsKey(id))
            {
                return SettlementRefusals.UnknownWithdrawal.With(("withdrawal", id));
            }

            var payment = state.Cash.Payments[id];
            if (payment.Status != PaymentStatus.Waiting)
            {
                return SettlementRefusals.PaymentOrdered.With(("withdrawal", id), ("file", payment.File));
            }

            total += payment.Amount.Minor;
        }

        return Decision.Of(new PaymentsOrdered(new PaymentFile(
            state.Cash.NextFile, number, context.Time, wanted, new Money((long)total, state.Rules.Currency))));
    }

    private static void Apply(SchemeState state, in Context context, PaymentsOrdered happened)
    {
        state.Cash.PaymentFiles.Add(happened.File);
        foreach (var id in happened.File.Payments)
        {
            state.Cash.Payments[id] = state.Cash.Payments[id] with
            {
                Status = PaymentStatus.Ordered,
                File = happened.File.Id,
            };
        }
    }
}
