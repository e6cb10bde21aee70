using Tanheng.Quantities;
using Tanheng.Scheme.Bulletins;

namespace Tanheng.Web.Portal;

/// <summary>Names of the bulletins.</summary>
public static partial class Names
{
    /// <summary>日报, 周报, 半月报, 月报, 年报.</summary>
    public static Text Of(BulletinKind kind) => CalledAttribute.Of(kind)!;

    /// <summary>What a line of a bulletin is to the others.</summary>
    public static Text Of(LineKind kind) => CalledAttribute.Of(kind)!;

    /// <summary>Whether another market's bulletin is shown.</summary>
    public static Text Of(ForeignStatus status) => CalledAttribute.Of(status)!;
}
