using Tanheng.Quantities;

namespace Tanheng.Web.Portal;

/// <summary>Words of pledges.</summary>
public static partial class Words
{
    public static readonly Text Pledges = new("质押", "Pledges");
    public static readonly Text PledgeNumber = new("质押编号", "Pledge");
    public static readonly Text Pledgor = new("出质人", "Pledgor");
    public static readonly Text Pledgee = new("质权人", "Pledgee");
    public static readonly Text PledgeClaim = new("担保债权", "Secured claim");
    public static readonly Text PledgeAgreement = new("质押合同", "Agreement");
    public static readonly Text PledgeSince = new("申请或登记时间", "Applied for or registered");
    public static readonly Text PledgeDue = new("债务到期日", "Debt due on");
    public static readonly Text PledgeRatio = new("质押率", "Loan to value");
    public static readonly Text PledgeCalled = new("须补足", "Margin call");
    public static readonly Text PledgeThis = new("质押", "Pledge");
    public static readonly Text PledgeConfirm = new("确认", "Confirm");
    public static readonly Text PledgeEnd = new("撤回或拒绝", "Withdraw or decline");
    public static readonly Text PledgeRelease = new("解除", "Release");
    public static readonly Text PledgeRealise = new("实现质权", "Realise");
}
