using Tanheng.Web.Actions.Forms;

namespace Tanheng.Web.Actions.Speech;

public static partial class FieldWords
{
    /// <summary>Trusted accounts, accounts' rules, details of entities, claims, reconciliation.</summary>
    private static readonly Dictionary<string, FieldWord> trust = new()
    {
        ["approve-proposal.comment"] = Word("复核意见", "Comment",
            "部分业务须写明意见", "Some actions ask for one", FieldKind.Paragraph),
        ["assign-proposal.to"] = Word("指派给", "To", "留空即释放给全部复核人", "Empty lets all approvers decide again"),
        ["add-trusted-account.account"] = Word("本单位账户", "Own account"),
        ["add-trusted-account.trusted"] = Word("受信账户", "Trusted account", "对方账号，含校验位", "Its number with check digits"),
        ["add-trusted-account.description"] = Word("说明", "Description", "如单位名称或用途", "Such as whose it is", empty: true),
        ["remove-trusted-accounts.account"] = Word("本单位账户", "Own account"),
        ["remove-trusted-accounts.trusted"] = Word("移出的账户", "Accounts to remove", "每行一个账号", "One number a line"),
        ["describe-trusted-account.account"] = Word("本单位账户", "Own account"),
        ["describe-trusted-account.trusted"] = Word("受信账户", "Trusted account"),
        ["describe-trusted-account.description"] = Word("新的说明", "New description", empty: true),
        ["set-account-rules.rules"] = Word("账户规则", "Rules of the account"),
        ["account-rules.outsideList"] = Word("允许划往受信名单以外", "Units may go outside the trusted list"),
        ["account-rules.secondPerson"] = Word("划往受信账户须第二人复核", "Transfers to trusted accounts need a second person"),
        ["account-rules.secondPersonToSurrender"] = Word("清缴须第二人复核", "Surrenders need a second person"),
        ["reconcile.source"] = Word("对账对象", "Whose books", "如交易机构的持仓清单", "Such as the exchange's list"),
        ["reconcile.statement"] = Word("对方的持仓", "Their statement"),
        ["reconcile.complete"] = Word("清单完整（未列出的即为零）", "The statement is complete: what is not on it is zero"),
        ["stated-holding.asset"] = Word("标的", "Asset", "如 CEA-2022", "Such as CEA-2022"),
        ["stated-holding.quantity"] = Word("数量", "Quantity", "整数吨；资金填最小货币单位", "Whole tonnes; money in minor units"),
        ["describe-holder.details"] = Word("主体资料", "Details"),
        ["holder-details.kind"] = Word("主体类型", "Kind"),
        ["holder-details.address"] = Word("地址", "Address"),
        ["holder-details.contacts"] = Word("联系人", "Contacts", "日志永久保存，请填写机构及其公用邮箱",
            "The journal keeps it for good: prefer an office and its mailbox"),
        ["holder-details.person"] = Word("个人信息", "Person", "仅自然人填写", "Of individuals only"),
        ["postal-address.street"] = Word("街道门牌", "Street"),
        ["postal-address.place"] = Word("市、区、县", "Town or district"),
        ["postal-address.postCode"] = Word("邮政编码", "Post code", empty: true),
        ["postal-address.country"] = Word("国家", "Country", "两位代码，如 CN", "Two letters, such as CN"),
        ["contact.role"] = Word("职责", "Role"),
        ["contact.name"] = Word("姓名或机构", "Name or office"),
        ["contact.position"] = Word("职务", "Position", empty: true),
        ["contact.phone"] = Word("电话", "Telephone", "含国家代码，如 +86 10 1234 5678", "With country code", empty: true),
        ["contact.email"] = Word("电子邮箱", "E-mail", empty: true),
        ["person-name.given"] = Word("名", "Given name"),
        ["person-name.family"] = Word("姓", "Family name"),
        ["person-name.birthCountry"] = Word("出生国家", "Country of birth", "两位代码", "Two letters"),
        ["set-emission-years.first"] = Word("首个排放年度", "First year"),
        ["set-emission-years.last"] = Word("末个排放年度", "Last year", "持续排放则留空", "Empty while it goes on"),
        ["replace-representative.by"] = Word("接替人", "Replaced by", "登录名", "Name by which the person signs in"),
        ["invite-claim.code"] = Word("认领码", "Claim code", "至少 16 个字符；系统只保存其 SHA-256，请另行妥善送达",
            "At least 16 characters; only its SHA-256 is kept, send the code by other means", FieldKind.Code),
        ["claim-holder.account"] = Word("账号", "Account number", "所认领单位的任一账号", "Any account of the entity"),
        ["claim-holder.code"] = Word("认领码", "Claim code", "收到的认领码", "The code you were sent"),
    };
}
