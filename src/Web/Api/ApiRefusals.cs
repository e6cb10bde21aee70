using Tanheng.Quantities;

namespace Tanheng.Web.Api;

/// <summary>
/// Why the HTTP API says no before the scheme is asked, or instead of it. The API's numbers are 95xx.
/// </summary>
public static class ApiRefusals
{
    /// <summary>Nobody has signed in.</summary>
    public static readonly RefusalCode NotSignedIn = RefusalCode.Final(
        9501,
        "not-signed-in",
        "此处须先登录：请附上 API 密钥（Authorization: Bearer th_…），或在浏览器中登录。",
        "Sign in first: send an API key (Authorization: Bearer th_…), or sign in with the browser.");

    /// <summary>A key that is unknown, has ended or was withdrawn.</summary>
    public static readonly RefusalCode BadApiKey = RefusalCode.Final(
        9502,
        "bad-api-key",
        "API 密钥无效、已过期或已撤销：请核对，或另行申领。",
        "The API key is unknown, has ended or was withdrawn: check it, or make a new one.");

    /// <summary>A browser session without its token.</summary>
    public static readonly RefusalCode BadAntiforgery = RefusalCode.Final(
        9503,
        "bad-antiforgery-token",
        "缺少防伪令牌或令牌不符：请从 GET /api/v1/me 取得，并放入请求头 {header}。",
        "The anti-forgery token is missing or wrong: take it from GET /api/v1/me and send it in the header {header}.");

    /// <summary>The key was not made for this.</summary>
    public static readonly RefusalCode ScopeMissing = RefusalCode.Final(
        9504,
        "scope-missing",
        "此 API 密钥没有 {scope} 权限范围：请使用含该范围的密钥。",
        "This API key lacks the scope {scope}: use one that has it.");

    /// <summary>Not JSON, or not the JSON of this command.</summary>
    public static readonly RefusalCode BadBody = RefusalCode.Final(
        9505,
        "bad-body",
        "请求正文第 {line} 行、字段 {field} 有误：{problem_zh}",
        "The body is wrong at line {line}, field {field}: {problem}");

    /// <summary>A body of another kind.</summary>
    public static readonly RefusalCode WrongContentType = RefusalCode.Final(
        9506,
        "wrong-content-type",
        "不接受内容类型 {type}：请使用 {allowed}。",
        "The content type {type} is not accepted here: use {allowed}.");

    /// <summary>Too long a body.</summary>
    public static readonly RefusalCode BodyTooLarge = RefusalCode.Final(
        9507,
        "body-too-large",
        "请求正文超过上限 {limit} 字节：请拆分后分次提交。",
        "The body is longer than {limit} bytes: split it.");

    /// <summary>A command without its own identity.</summary>
    public static readonly RefusalCode IdempotencyKey = RefusalCode.Final(
        9508,
        "idempotency-key-missing",
        "请在请求头 Idempotency-Key 中给出 1 至 100 个可见字符（建议 UUID）；同一命令重发时用同一键。",
        "Send a header Idempotency-Key of 1 to 100 visible characters (a UUID is best); repeat a command under "
            + "its key.");

    /// <summary>A parameter that cannot be read, is missing or is unknown.</summary>
    public static readonly RefusalCode BadParameter = RefusalCode.Final(
        9509,
        "bad-parameter",
        "参数 {parameter} 的值“{value}”不可用：应为{expected_zh}。",
        "The parameter {parameter} cannot be \"{value}\": it is {expected}.");

    /// <summary>A parameter nobody knows.</summary>
    public static readonly RefusalCode UnknownParameter = RefusalCode.Final(
        9510,
        "unknown-parameter",
        "没有名为 {parameter} 的参数；可用的有：{known}。",
        "There is no parameter {parameter}; there are: {known}.");

    /// <summary>No such address.</summary>
    public static readonly RefusalCode NothingHere = RefusalCode.Final(
        9511,
        "nothing-here",
        "接口中没有 {path}；全部接口见 /api/v1/openapi.json。",
        "The API has nothing at {path}; /api/v1/openapi.json lists what there is.");

    /// <summary>The address is right, the method is not.</summary>
    public static readonly RefusalCode WrongMethod = RefusalCode.Final(
        9512,
        "wrong-method",
        "{path} 不支持 {method}：请使用 {allowed}。",
        "{method} is not for {path}: use {allowed}.");

    /// <summary>The answer does not exist in the form asked for.</summary>
    public static readonly RefusalCode NotAcceptable = RefusalCode.Final(
        9513,
        "not-acceptable",
        "无法按 Accept 的要求作答：此处提供 {offered}。",
        "Nothing fits the header Accept: there is {offered}.");

    /// <summary>Not for this person's eyes.</summary>
    public static readonly RefusalCode MayNotRead = RefusalCode.Final(
        9514,
        "may-not-read",
        "用户 {actor} 无权查阅：此处仅限{audience_zh}。",
        "{actor} may not read this: it is for {audience}.");

    /// <summary>A record that is not there, or that is somebody else's business.</summary>
    public static readonly RefusalCode NoSuchRecord = RefusalCode.Final(
        9515,
        "no-such-record",
        "没有 {what}，或您无权查阅。",
        "There is no {what}, or it is not yours to read.");

    /// <summary>The rulebook does not have it published.</summary>
    public static readonly RefusalCode NotDisclosed = RefusalCode.Final(
        9516,
        "not-disclosed",
        "规则手册未规定公开 {what}；已规定公开的有：{disclosed}。",
        "The rulebook has no duty to publish {what}; it publishes: {disclosed}.");

    /// <summary>A kind of file that is not taken.</summary>
    public static readonly RefusalCode AttachmentType = RefusalCode.Final(
        9517,
        "attachment-type",
        "文件内容与声明的类型 {type} 不符，或类型不在允许之列：可上传 {allowed}。",
        "The content is not {type}, or the type is not taken: send {allowed}.");

    /// <summary>Business time does not go back.</summary>
    public static readonly RefusalCode ClockGoesOn = RefusalCode.Final(
        9518,
        "clock-goes-on",
        "业务时钟只能向前：现为 {now}，且不晚于 {limit}。",
        "The business clock only goes on: it shows {now}, and goes no further than {limit}.");

    /// <summary>The program failed.</summary>
    public static readonly RefusalCode Failed = RefusalCode.Final(
        9519,
        "request-failed",
        "处理请求时出错，已记录（编号 {trace}）：请重试或报告。",
        "The request failed and was logged (number {trace}): try again, or report it.");

    /// <summary>The lists are not there in this process.</summary>
    public static readonly RefusalCode NotServed = RefusalCode.Passing(
        9520,
        "not-served",
        "本进程未提供 {what}：请稍后重试，或改用其他服务地址。",
        "This process does not serve {what}: try again shortly, or at another address.");

    /// <summary>The system's own command.</summary>
    public static readonly RefusalCode NotForPeople = RefusalCode.Final(
        9521,
        "not-for-people",
        "{command} 由系统自身执行，不能经由接口提交。",
        "{command} is the system's own and cannot be sent by the API.");

    /// <summary>Whoever has nothing to do with the market keeps no files in it.</summary>
    public static readonly RefusalCode MayNotUpload = RefusalCode.Final(
        9522,
        "may-not-upload",
        "用户 {actor} 既无职务也不代表任何主体，不能上传附件。",
        "{actor} has no office and acts for no holder, and cannot upload files.");
}
