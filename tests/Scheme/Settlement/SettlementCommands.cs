using Tanheng.Quantities;
using Tanheng.Scheme.Settlement;

namespace Tanheng.Scheme.Tests.Settlement;

/// <summary>One of each command about banks and settled days.</summary>
internal static class SettlementCommands
{
    private static readonly Money Fen = Money.Parse("0.01 CNY");

    /// <summary>Those that a holder's people send.</summary>
    public static Command[] OfHolders(HolderId holder) =>
    [
        new RepayReserve(holder, Fen),
        new ObjectToSettlement(holder, default, "x"),
        new ConfirmCorrection(holder, new CorrectionId(1)),
        new DeclineCorrection(holder, new CorrectionId(1), "x"),
    ];

    /// <summary>Those that officials send.</summary>
    public static Command[] OfOfficials(HolderId holder) =>
    [
        new RegisterSettlementBank("1", "b", "n"),
        new ImportStatements("f", []),
        new AssignBankLine(new BankLineId(1), holder, "x"),
        new ReturnBankLine(new BankLineId(1), "x"),
        new MatchBankLine(new BankLineId(1), new WithdrawalId(1), "x"),
        new ChargeBankLine(new BankLineId(1), "x"),
        new OrderPayments("1", []),
        new ReconcileCash(default),
        new CoverLeg("t", "x"),
        new StateExchangeTotals(default, []),
        new AnswerSettlementObjection(new SettlementObjectionId(1), true, "x"),
        new ProposeCorrection("r", null, "x"),
    ];
}
