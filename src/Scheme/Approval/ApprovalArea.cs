namespace Tanheng.Scheme.Approval;

/// <summary>Four eyes: every command and event of the area.</summary>
internal static class ApprovalArea
{
    internal static void Register(Catalogue catalogue)
    {
        Proposing.Register(catalogue);
        Deciding.Register(catalogue);
        Assigning.Register(catalogue);
        AssigningSeveral.Register(catalogue);
    }
}
