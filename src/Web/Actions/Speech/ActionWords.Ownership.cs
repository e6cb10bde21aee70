namespace Tanheng.Web.Actions.Speech;

public static partial class ActionWords
{
    /// <summary>Sites and accounts that change hands, documents, notes, lists taken whole, follow-ups.</summary>
    private static ActionWord[] Ownership =>
    [
        Word(
            ActionArea.Registry, "admit-holders", false, "按名单批量开户", "Admit a list of entities",
            "一次登记名单上的全部单位；有一行不正确则全部不登记。",
            "Admits all entities of a list, or none of them when a row is wrong."),
        Word(
            ActionArea.Registry, "transfer-facility", true, "转移设施", "Transfer a site",
            "把设施及其机组转给另一单位，未截止周期的排放、义务和配额随之转移。",
            "Gives a site to another entity; emissions, obligation and allocation of open periods go with it."),
        Word(
            ActionArea.Registry, "transfer-account", true, "转移账户", "Transfer an account",
            "把账户连同持仓转给另一单位，原单位的人员和受信名单不随之转移。",
            "Gives an account with its units to another entity, without people and trusted list of the old one."),
        Word(
            ActionArea.Registry, "request-documents", false, "要求提交资料", "Ask for documents",
            "要求单位在期限内提交资料。",
            "Asks an entity for documents by a day."),
        Word(
            ActionArea.Registry, "provide-documents", false, "提交资料", "Hand in documents",
            "提交主管部门或登记机构要求的资料。",
            "Hands in the documents that were asked for."),
        Word(
            ActionArea.Registry, "cancel-document-request", false, "取消资料要求", "Cancel a request for documents",
            "不再要求提交该项资料。",
            "Does without the documents."),
        Word(
            ActionArea.Registry, "add-note", false, "添加备注", "Add a note",
            "为单位或账户添加备注，仅供主管部门和机构人员查阅。",
            "Writes a note about an entity or an account; its representatives do not see it."),
        Word(
            ActionArea.Registry, "remove-note", false, "删除备注", "Remove a note",
            "删除一条备注，日志中仍有记录。",
            "Takes a note away; the journal keeps it."),
        Word(
            ActionArea.Mrv, "answer-follow-up", false, "答复整改事项", "Answer a follow-up",
            "说明核查遗留的不符合项如何整改。",
            "Says what is done about a non-conformity that the verifier left open."),
        Word(
            ActionArea.Mrv, "close-follow-up", false, "办结整改事项", "Settle a follow-up",
            "认可整改结果，办结该事项。",
            "Settles what a verifier asked to be improved."),
        Word(
            ActionArea.Approval, "assign-proposals", false, "批量领办提案", "Assign several proposals",
            "一次领办、指派或释放多个提案；有一个不能办理则全部不变。",
            "Takes on, hands over or lets go several proposals: all of them, or none."),
    ];
}
