using Tanheng.Ledger;
using Tanheng.Quantities;
using Tanheng.Rulebook;
using Tanheng.Scheme.Registry;
using Tanheng.Scheme.Trading;

namespace Tanheng.Scheme.Settlement;

/// <summary>登记结算专户: names an account in which a settlement bank keeps participants' money.</summary>
/// <param name="Number">The account's number at the bank, as its statements have it.</param>
/// <param name="Bank">The bank's name.</param>
/// <param name="Name">In whose name the account is.</param>
/// <param name="Bic">The bank's BIC for payment files; may be left out.</param>
public sealed record RegisterSettlementBank(string Number, string Bank, string Name, string? Bic = null) : Command;

/// <summary>A settlement account is known, or known better; with the first one its two companions are open.</summary>
public sealed record SettlementBankRegistered(SettlementBank Account, AccountId Suspense, AccountId Reserve) : Event;

/// <summary>
/// Money stands in special accounts at one or more banks. With the first one the account of lines in suspense and the
/// risk reserve are opened, and days are settled from then on. Refusals in order: no exchange, exchange not opened;
/// text missing (number, bank, name); bad BIC; nothing to do.
/// </summary>
public static class SettlementBanks
{
    internal static void Register(Catalogue catalogue) => catalogue
        .Command<RegisterSettlementBank>(
            "register-settlement-bank", Permission.Of(Role.RegistryOperator, Role.Authority), Decide)
        .Event<SettlementBankRegistered>("settlement-bank-registered", Apply);

    /// <summary>
    /// Null when days are settled. Refusals in order: no exchange, exchange not opened; no settlement bank.
    /// </summary>
    internal static Refusal? Missing(SchemeState state) =>
        Exchange.Find(state).IsRefused(out var refusal) ? refusal
        : state.Cash.Suspense is null ? SettlementRefusals.NoSettlementBank.With()
        : null;

    /// <summary>An account number as it is compared: without spaces, letters in capitals.</summary>
    public static string Plain(string? number) =>
        string.Concat((number ?? "").Where(one => !char.IsWhiteSpace(one))).ToUpperInvariant();

    private static Outcome<Decision> Decide(SchemeState state, in Context context, RegisterSettlementBank command)
    {
        if (Exchange.Find(state).IsRefused(out var refusal))
        {
            return refusal;
        }

        if ((Holders.Blank("number", command.Number) ?? Holders.Blank("bank", command.Bank)
            ?? Holders.Blank("name", command.Name)) is { } blank)
        {
            return blank;
        }

        var bic = Plain(command.Bic);
        if (bic.Length is not (0 or 8 or 11) || !bic.All(char.IsAsciiLetterOrDigit))
        {
            return SettlementRefusals.BadBic.With(("bic", command.Bic));
        }

        var account = new SettlementBank(
            Plain(command.Number), command.Bank.Trim(), command.Name.Trim(), bic);
        if (state.Cash.Banks.GetValueOrDefault(account.Number) == account)
        {
            return RegistryRefusals.NothingToDo.With();
        }

        if (state.Cash is { Suspense: { } there, Reserve: { } reserved })
        {
            return Decision.Of(new SettlementBankRegistered(account, there, reserved));
        }

        var suspense = AccountOpening.Plan(state, 0, AccountKind.Suspense, AccountStatus.Active, null, null);
        var reserve = AccountOpening.Plan(state, 1, AccountKind.RiskReserve, AccountStatus.Active, null, null);
        return Decision.Of(
            suspense, reserve, new SettlementBankRegistered(account, suspense.Account.Id, reserve.Account.Id));
    }

    private static void Apply(SchemeState state, in Context context, SettlementBankRegistered happened)
    {
        if (state.Cash.Suspense is null)
        {
            CashDays.Begin(state);
            (state.Cash.TradesBefore, state.Cash.LegsBefore) = (state.Trading.Trades.Count, state.Cash.Legs.Count);
        }

        (state.Cash.Suspense, state.Cash.Reserve) = (happened.Suspense, happened.Reserve);
        state.Cash.Banks[happened.Account.Number] = happened.Account;
    }
}
