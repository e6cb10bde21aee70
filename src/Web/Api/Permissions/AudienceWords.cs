using Tanheng.Quantities;
using Tanheng.Rulebook;
using Tanheng.Scheme;

namespace Tanheng.Web.Api.Permissions;

/// <summary>Who may call an operation, in a sentence.</summary>
internal static class AudienceWords
{
    public static Text Of(Operation operation) => operation.Audience switch
    {
        Audience.Everyone => new("任何人可用，无须登录。", "Open to everybody without signing in."),
        Audience.SignedIn => new("登录即可。", "For whoever has signed in."),
        Audience.OwnPart => new(
            "登录即可；只给出本人有权查阅的部分。", "For whoever has signed in; shows what the caller may read."),
        Audience.ReadersOfHolder => new(
            "限有权查阅该主体的人；对其他人视同不存在。", "For those who may read the holder; for others it is not there."),
        Audience.Officials => new(
            "限主管部门、登记机构、交易机构和审计人员。", "For authority, operators and auditors."),
        Audience.Operators => new("限主管部门、登记机构和交易机构。", "For authority and operators."),
        _ => Of(operation.Command!.Permission),
    };

    private static Text Of(Permission permission)
    {
        if (permission.IsAnyone)
        {
            return new Text("由命令本身判断谁可办理。", "The command itself says who may send it.");
        }

        var roles = permission.Roles.Select(Of).ToList();
        if (permission.OpenToAll)
        {
            roles.Add(new Text("任何登录的人（仅可申请，由他人决定）", "anybody who has signed in, on request"));
        }
        else if (permission.Holder != Rights.None)
        {
            roles.Add(permission.OnRequest
                ? new Text("有发起权限的单位代表（仅可申请）", "representatives who may initiate, on request")
                : new Text("有发起权限的单位代表", "representatives of the holder who may initiate"));
        }

        if (permission.OfSurrender)
        {
            roles.Add(new Text("只可清缴的单位代表", "representatives who may only surrender"));
        }

        return new Text(
            "可办理：" + string.Join("、", roles.Select(role => role.Zh)) + "。",
            "May be sent by: " + string.Join(", ", roles.Select(role => role.En)) + ".");
    }

    private static Text Of(Role role) => role switch
    {
        Role.Authority => new("主管部门", "authority"),
        Role.RegistryOperator => new("登记机构", "registry operator"),
        Role.ExchangeOperator => new("交易机构", "exchange operator"),
        Role.Verifier => new("核查机构", "verifier"),
        Role.Auditor => new("审计人员", "auditor"),
        Role.Representative => new("单位代表", "representative"),
        _ => new("系统", "the system"),
    };
}
