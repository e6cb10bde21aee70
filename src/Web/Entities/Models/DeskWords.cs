using Tanheng.Quantities;
using Tanheng.Scheme;
using Tanheng.Scheme.Mrv;
using Tanheng.Scheme.Registry;
using Tanheng.Web.Actions.Speech;
using Tanheng.Web.Portal;

namespace Tanheng.Web.Entities.Models;

/// <summary>The sentences of the list of what to do next.</summary>
public static class DeskWords
{
    /// <summary>Proposals that the reader may decide.</summary>
    public static Text ToApprove(int count) => new(
        $"复核 {count} 项提案", count == 1 ? "Decide 1 proposal" : $"Decide {count} proposals");

    /// <summary>Proposals that another person decides.</summary>
    public static Text WaitsForOthers(int count) => new(
        $"{count} 项提案等待他人复核", count == 1 ? "1 proposal waits for others" : $"{count} proposals wait for others");

    /// <summary>No plan is filed for a year.</summary>
    public static Text PlanMissing(int year) => new(
        $"备案 {year} 年度数据质量控制方案", $"File the monitoring plan of {year}");

    /// <summary>The reviewer asked something about a plan.</summary>
    public static Text PlanQuestion(int year) => new(
        $"答复关于 {year} 年度方案的问题", $"Answer the question about the monitoring plan of {year}");

    /// <summary>A plan was sent back.</summary>
    public static Text PlanReturned(int year) => new(
        $"按审核意见修改 {year} 年度方案", $"Amend the returned monitoring plan of {year}");

    /// <summary>Documents were asked for.</summary>
    public static Text DocumentsDue(string documents) => new($"提交资料：{documents}", $"Hand in documents: {documents}");

    /// <summary>A verifier asked for an improvement.</summary>
    public static Text FollowUpDue(int year, string item) => new(
        $"答复 {year} 年度核查整改事项：{item}", $"Answer the follow-up of {year}: {item}");

    /// <summary>No report has come for a year.</summary>
    public static Text ReportDue(int year) => new($"报送 {year} 年度排放报告", $"Submit the emission report of {year}");

    /// <summary>A report was sent back.</summary>
    public static Text ReportReturned(int year) => new(
        $"修改并重新报送被退回的 {year} 年度报告", $"Correct the returned report of {year} and submit it again");

    /// <summary>A report is with its verifier, or will be.</summary>
    public static Text VerificationOutstanding(int year) => new(
        $"{year} 年度报告等待核查", $"The report of {year} waits for verification");

    /// <summary>A report did not pass.</summary>
    public static Text VerificationFailed(int year) => new(
        $"{year} 年度报告核查不通过，请与主管部门联系", $"The report of {year} failed verification; speak to the authority");

    /// <summary>A report passed and waits for the authority.</summary>
    public static Text AcceptanceOutstanding(int year) => new(
        $"{year} 年度报告核查通过，等待认定", $"The report of {year} is verified and waits for acceptance");

    /// <summary>Units are missing for a period.</summary>
    public static Text SurrenderMissing(CompliancePeriod period, Tonnes missing)
    {
        var tonnes = Naming.Tonnes(missing);
        return new Text($"{period} 尚需清缴 {tonnes.Zh}", $"{tonnes.En} are still to be surrendered for {period}");
    }

    /// <summary>An advance could be asked for.</summary>
    public static Text AdvancePossible(CompliancePeriod period, Tonnes limit)
    {
        var tonnes = Naming.Tonnes(limit);
        return new Text($"{period} 可申请预支，最多 {tonnes.Zh}", $"An advance of up to {tonnes.En} may be asked for {period}");
    }

    /// <summary>An objection is still heard.</summary>
    public static Text ObjectionOpen(ObjectionSubject subject, CompliancePeriod period)
    {
        var what = Names.Of(subject);
        return new Text(
            $"可对 {period} {what.Zh}提出异议",
            $"An objection to the {what.En.ToLowerInvariant()} of {period} is still heard");
    }

    /// <summary>A carry-over takes applications.</summary>
    public static Text CarryOverOpen(string made, Tonnes left)
    {
        var tonnes = Naming.Tonnes(left);
        return new Text($"可申请结转为 {made}，尚可结转 {tonnes.Zh}", $"Up to {tonnes.En} may be carried over to {made}");
    }

    /// <summary>A fine is to be paid.</summary>
    public static Text FineUnpaid(CaseId id, Money fine) => new(
        $"缴纳案件 {id} 的罚款 {Format.Amount(fine, "zh")}", $"Pay the fine of case {id}: {Format.Amount(fine, "en")}");

    /// <summary>A correction is ordered.</summary>
    public static Text CorrectionOrdered(CaseId id) => new($"按期改正（案件 {id}）",
        $"Make good by the day ordered (case {id})");

    /// <summary>An account cannot be used freely.</summary>
    public static Text AccountBarred(string number, Text status) => new(
        $"账户 {number} 的状态：{status.Zh}", $"Account {number} is: {status.En.ToLowerInvariant()}");

    /// <summary>Transfers wait until their delay is over.</summary>
    public static Text TransfersWaiting(int count) => new(
        $"{count} 笔划转在等待期内，可取消", count == 1
            ? "1 transfer waits and may be cancelled"
            : $"{count} transfers wait and may be cancelled");

    /// <summary>The claim of a pledge is too high for what the units are worth.</summary>
    public static Text MarginCall(Pledge pledge)
    {
        var quantity = Naming.Quantity(pledge.Asset, pledge.Quantity.Value);
        return new Text(
            $"质押 {pledge.Id}（{quantity.Zh}）触及补足线，请与对方协商补足或还款",
            $"Pledge {pledge.Id} ({quantity.En}) has reached its margin call: settle with the other party");
    }

    /// <summary>The lender has not answered yet.</summary>
    public static Text PledgeToConfirm(Pledge pledge)
    {
        var quantity = Naming.Quantity(pledge.Asset, pledge.Quantity.Value);
        return new Text(
            $"确认或拒绝质押申请 {pledge.Id}：{quantity.Zh}，担保 {Format.Amount(pledge.Claim, "zh")}",
            $"Confirm or decline pledge {pledge.Id}: {quantity.En} for {Format.Amount(pledge.Claim, "en")}");
    }
}
