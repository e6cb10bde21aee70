using Tanheng.Quantities;

namespace Tanheng.Web.Portal;

public static partial class Words
{
    public static readonly Text PlanReviewTitle = new("方案审核", "Review of the plan");
    public static readonly Text PlanToReview = new("待审核方案", "Plans to review");
    public static readonly Text PlanWaitsForAnswer = new("等待答复", "Waits for an answer");
    public static readonly Text PlanQuestionEnded = new("已取消", "Cancelled");
    public static readonly Text PlanQuestionAnswered = new("已答复", "Answered");
    public static readonly Text PlanUndecided = new("尚无意见", "Undecided");
    public static readonly Text PlanReviewSections = new("审核各部分", "Review sections");
    public static readonly Text PlanAsk = new("提问", "Ask");
    public static readonly Text PlanCancelQuestion = new("取消问题", "Cancel the question");
    public static readonly Text PlanRecall = new("撤销退回", "Recall");
    public static readonly Text PlansOfReport = new("适用的方案版本", "Under plan versions");
}
