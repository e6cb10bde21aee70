using Tanheng.Quantities;

namespace Tanheng.Web.Portal;

/// <summary>Signing in, one's own sign-in, the sign-in of others, the audit trail.</summary>
public static partial class Words
{
    public static readonly Text SignIn = new("登录", "Sign in");
    public static readonly Text SignOut = new("退出", "Sign out");
    public static readonly Text SignInLead = new(
        "使用登记机构发给您的用户名登录。公开信息无需登录即可查看。",
        "Use the name the registry gave you. What is public can be read without signing in.");
    public static readonly Text SignInName = new("用户名", "User name");
    public static readonly Text SignInPassword = new("密码", "Password");
    public static readonly Text SignInNext = new("下一步", "Continue");
    public static readonly Text SignInByPasskey = new("使用通行密钥登录", "Sign in with a passkey");
    public static readonly Text SignInNoAccount = new(
        "没有账号？用户由登记机构邀请开通。忘记密码请联系登记机构。",
        "No user name yet? Persons are invited by the registry. If you forgot your password, ask the registry.");
    public static readonly Text PasskeyFailed = new(
        "未能使用通行密钥，请重试或使用验证码。", "The passkey could not be used. Try again, or use a code.");
    public static readonly Text SecondFactor = new("第二因素", "Second factor");
    public static readonly Text SecondFactorLead = new(
        "请输入身份验证器应用中显示的 6 位验证码。", "Enter the six digits your authenticator app shows.");
    public static readonly Text SecondFactorCode = new("验证码", "Code");
    public static readonly Text SecondFactorNotAtHand = new("验证器不在手边？", "Authenticator not at hand?");
    public static readonly Text RecoveryCode = new("恢复码", "Recovery code");
    public static readonly Text RecoveryUse = new("使用恢复码", "Use a recovery code");
    public static readonly Text RecoveryLost = new(
        "验证器和恢复码都已丢失：提交后您的登录将暂停，由一名管理人员决定，并交给您一次性链接重新设置。",
        "If authenticator and recovery codes are lost: your sign-in is suspended until an administrator decides and "
            + "hands you a link to set up anew.");
    public static readonly Text RecoveryAsk = new("申请重置第二因素", "Ask for a reset of the second factor");
    public static readonly Text NewPassword = new("新密码", "New password");
    public static readonly Text NewPasswordLead = new(
        "至少 {least} 个字符。建议使用几个互不相关的词。",
        "At least {least} characters. Several unrelated words are best.");
    public static readonly Text NewPasswordAgain = new("再次输入新密码", "New password again");
    public static readonly Text PresentPassword = new("现用密码", "Present password");
    public static readonly Text PasswordChoose = new("设置密码", "Choose a password");
    public static readonly Text AuthenticatorEnrol = new("设置身份验证器", "Set up an authenticator");
    public static readonly Text AuthenticatorLead = new(
        "用身份验证器应用扫描二维码，或手工输入密钥，然后输入应用显示的验证码。",
        "Scan the code with an authenticator app, or type the key into it; then enter the code the app shows.");
    public static readonly Text AuthenticatorKey = new("密钥", "Key");
    public static readonly Text AuthenticatorReplace = new("更换身份验证器", "Replace the authenticator");
    public static readonly Text LinkInvitation = new("欢迎使用", "Welcome");
    public static readonly Text LinkReset = new("重新设置登录", "Set up your sign-in anew");
    public static readonly Text LinkFor = new("用户", "For");
    public static readonly Text ConfirmTitle = new("确认您的身份", "Confirm who you are");
    public static readonly Text ConfirmLead = new(
        "此操作需要重新确认第二因素，确认后 {minutes} 分钟内有效。",
        "This takes your second factor once more; it then holds for {minutes} minutes.");
    public static readonly Text ConfirmByPasskey = new("使用通行密钥确认", "Confirm with a passkey");
    public static readonly Text ConfirmFirst = new("请先确认身份，再更改此处的内容。", "Confirm who you are before changing this.");
    public static readonly Text ConfirmDemo = new(
        "演示环境没有第二因素，视为已确认。", "The demonstration has no second factor; you count as confirmed.");
    public static readonly Text DemoPeople = new("演示人员", "People of the demonstration");
    public static readonly Text DemoLead = new(
        "这是虚构数据的演示：选择一个人即可登录，无需密码。",
        "This is a demonstration over invented data: choose a person and you are signed in, without a password.");
    public static readonly Text DemoOfficials = new("机构人员", "Officials");
    public static readonly Text DemoRepresentatives = new("单位代表", "Representatives");
    public static readonly Text DemoSession = new(
        "您以演示人员身份登录：没有密码、会话和密钥可管理。",
        "You are a person of the demonstration: there is no password, session or key to manage.");

    public static readonly Text Me = new("我的登录", "My sign-in");
    public static readonly Text MyDetails = new("个人信息", "Personal details");
    public static readonly Text MyDetailsChange = new(
        "姓名和邮箱由登记机构核实：更改须由另一名管理人员决定，在此之前仍按原信息联系您。",
        "Name and e-mail are checked by the registry: an administrator decides a change, and until then you are "
            + "reached as before.");
    public static readonly Text MyRights = new("职务与代理单位", "Offices and holders");
    public static readonly Text MySessions = new("会话", "Sessions");
    public static readonly Text MySessionsLead = new(
        "在这些浏览器中您处于登录状态。不认识的请立即结束。",
        "You are signed in in these browsers. End any you do not know.");
    public static readonly Text MySessionThis = new("本浏览器", "this browser");
    public static readonly Text MySessionEnd = new("结束", "End");
    public static readonly Text MySessionEndAll = new("在所有浏览器退出", "Sign out everywhere");
    public static readonly Text MyPassword = new("更改密码", "Change password");
    public static readonly Text MyPasskeys = new("通行密钥", "Passkeys");
    public static readonly Text MyPasskeysLead = new(
        "通行密钥由您的设备保管，凭指纹、面容或 PIN 使用，可代替密码和验证码。",
        "A passkey stays on your device and opens by fingerprint, face or PIN; it replaces password and code.");
    public static readonly Text MyPasskeyAdd = new("添加通行密钥", "Add a passkey");
    public static readonly Text MyPasskeyLabel = new("名称", "Label");
    public static readonly Text MyPasskeyRemove = new("移除", "Remove");
    public static readonly Text MyKeys = new("API 密钥", "API keys");
    public static readonly Text MyKeysLead = new(
        "程序凭密钥以您的名义调用接口，不超出您的权限。",
        "With a key a program calls the API in your name, within your rights.");
    public static readonly Text MyKeyMake = new("新建密钥", "Make a key");
    public static readonly Text MyKeyDays = new("有效天数", "Days it lives");
    public static readonly Text MyKeyScopes = new("权限范围", "Scopes");
    public static readonly Text MyKeyRead = new("读取", "Read");
    public static readonly Text MyKeySubmit = new("提交业务", "Send commands");
    public static readonly Text MyKeyApprove = new("复核提案", "Decide on proposals");
    public static readonly Text MyKeyRevoke = new("撤销", "Revoke");
    public static readonly Text MyKeyRevoked = new("已撤销", "Revoked");
    public static readonly Text MyKeyExpired = new("已过期", "Out of date");
    public static readonly Text MyKeyLive = new("有效", "In use");
    public static readonly Text MyKeyOnce = new(
        "密钥只显示这一次，请立即保存：", "The key is shown this once; keep it now:");
    public static readonly Text MyCodesOnce = new(
        "恢复码只显示这一次，每个只能使用一次。请打印或保存在安全的地方：",
        "These recovery codes are shown this once, and each works once. Print them or keep them safe:");
    public static readonly Text MyCodesLeft = new("剩余恢复码", "Recovery codes left");
    public static readonly Text MyCodesNew = new("生成新的恢复码", "Make new recovery codes");
    public static readonly Text MyCodesKept = new("已保存，继续", "I have kept them; continue");
    public static readonly Text MyFactorOn = new("身份验证器已启用。", "An authenticator is set up.");

    public static readonly Text PersonList = new("人员", "People");
    public static readonly Text PersonListLead = new(
        "用户的开通、暂停与恢复。权限由市场规则中的任命与代理决定，不在此处设置。",
        "Who can sign in. What they may do follows from appointments in the scheme, not from here.");
    public static readonly Text PersonDisplayName = new("姓名", "Name");
    public static readonly Text PersonEmail = new("邮箱", "E-mail");
    public static readonly Text PersonInvite = new("邀请用户", "Invite a person");
    public static readonly Text PersonInviteHint = new(
        "用户名即日志中的办理人，开通后不能更改或转给他人。",
        "The user name is the actor in the journal; it is never changed or given to somebody else.");
    public static readonly Text PersonSearch = new("查找", "Search");
    public static readonly Text PersonAny = new("全部状态", "Any state");
    public static readonly Text PersonCreated = new("邀请时间", "Invited");
    public static readonly Text PersonInvitedBy = new("邀请人", "Invited by");
    public static readonly Text PersonLocked = new("已锁定", "Locked");
    public static readonly Text PersonLinkOnce = new(
        "一次性链接只显示这一次，请当面或经可靠渠道交给本人：",
        "The one-time link is shown this once; hand it over in person or by a safe way:");
    public static readonly Text PersonRequests = new("待决申请", "Requests that wait");
    public static readonly Text PersonRequestBy = new("申请人", "Asked by");
    public static readonly Text PersonRequestOwn = new(
        "须由另一名管理人员决定。", "Another administrator has to decide.");
    public static readonly Text PersonApprove = new("批准", "Approve");
    public static readonly Text PersonReject = new("驳回", "Reject");
    public static readonly Text PersonActs = new("办理", "Actions");
    public static readonly Text PersonActNone = new(
        "您不能办理该用户的登录事项。", "You may not administer this person's sign-in.");
    public static readonly Text PersonNewInvitation = new("重新生成邀请链接", "Make a new invitation link");
    public static readonly Text PersonPasswordLink = new("生成重设密码链接", "Make a link to a new password");
    public static readonly Text PersonSuspend = new("暂停", "Suspend");
    public static readonly Text PersonRestore = new("恢复", "Restore");
    public static readonly Text PersonUnlock = new("解除锁定", "Unlock");
    public static readonly Text PersonAskFactor = new("申请重置第二因素", "Ask to reset the second factor");
    public static readonly Text PersonAskBoth = new("申请重置密码和第二因素", "Ask to reset password and second factor");
    public static readonly Text PersonAskDeactivate = new("申请停用", "Ask to deactivate");
    public static readonly Text PersonFourEyes = new(
        "申请期间该用户暂停登录，由另一名管理人员决定。",
        "While a request waits the person cannot sign in; another administrator decides.");
    public static readonly Text PersonMore = new("更多", "More");

    public static readonly Text Trail = new("操作记录", "Audit trail");
    public static readonly Text TrailLead = new(
        "谁、何时、从何处、做了什么、结果如何。只增不改。",
        "Who, when, from where, what and how it ended. It is only ever added to.");
    public static readonly Text TrailWho = new("人员", "Person");
    public static readonly Text TrailWhat = new("操作", "Act");
    public static readonly Text TrailFrom = new("自", "From");
    public static readonly Text TrailUntil = new("至", "To");
    public static readonly Text TrailAddress = new("地址", "Address");
    public static readonly Text TrailAgent = new("浏览器或程序", "Browser or program");
    public static readonly Text TrailOutcome = new("结果", "Outcome");
    public static readonly Text TrailCsv = new("下载 CSV", "Download CSV");

    public static readonly Text NoticeLost = new(
        "申请已收到，您的登录已暂停。请联系登记机构。",
        "The request is in and your sign-in is suspended. Please get in touch with the registry.");
    public static readonly Text NoticeSaved = new("已保存。", "Saved.");
    public static readonly Text NoticePasswordSet = new("密码已更改，请登录。", "The password is changed; please sign in.");
    public static readonly Text NoticeRequested = new(
        "申请已提交，等待另一名管理人员决定。", "The request waits for another administrator.");
    public static readonly Text LastUsed = new("最近使用", "Last used");
    public static readonly Text Never = new("从未", "never");
}
