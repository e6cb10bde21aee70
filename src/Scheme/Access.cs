using Tanheng.Quantities;
using Tanheng.Rulebook;
using Tanheng.Scheme.Approval;
using Tanheng.Scheme.Registry;

namespace Tanheng.Scheme;

/// <summary>Who may send which command.</summary>
public static class Access
{
    /// <summary>
    /// Null when the actor may send the command: the scheme its own, officials by their roles, representatives for
    /// their holder within their rights, anybody what is open to all on request. Refusals: holder not active (its
    /// representatives only); not permitted.
    /// </summary>
    public static Refusal? Check(SchemeState state, UserId actor, CommandEntry entry, Command command)
    {
        var permission = entry.Permission;
        if (permission.IsAnyone || Officials.HasAny(state, actor, permission.Roles)
            || (actor == UserId.System && permission.Roles.Contains(Role.System)))
        {
            return null;
        }

        if (permission.OnRequest && ApprovalOf(state, entry) is null)
        {
            return NotPermitted(actor, entry);
        }

        if (permission.OpenToAll)
        {
            return null;
        }

        if (command is IForHolder { Holder: var id }
            && state.Registry.Find(id) is { } holder && permission.IsWithin(Holders.RightsOf(holder, actor)))
        {
            return holder.Status == HolderStatus.Active
                ? null
                : RegistryRefusals.HolderNotActive.With(("holder", id), ("status", holder.Status));
        }

        return NotPermitted(actor, entry);
    }

    /// <summary>
    /// The rule that asks for a second person when this actor sends this command now, or null. Where the rulebook
    /// leaves it to the account's rules, they may do without; an official always needs one.
    /// </summary>
    public static ApprovalRule? ApprovalOf(SchemeState state, UserId actor, CommandEntry entry, Command command)
    {
        var rule = ApprovalOf(state, entry);
        return rule is { When: ApprovalWhen.AccountRules } && command is IUnderAccountRules under
            && !state.Registry.Officials.ContainsKey(actor) && !under.NeedsSecondPerson(state)
            ? null
            : rule;
    }

    /// <summary>The rule that may ask for a second person for such commands, or null.</summary>
    public static ApprovalRule? ApprovalOf(SchemeState state, CommandEntry entry)
    {
        if (entry.Permission.IsAnyone || entry.Permission.Roles.Contains(Role.System))
        {
            return null;
        }

        var rules = state.Rules.Approvals;
        for (var i = 0; i < rules.Count; i++)
        {
            if (rules[i].Command == entry.Name)
            {
                return rules[i];
            }
        }

        return null;
    }

    private static Refusal NotPermitted(UserId actor, CommandEntry entry) =>
        SchemeRefusals.NotPermitted.With(("actor", actor), ("command", entry.Name));
}
