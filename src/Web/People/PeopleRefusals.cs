using Tanheng.Quantities;

namespace Tanheng.Web.People;

/// <summary>Why somebody is not let in, or a person's sign-in is not changed.</summary>
public static class PeopleRefusals
{
    /// <summary>One sentence for every reason, so that nobody learns who exists, is locked or suspended.</summary>
    public static readonly RefusalCode SignInFailed = RefusalCode.Passing(
        9601,
        "sign-in-failed",
        "用户名或密码不正确，或该用户目前不能登录。连续 {failures} 次失败后锁定 {minutes} 分钟；请稍后再试或联系登记机构。",
        "Name or password is wrong, or this person cannot sign in now. {failures} failures lock for {minutes} minutes; "
            + "try again later or ask the registry.");

    /// <summary>A wrong, old or spent code; the same for a lock.</summary>
    public static readonly RefusalCode CodeRefused = RefusalCode.Passing(
        9602,
        "code-refused",
        "验证码不正确、已过期或已使用过。请等待新的验证码；连续 {failures} 次失败后锁定 {minutes} 分钟。",
        "The code is wrong, too old or was used before. Wait for a new one; {failures} failures lock for {minutes} "
            + "minutes.");

    /// <summary>A wrong or spent recovery code; the same for a lock.</summary>
    public static readonly RefusalCode RecoveryCodeRefused = RefusalCode.Passing(
        9603,
        "recovery-code-refused",
        "恢复码不正确或已使用过；每个恢复码只能使用一次。",
        "The recovery code is wrong or was used before; each works once.");

    /// <summary>A passkey that is not known, or whose signature is wrong.</summary>
    public static readonly RefusalCode PasskeyRefused = RefusalCode.Final(
        9604,
        "passkey-refused",
        "通行密钥未被接受。请重试，或使用密码和验证码。",
        "The passkey was not accepted. Try again, or use password and code.");

    /// <summary>A link that does not work (any more).</summary>
    public static readonly RefusalCode LinkDead = RefusalCode.Final(
        9605,
        "link-dead",
        "此链接无效、已使用或已过期。请向登记机构索取新的链接。",
        "This link is wrong, was used before or has expired. Ask the registry for a new one.");

    /// <summary>Too short or too long.</summary>
    public static readonly RefusalCode PasswordLength = RefusalCode.Final(
        9606,
        "password-length",
        "密码须为 {least} 至 {most} 个字符，当前为 {length} 个。",
        "A password has {least} to {most} characters; this one has {length}.");

    /// <summary>One that programs try first.</summary>
    public static readonly RefusalCode PasswordCommon = RefusalCode.Final(
        9607,
        "password-common",
        "此密码属于常见或已泄露的密码，或过于有规律。请使用几个互不相关的词，或由密码管理器生成。",
        "This password is common, was leaked before or follows a pattern. Use several unrelated words, or a password "
            + "manager.");

    /// <summary>Name inside of the password.</summary>
    public static readonly RefusalCode PasswordHasName = RefusalCode.Final(
        9608,
        "password-has-name",
        "密码不得包含用户名、姓名或邮箱。",
        "A password must not contain the user name, the person's name or e-mail.");

    /// <summary>The same again.</summary>
    public static readonly RefusalCode PasswordUnchanged = RefusalCode.Final(
        9609, "password-unchanged", "新密码不得与现用密码相同。", "The new password must differ from the present one.");

    /// <summary>Typed differently.</summary>
    public static readonly RefusalCode PasswordsDiffer = RefusalCode.Final(
        9610, "passwords-differ", "两次输入的密码不一致，请重新输入。", "The two passwords differ; enter them again.");

    /// <summary>The present password was wrong.</summary>
    public static readonly RefusalCode PasswordWrong = RefusalCode.Passing(
        9611, "password-wrong", "现用密码不正确。", "The present password is wrong.");

    /// <summary>Not a name.</summary>
    public static readonly RefusalCode BadName = RefusalCode.Final(
        9612,
        "bad-person-name",
        "用户名须为 2 至 60 个字符：英文字母、数字以及 . _ - @，以字母或数字开头，不得为 system。",
        "A user name has 2 to 60 characters: letters a-z, digits and . _ - @, begins with a letter or digit, and is "
            + "not system.");

    /// <summary>Somebody has it.</summary>
    public static readonly RefusalCode NameTaken = RefusalCode.Final(
        9613, "person-name-taken", "用户名 {name} 已被使用，请另选。", "The user name {name} is taken; choose another.");

    /// <summary>Display name or e-mail is missing or too long.</summary>
    public static readonly RefusalCode BadDetails = RefusalCode.Final(
        9614,
        "bad-person-details",
        "姓名须为 1 至 80 个字符，邮箱须为有效地址且不超过 200 个字符。",
        "A person's name has 1 to 80 characters, and the e-mail is an address of at most 200.");

    /// <summary>Nobody of that name.</summary>
    public static readonly RefusalCode UnknownPerson = RefusalCode.Final(
        9615, "unknown-person", "没有用户 {name}。", "There is no person {name}.");

    /// <summary>Nobody administers his own sign-in or somebody above.</summary>
    public static readonly RefusalCode MayNotManage = RefusalCode.Final(
        9616,
        "may-not-manage-person",
        "您不能办理用户 {name} 的此项业务：须由本人以外的登记机构或主管部门人员办理；主管部门人员只能由主管部门办理。",
        "You may not do this for {name}: it takes somebody else of the registry or the authority; for persons of the "
            + "authority, somebody of the authority.");

    /// <summary>The state forbids it.</summary>
    public static readonly RefusalCode WrongState = RefusalCode.Final(
        9617,
        "person-wrong-state",
        "用户 {name} 当前状态不允许此操作，请刷新页面查看。",
        "The state of {name} does not allow this now; reload the page to see it.");

    /// <summary>One at a time.</summary>
    public static readonly RefusalCode RequestPending = RefusalCode.Passing(
        9618,
        "person-request-pending",
        "用户 {name} 已有一项待决申请，请先由另一名管理人员决定。",
        "A request about {name} waits already; another administrator decides it first.");

    /// <summary>Decided already, or never there.</summary>
    public static readonly RefusalCode RequestGone = RefusalCode.Final(
        9619, "person-request-gone", "该申请不存在或已经决定。", "There is no such request, or it is decided.");

    /// <summary>Four eyes.</summary>
    public static readonly RefusalCode OwnRequest = RefusalCode.Final(
        9620,
        "own-person-request",
        "申请须由申请人以外的另一名管理人员决定。",
        "A request is decided by another administrator than the one who made it.");

    /// <summary>Offices and representations come first.</summary>
    public static readonly RefusalCode StillInOffice = RefusalCode.Final(
        9622,
        "person-still-in-office",
        "用户 {name} 仍有职务或代理单位：请先免职或撤销代表。",
        "{name} still has an office or acts for a holder: dismiss or remove first.");

    /// <summary>A key cannot be made like this.</summary>
    public static readonly RefusalCode BadKey = RefusalCode.Final(
        9623,
        "bad-new-key",
        "密钥须有 1 至 60 个字符的名称、至少一项权限，有效期 1 至 {days} 天，每人至多 {keys} 个。",
        "A key has a name of 1 to 60 characters, at least one scope, lives 1 to {days} days, and a person has at most "
            + "{keys}.");

    /// <summary>The second factor was not given a moment ago.</summary>
    public static readonly RefusalCode ConfirmationNeeded = RefusalCode.Passing(
        9624, "confirmation-needed", "请先确认您的身份，再重新提交。", "Confirm who you are first, then send it again.");

    /// <summary>Active without a second factor.</summary>
    public static readonly RefusalCode NoSecondFactor = RefusalCode.Final(
        9625,
        "no-second-factor",
        "您没有可用的第二因素。请申请重置，由管理人员决定后凭链接重新设置。",
        "You have no second factor. Ask for a reset; an administrator decides, and a link lets you enrol a new one.");

    /// <summary>A passkey cannot be added or taken away like this.</summary>
    public static readonly RefusalCode BadPasskey = RefusalCode.Final(
        9626,
        "bad-passkey",
        "通行密钥须有 1 至 60 个字符的名称，每人至多 {most} 个；最后一个第二因素不能移除。",
        "A passkey has a name of 1 to 60 characters, a person has at most {most}, and the last second factor stays.");

    /// <summary>The form is too old, or comes from elsewhere.</summary>
    public static readonly RefusalCode FormRefused = RefusalCode.Final(
        9627,
        "form-refused",
        "表单已失效或不是由本站发出：请返回并刷新页面后重新提交。",
        "The form is too old or does not come from this site: go back, reload the page and send it again.");

    /// <summary>Beyond the limits.</summary>
    public static readonly RefusalCode TooManyRequests = RefusalCode.Passing(
        9628,
        "too-many-requests",
        "请求过于频繁，请在 {seconds} 秒后重试。",
        "Too many requests; try again in {seconds} seconds.");

    /// <summary>Something of a circular is missing or too long.</summary>
    public static readonly RefusalCode BadCircular = RefusalCode.Final(
        9629,
        "bad-circular",
        "公告的标题和正文须有中文和英文，标题至多 {subject} 个字符，正文至多 {body} 个字符。",
        "A circular has a subject of at most {subject} characters and a text of at most {body}, in Chinese and in "
            + "English.");

    /// <summary>The times of a circular do not fit.</summary>
    public static readonly RefusalCode BadCircularTime = RefusalCode.Final(
        9630,
        "bad-circular-time",
        "公告的收件人、重复方式或时间不正确：截止不得早于首次发送；重复发送时须填写截止时间（YYYY-MM-DDThh:mm）。",
        "Recipients, repetition or times of the circular are wrong: it cannot end before it is first sent, and one "
            + "that repeats needs an end (YYYY-MM-DDThh:mm).");

    /// <summary>Nothing is left to be sent.</summary>
    public static readonly RefusalCode CircularOver = RefusalCode.Final(
        9631,
        "circular-over",
        "该公告已发送完毕或已停止，无需再停止。",
        "The circular has been sent or stopped; there is nothing to stop.");

    /// <summary>The wish for other details does not wait any more, or is one's own.</summary>
    public static readonly RefusalCode DetailsDecided = RefusalCode.Final(
        9632,
        "details-decided",
        "该更改申请已有决定，或是您本人的申请：须由另一名管理人员决定。",
        "The change was decided already, or it is your own: another administrator decides it.");

    internal static Refusal Failed(this RefusalCode code, PeopleSettings settings) => code.With(
        ("failures", settings.FailuresToLock), ("minutes", (int)settings.LockLasts.TotalMinutes));
}
