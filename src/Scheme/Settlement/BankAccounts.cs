using Tanheng.Quantities;
using Tanheng.Rulebook;
using Tanheng.Scheme.Registry;
using Tanheng.Scheme.Trading;

namespace Tanheng.Scheme.Settlement;

/// <summary>Notes a holder's own bank account, after its papers were seen.</summary>
public sealed record RegisterBankAccount(HolderId Holder, string Bank, string Number) : Command;

/// <summary>Money of the holder comes from and goes to this account.</summary>
public sealed record BankAccountRegistered(HolderId Holder, BankAccount Account) : Event;

/// <summary>
/// Refusals in order: no exchange, exchange not opened; unknown holder, holder not active; text missing (bank, number);
/// nothing to do; withdrawal waits.
/// </summary>
public static class BankAccounts
{
    internal static void Register(Catalogue catalogue) => catalogue
        .Command<RegisterBankAccount>("register-bank-account", Permission.Of(Role.RegistryOperator), Decide)
        .Event<BankAccountRegistered>("bank-account-registered", Apply);

    /// <summary>出入金只限本单位账户: true when the number is of the holder's own bank account, however it is spaced.</summary>
    internal static bool IsOwn(SchemeState state, HolderId holder, string? number) =>
        state.Cash.BankAccounts.TryGetValue(holder, out var own)
        && SettlementBanks.Plain(own.Number) == SettlementBanks.Plain(number);

    private static Outcome<Decision> Decide(SchemeState state, in Context context, RegisterBankAccount command)
    {
        if (Exchange.Find(state).IsRefused(out var refusal)
            || Holders.Active(state, command.Holder).IsRefused(out refusal))
        {
            return refusal;
        }

        if ((Holders.Blank("bank", command.Bank) ?? Holders.Blank("number", command.Number)) is { } blank)
        {
            return blank;
        }

        var account = new BankAccount(command.Bank.Trim(), command.Number.Trim());
        if (state.Cash.BankAccounts.GetValueOrDefault(command.Holder) == account)
        {
            return RegistryRefusals.NothingToDo.With();
        }

        var waiting = state.Cash.Withdrawals.Values.Where(one => one.Holder == command.Holder)
            .Select(one => (WithdrawalId?)one.Id).MinBy(id => id!.Value.Value);
        return waiting is { } id
            ? SettlementRefusals.WithdrawalWaits.With(("withdrawal", id))
            : Decision.Of(new BankAccountRegistered(command.Holder, account));
    }

    private static void Apply(SchemeState state, in Context context, BankAccountRegistered happened) =>
        state.Cash.BankAccounts[happened.Holder] = happened.Account;
}
