using Tanheng.Quantities;

namespace Tanheng.Web.Portal;

public static partial class Words
{
    public static readonly Text OthersToo = new("其他（每行一个）", "Others, one a line");
}
