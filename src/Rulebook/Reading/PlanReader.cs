namespace Tanheng.Rulebook.Reading;

/// <summary>Reads <c>monitoring_plans:</c> and <c>follow_ups:</c>.</summary>
internal static class PlanReader
{
    private static readonly Kind<Role> Reviewer = Kinds.Choice(
        new[] { Role.Authority, Role.RegistryOperator }.ToDictionary(Choices.Word));

    /// <summary>The rule; null where the book asks for no review.</summary>
    public static PlanRule? Read(Context context, Fields? fields)
    {
        if (fields is null)
        {
            return null;
        }

        var sections = fields.Values("sections", Choices.PlanSection, required: false);
        var rule = new PlanRule
        {
            ReviewDays = fields.Need("review_within", Kinds.Days),
            AmendmentDays = fields.Maybe("amendment_within", Kinds.Days),
            Reviewers = fields.Values("reviewers", Reviewer),
            Sections = fields.Has("sections") ? sections : Enum.GetValues<PlanSection>(),
            ReportNeedsPlan = fields.Or("report_needs_plan", Kinds.YesNo, false),
            Cite = SourceReader.Cite(context, fields),
            Line = fields.Line,
        };
        fields.Close();
        return rule;
    }

    /// <summary>The days of <c>follow_ups:</c>; null where the book has none.</summary>
    public static FollowUpRule? ReadFollowUps(Context context, Fields? fields)
    {
        if (fields is null)
        {
            return null;
        }

        var rule = new FollowUpRule
        {
            AnswerDays = fields.Need("answer_within", Kinds.Days),
            Cite = SourceReader.Cite(context, fields),
            Line = fields.Line,
        };
        fields.Close();
        return rule;
    }
}
