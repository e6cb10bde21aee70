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
    public static readonly Text DocumentsAsked = new("要求的资料", "Documents asked for");
    public static readonly Text DocumentsAsk = new("要求提交资料", "Ask for documents");
    public static readonly Text NotesTitle = new("备注（单位代表不可见）", "Notes (not seen by representatives)");
    public static readonly Text NoteAdd = new("添加备注", "Add a note");
    public static readonly Text NoteRemove = new("删除", "Remove");
    public static readonly Text NoteText = new("备注", "Note");
    public static readonly Text NoNotes = new("没有备注。", "There are no notes.");
    public static readonly Text OwnersTitle = new("曾属单位", "Former holders");
    public static readonly Text OwnerFrom = new("原单位", "From");
    public static readonly Text OwnerTo = new("受让单位", "To");
    public static readonly Text TransferAccountAct = new("转移账户", "Transfer the account");
    public static readonly Text TransferSiteAct = new("转移", "Transfer");
    public static readonly Text FollowUpsTitle = new("整改事项", "Follow-ups");
    public static readonly Text FollowUpSettle = new("办结", "Settle");
    public static readonly Text FollowUpAnswer = new("整改情况", "Answer");
    public static readonly Text CapLeft = new("总量上限余额", "Left of the cap");
    public static readonly Text PlansOfReport = new("适用的方案版本", "Under plan versions");
}
