using System.Collections.Frozen;
using Tanheng.Quantities;

namespace Tanheng.Web.Api;

/// <summary>
/// Which HTTP status a refusal has. Neither number nor name of a refusal ever changes, so neither does its status:
/// <list type="bullet">
/// <item>400 the request cannot be read; 401 nobody has signed in; 403 the person may not;</item>
/// <item>404 something that the request names is not there;</item>
/// <item>409 it does not go with what is there now: done already, or something must happen first (then
/// <c>transient</c> is true);</item>
/// <item>422 the rules say no, whatever happens;</item>
/// <item>503 the service cannot answer now: repeat after <c>Retry-After</c> with the same key.</item>
/// </list>
/// </summary>
public static class Status
{
    private static readonly FrozenDictionary<int, int> ByNumber = new (int Status, int[] Numbers)[]
    {
        (400, [6004, 9505, 9508, 9509, 9510, 10504, 10505]),
        (401, [9501, 9502]),
        (403, [2005, 3018, 6007, 6008, 6009, 9503, 9504, 9514, 9522, 9624]),
        (404, [3012, 5206, 7009, 9102, 9511, 9515, 9516, 9521, 10503]),
        (405, [9512]),
        (406, [9513]),
        (409, [2001, 2104, 2116, 2117, 2134, 2135, 3002, 3013, 3033, 4024, 5102, 5307, 9001]),
        (413, [9021, 9507]),
        (415, [9506, 9517]),
        (429, [9628, 10501]),
        (500, [9007, 9010, 9011, 9012, 9014, 9519]),
        (503, [2003, 2004, 9002, 9003, 9004, 9005, 9006, 9520, 10502]),
    }
        .SelectMany(row => row.Numbers.Select(number => KeyValuePair.Create(number, row.Status)))
        .ToFrozenDictionary();

    /// <summary>
    /// Seconds to wait before the same request may be repeated, where that is the service's own doing.
    /// </summary>
    public const int RetryAfterSeconds = 2;

    /// <summary>The status of a refusal.</summary>
    public static int Of(RefusalCode code) => ByNumber.TryGetValue(code.Number, out var status) ? status
        : code.Transient || IsDone(code) ? 409
        : IsUnknown(code) ? 404
        : 422;

    /// <summary>What is named like this is not there; methods and rulebooks speak of words in files.</summary>
    private static bool IsUnknown(RefusalCode code) => code.Number < 7000
        && (code.Name.StartsWith("unknown-", StringComparison.Ordinal)
            || code.Name.EndsWith("-unknown", StringComparison.Ordinal));

    /// <summary>What is named like this has happened before.</summary>
    private static bool IsDone(RefusalCode code) => code.Name.Contains("already", StringComparison.Ordinal);

    /// <summary>What a status means, as the title of a problem.</summary>
    public static Text Title(int status) => status switch
    {
        400 => new("请求有误", "The request cannot be read"),
        401 => new("未登录", "Not signed in"),
        403 => new("无权办理", "Not permitted"),
        404 => new("不存在", "Not there"),
        405 => new("方法不符", "Wrong method"),
        406 => new("无此格式", "No such form"),
        409 => new("与现状冲突", "Conflicts with what is there"),
        413 => new("内容过大", "Too large"),
        415 => new("类型不符", "Wrong type of content"),
        422 => new("规则不允许", "The rules say no"),
        429 => new("请求过于频繁", "Too many requests"),
        503 => new("暂不可用", "Not available now"),
        _ => new("程序出错", "The program failed"),
    };
}
