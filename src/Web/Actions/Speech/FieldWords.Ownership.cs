using Tanheng.Web.Actions.Forms;

namespace Tanheng.Web.Actions.Speech;

public static partial class FieldWords
{
    /// <summary>Sites and accounts that change hands, documents, notes, lists, follow-ups.</summary>
    private static readonly Dictionary<string, FieldWord> ownership = new()
    {
        ["admit-holders.rows"] = Word("单位名单", "Entities"),
        ["transfer-facility.to"] = Word("受让单位", "New entity"),
        ["transfer-facility.units"] = Word("持仓一并转移", "Units go with it", "仅在转移最后一个设施时可选",
            "Only with the entity's last site"),
        ["transfer-account.to"] = Word("受让单位", "New entity"),
        ["request-documents.documents"] = Word("所需资料", "Documents", kind: FieldKind.Paragraph),
        ["request-documents.by"] = Word("提交期限", "Last day", "须晚于今天", "After today"),
        ["provide-documents.files"] = Word("文件", "Files", "每行一个文件的 SHA-256", "The SHA-256 of one file a line"),
        ["provide-documents.remark"] = Word("说明", "Remark", kind: FieldKind.Paragraph),
        ["add-note.text"] = Word("备注内容", "Note", kind: FieldKind.Paragraph),
        ["add-note.holder"] = Word("关于单位", "About the entity", "单位与账户二者只填其一", "Give the entity or the account"),
        ["add-note.account"] = Word("关于账户", "About the account"),
        ["answer-follow-up.answer"] = Word("整改情况", "Answer", kind: FieldKind.Paragraph),
        ["close-follow-up.remark"] = Word("办结意见", "Remark", kind: FieldKind.Paragraph),
        ["assign-proposals.proposals"] = Word("提案", "Proposals", "每行一个编号", "One number a line"),
        ["assign-proposals.to"] = Word("指派给", "To", "留空即释放给全部复核人", "Empty lets all approvers decide again"),
    };
}
