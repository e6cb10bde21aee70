using Tanheng.Quantities;
using Tanheng.Scheme.Registry;

namespace Tanheng.Scheme.Tests.Auditor;

/// <summary>
/// What the auditor expects of some simple commands by its own books and its own knowledge of
/// <see cref="AuditedRules"/>:
/// true is accepted, false refused, null no opinion.
/// </summary>
internal sealed class Foresight(Independent auditor)
{
    private static readonly string[] Families = ["CEA 2021", "CEA 2022", "CEA 2023", "CCER 0"];
    private static readonly string[] Own = ["registry", "trading"];
    private static readonly string[] Frozen = ["registry", "trading", "custody"];
    private static readonly string[] Officials = ["authority", "registry-operator"];
    private static readonly string[] Registrar = ["registry-operator"];

    public bool? Expect(Command command, UserId actor) => command switch
    {
        TransferUnits one => Speaks(actor, one.Holder.Value, Registrar) && IsHolder(one.Holder.Value)
            && Owns(one.Holder.Value, one.From.Value) && CanSend(one.From.Value, Own) && CanReceive(one.To.Value, Own)
            && auditor.Accounts[one.To.Value].Holder != one.Holder.Value
            && (!auditor.KeptToList.Contains(one.From.Value) || auditor.Trusts(one.From.Value, one.To.Value))
            && one.Quantity.Value <= 400
            && Has(one.From.Value, one.Unit, one.Vintage, one.Quantity)
            && HasSerials(one),
        SettleTrade one => HasOffice(actor, ["exchange-operator", "registry-operator"]) && one.Trade.Trim().Length > 0
            && CanSend(one.From.Value, ["trading"]) && CanReceive(one.To.Value, ["trading"])
            && auditor.Accounts[one.From.Value].Holder != auditor.Accounts[one.To.Value].Holder
            && Has(one.From.Value, one.Unit, one.Vintage, one.Quantity),
        MovePosition one => Speaks(actor, one.Holder.Value, Registrar) && IsHolder(one.Holder.Value)
            && Owns(one.Holder.Value, one.From.Value) && Owns(one.Holder.Value, one.To.Value)
            && CanSend(one.From.Value, Own) && CanReceive(one.To.Value, Own) && one.From != one.To
            && Has(one.From.Value, one.Unit, one.Vintage, one.Quantity),
        FreezeUnits one => HasOffice(actor, Officials) && one.Reference.Trim().Length > 0
            && auditor.Accounts.TryGetValue(one.Account.Value, out var account) && Frozen.Contains(account.Kind)
            && !IsGone(account) && Has(one.Account.Value, one.Unit, one.Vintage, one.Quantity),

        RemoveTrustedAccounts one => Speaks(actor, one.Holder.Value, Officials) && IsHolder(one.Holder.Value)
            && Owns(one.Holder.Value, one.Account.Value)
            && auditor.Accounts[one.Account.Value].Status is "active" or "restricted" or "frozen" or "suspended"
            && one.Trusted.Count > 0 && one.Trusted.Distinct().Count() == one.Trusted.Count
            && one.Trusted.All(trusted => auditor.Trusted.ContainsKey((one.Account.Value, trusted.Value))),

        // Needs a second person, so it is never accepted when it is sent directly.
        CancelVoluntarily or IssueOffsets or TransferJudicially or CloseAccount or SetAccountRules or ClaimHolder
            or ReplaceRepresentative => false,
        _ => null,
    };

    private static bool IsGone(Opened account) => account.Status is "applied" or "rejected" or "closed";

    private bool HasOffice(UserId actor, string[] wanted) =>
        auditor.Offices.TryGetValue(actor.Name, out var offices) && wanted.Any(offices.Contains);

    private bool Speaks(UserId actor, long holder, string[] officials) => HasOffice(actor, officials)
        || (auditor.People.TryGetValue((holder, actor.Name), out var person)
            && person is { Initiates: true, Suspended: false });

    private bool IsHolder(long holder) => auditor.HolderIsActive.GetValueOrDefault(holder);

    private bool Owns(long holder, long account) =>
        auditor.Accounts.TryGetValue(account, out var found) && found.Holder == holder;

    private bool CanSend(long account, string[] kinds) => auditor.Accounts.TryGetValue(account, out var found)
        && kinds.Contains(found.Kind) && found.Status == "active";

    private bool CanReceive(long account, string[] kinds) => auditor.Accounts.TryGetValue(account, out var found)
        && kinds.Contains(found.Kind) && found.Status is "active" or "restricted" or "frozen" or "reviewed"
        && !auditor.Closing.ContainsValue(account);

    private static string Asset(string unit, CompliancePeriod vintage) => unit == "CEA" ? "CEA-" + vintage : unit;

    private bool Has(long account, string unit, CompliancePeriod vintage, Tonnes quantity) =>
        Families.Contains(unit + " " + vintage) && quantity.Value > 0
        && auditor.Books.Balance(new Spot(account, "free"), Asset(unit, vintage)) >= quantity.Value;

    private bool HasSerials(TransferUnits command)
    {
        if (command.Serials.IsEmpty)
        {
            return true;
        }

        var tape = auditor.Books.Tapes[Asset(command.Unit, command.Vintage)];
        var free = new Spot(command.From.Value, "free");
        foreach (var range in command.Serials.Ranges)
        {
            if (!tape.AllIn(range.First, range.Last, free))
            {
                return false;
            }
        }

        return command.Serials.Count == command.Quantity.Value;
    }
}
