using System.Collections.Frozen;
using Tanheng.Quantities;

namespace Tanheng.Web.Api;

/// <summary>
/// Which HTTP status a refusal has. A number keeps its status as it keeps its meaning:
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
        (400, [6004, 9505, 9508, 9509, 9510]),
        (401, [9501, 9502]),
        (403, [2005, 3018, 6007, 6008, 6009, 9503, 9504, 9514, 9522]),
        (404,
        [
            1002, 2101, 2105, 2107, 2108, 2112, 2123, 2128, 2151, 2155, 2156, 3012, 3014, 3032, 4001, 5001, 5014,
            5101, 5206, 5301, 5306, 6003, 6005, 7009, 9102, 9511, 9515, 9516, 9521,
        ]),
        (405, [9512]),
        (406, [9513]),
        (409,
        [
            2001, 2002, 2104, 2110, 2116, 2117, 2122, 2131, 2134, 2135, 3002, 3013, 3022, 3033, 4005, 4006, 4018, 4023,
            4024, 5102, 5103, 5114, 5117, 5119, 5204, 5307, 6006, 9001,
        ]),
        (413, [9021, 9507]),
        (415, [9506, 9517]),
        (500, [9007, 9010, 9011, 9012, 9014, 9519]),
        (503, [2003, 2004, 9002, 9003, 9004, 9005, 9006, 9520]),
    }
        .SelectMany(row => row.Numbers.Select(number => KeyValuePair.Create(number, row.Status)))
        .ToFrozenDictionary();

    /// <summary>Seconds to wait before the same request may be repeated, where that is the service's own doing.</summary>
    public const int RetryAfterSeconds = 2;

    /// <summary>The status of a refusal.</summary>
    public static int Of(RefusalCode code) => ByNumber.TryGetValue(code.Number, out var status) ? status
        : code.Transient ? 409
        : 422;

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
        503 => new("暂不可用", "Not available now"),
        _ => new("程序出错", "The program failed"),
    };
}
