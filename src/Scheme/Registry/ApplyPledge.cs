using Tanheng.Ledger;
using Tanheng.Quantities;
using Tanheng.Rulebook;

namespace Tanheng.Scheme.Registry;

/// <summary>质押申请: the pledgor asks to have units pledged; the pledgee answers.</summary>
/// <param name="Holder">出质人: the pledgor.</param>
/// <param name="Account">Its account.</param>
/// <param name="Unit">Family.</param>
/// <param name="Vintage">Default when the family has none.</param>
/// <param name="Quantity">Whole tonnes.</param>
/// <param name="Pledgee">质权人: the lender, a holder of this market.</param>
/// <param name="Claim">担保债权: what the units secure.</param>
/// <param name="Reference">The agreement of the parties.</param>
/// <param name="Until">When the debt is to be paid; null where it is open.</param>
public sealed record ApplyPledge(
    HolderId Holder,
    AccountId Account,
    string Unit,
    CompliancePeriod Vintage,
    Tonnes Quantity,
    HolderId Pledgee,
    Money Claim,
    string Reference,
    DateOnly? Until = null) : Command, IForHolder, IForAccounts
{
    IReadOnlyList<AccountId> IForAccounts.Accounts => [Account];
}

/// <summary>撤回或拒绝: one of the parties ends an application.</summary>
public sealed record WithdrawPledge(HolderId Holder, PledgeId Pledge, string Reason) : Command, IForHolder;

/// <summary>A pledge is applied for; nothing is kept yet.</summary>
public sealed record PledgeApplied(Pledge Pledge) : Event, IOfPledge
{
    HolderId IOfPledge.Pledgor => Pledge.Pledgor;

    HolderId IOfPledge.Pledgee => Pledge.Pledgee;
}

/// <summary>An application is over without a pledge.</summary>
public sealed record PledgeWithdrawn(
    PledgeId Pledge, HolderId Pledgor, HolderId Pledgee, HolderId By, string Reason) : Event, IOfPledge;

/// <summary>
/// An application says what would be pledged and moves nothing: until the pledgee confirms it, the pledgor may still
/// use the units, and the confirmation is then refused. Refusals in order, of an application: text missing (reference);
/// unknown holder, holder not active (pledgor, then pledgee); own pledgee; another holder's account; unknown unit;
/// those of <see cref="Pledges.Check"/>; of its end: text missing (reason); unknown pledge; pledge in force; not a
/// party.
/// </summary>
public static class PledgeApplications
{
    internal static void Register(Catalogue catalogue) => catalogue
        .Command<ApplyPledge>("apply-pledge", Permission.OfHolder(), Decide)
        .Command<WithdrawPledge>(
            "withdraw-pledge", Permission.OfHolder(Role.RegistryOperator, Role.Authority), Decide)
        .Event<PledgeApplied>("pledge-applied", Apply)
        .Event<PledgeWithdrawn>("pledge-withdrawn", Apply);

    private static Outcome<Decision> Decide(SchemeState state, in Context context, ApplyPledge command)
    {
        if (Holders.Blank("reference", command.Reference) is { } blank)
        {
            return blank;
        }

        if (Holders.Active(state, command.Holder).IsRefused(out var refusal)
            || Holders.Active(state, command.Pledgee).IsRefused(out refusal))
        {
            return refusal;
        }

        if (command.Holder == command.Pledgee)
        {
            return PledgeRefusals.OwnPledgee.With(("holder", command.Holder));
        }

        if (UnitAssets.CheckOwner(state, command.Holder, command.Account) is { } notOwn)
        {
            return notOwn;
        }

        if (!UnitAssets.Find(state, command.Unit, command.Vintage).Try(out var asset, out refusal))
        {
            return refusal;
        }

        var pledge = new Pledge(
            state.Pledges.Next,
            command.Holder,
            command.Account,
            asset,
            command.Quantity,
            command.Pledgee,
            command.Claim,
            command.Reference.Trim(),
            command.Until,
            context.Time);
        return Pledges.Check(state, pledge, context.Time).IsRefused(out refusal)
            ? refusal
            : Decision.Of(new PledgeApplied(pledge));
    }

    private static Outcome<Decision> Decide(SchemeState state, in Context context, WithdrawPledge command)
    {
        if (Holders.Blank("reason", command.Reason) is { } blank)
        {
            return blank;
        }

        if (!Pledges.Waiting(state, command.Pledge).Try(out var pledge, out var refusal))
        {
            return refusal;
        }

        return command.Holder == pledge.Pledgor || command.Holder == pledge.Pledgee
            ? Decision.Of(new PledgeWithdrawn(
                pledge.Id, pledge.Pledgor, pledge.Pledgee, command.Holder, command.Reason))
            : PledgeRefusals.NotAParty.With(("holder", command.Holder), ("pledge", pledge.Id));
    }

    private static void Apply(SchemeState state, in Context context, PledgeApplied happened)
    {
        state.Pledges.Next = new PledgeId(happened.Pledge.Id.Value + 1);
        state.Pledges.Pledges.Add(happened.Pledge.Id, happened.Pledge);
    }

    private static void Apply(SchemeState state, in Context context, PledgeWithdrawn happened) =>
        state.Pledges.Pledges.Remove(happened.Pledge);
}
