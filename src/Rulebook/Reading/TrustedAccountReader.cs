namespace Tanheng.Rulebook.Reading;

/// <summary>Reads <c>trusted_accounts:</c>.</summary>
internal static class TrustedAccountReader
{
    /// <summary>The rule; null where the book has no trusted account lists.</summary>
    public static TrustedAccountRule? Read(Context context, Fields? fields, WorkCalendar calendar)
    {
        if (fields is null)
        {
            return null;
        }

        var rule = new TrustedAccountRule
        {
            ActivationHours = fields.Need("activation", Kinds.Span),
            ActivationRuns = fields.Or("activation_runs", Choices.Runs, Runs.Always),
            Activates = UnitReader.Executing(fields, "activates", calendar),
            OutsideList = fields.Need("outside_list", Kinds.YesNo),
            SecondPerson = fields.Need("second_person", Kinds.YesNo),
            SecondPersonToSurrender = fields.Need("second_person_to_surrender", Kinds.YesNo),
            Cite = SourceReader.Cite(context, fields),
            Line = fields.Line,
        };
        fields.Close();
        return rule;
    }
}
