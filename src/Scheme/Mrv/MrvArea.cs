namespace Tanheng.Scheme.Mrv;

/// <summary>
/// The use cases of monitoring, reporting and verification, in the order in which a year goes through them.
/// </summary>
internal static class MrvArea
{
    internal static void Register(Catalogue catalogue)
    {
        MonitoringPlans.Register(catalogue);
        PlanReviews.Register(catalogue);
        PlanReturns.Register(catalogue);
        PlanQuestions.Register(catalogue);
        Reporting.Register(catalogue);
        ServiceBodies.Register(catalogue);
        Assigning.Register(catalogue);
        Findings.Register(catalogue);
        Stating.Register(catalogue);
        Accepting.Register(catalogue);
        Returning.Register(catalogue);
        Determining.Register(catalogue);
        RecordingVerified.Register(catalogue);
        Correcting.Register(catalogue);
        FollowUps.Register(catalogue);
        Objections.Register(catalogue);
    }
}
