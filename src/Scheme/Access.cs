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
    /// their
    /// holder within their rights. Refusals: holder not active (its representatives only); not permitted.
    /// </summary>
    public static Refusal? Check(SchemeState state, UserId actor, CommandEntry entry, Command command)
    {
        var permission = entry.Permission;
        if (permission.IsAnyone || Officials.HasAny(state, actor, permission.Roles)
            || (actor == UserId.System && permission.Roles.Contains(Role.System)))
        {
            return null;
        }

        if (permission.Holder != Rights.None && command is IForHolder { Holder: var id }
            && state.Registry.Find(id) is { } holder && Holders.RightsOf(holder, actor).HasFlag(permission.Holder))
        {
            return holder.Status == HolderStatus.Active
                ? null
                : RegistryRefusals.HolderNotActive.With(("holder", id), ("status", holder.Status));
        }

        return SchemeRefusals.NotPermitted.With(("actor", actor), ("command", entry.Name));
    }

    /// <summary>The rule that asks for a second person for this command, or null.</summary>
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
}
