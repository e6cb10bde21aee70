namespace Tanheng.Rulebook.Reading;

/// <summary>Reads <c>approvals:</c>, <c>objections:</c> and <c>disclosure:</c>.</summary>
internal static class ApprovalReader
{
    public static IReadOnlyList<ApprovalRule> ReadApprovals(Context context, Fields root)
    {
        var rules = new List<ApprovalRule>();
        foreach (var fields in root.Items("approvals", mayBeEmpty: true))
        {
            var approvers = fields.Values("approvers", Choices.Role);
            var days = fields.Need("expires_after", Kinds.Days);
            var when = fields.Or("when", Choices.ApprovalWhen, ApprovalWhen.Always);
            var comment = fields.Or("comment", Kinds.YesNo, false);
            var cite = SourceReader.Cite(context, fields);
            fields.Values("commands", Kinds.Slug, check: (command, node, path) =>
            {
                Check(context, command, node, path, rules);
                rules.Add(new ApprovalRule
                {
                    Command = command,
                    Approvers = approvers,
                    ExpiresAfterDays = days,
                    When = when,
                    CommentRequired = comment,
                    Cite = cite,
                    Line = node.Line,
                });
            });
            fields.Close();
        }

        return rules;
    }

    public static IReadOnlyList<DisclosureRule> ReadDisclosures(Context context, Fields? disclosure)
    {
        var rules = new List<DisclosureRule>();
        var kinds = Kinds.Choice(Choices.Disclosures.ToDictionary(word => word, StringComparer.Ordinal));
        foreach (var (entry, fields) in disclosure?.Sections() ?? [])
        {
            fields.TryScalar(entry.Key, fields.Path, kinds, out var what);
            rules.Add(new DisclosureRule
            {
                What = what ?? "",
                Fields = fields.Values("fields", Kinds.Slug),
                Withheld = fields.Values("withheld", Kinds.Slug, required: false, mayBeEmpty: true),
                Cite = SourceReader.Cite(context, fields),
                Line = fields.Line,
            });
            fields.Close();
        }

        return rules;
    }

    /// <summary>The days of <c>objections:</c>; the default where the book is silent.</summary>
    public static ObjectionRule ReadObjections(Context context, Fields? fields)
    {
        if (fields is null)
        {
            return ObjectionRule.Default;
        }

        var rule = new ObjectionRule
        {
            FileWorkingDays = fields.Need("file_within_working_days", Kinds.Count),
            AnswerWorkingDays = fields.Need("answer_within_working_days", Kinds.Count),
            Cite = SourceReader.Cite(context, fields),
            Line = fields.Line,
        };
        fields.Close();
        return rule;
    }

    private static void Check(Context context, string command, Node node, string path, List<ApprovalRule> before)
    {
        if (before.Exists(rule => rule.Command == command && rule.Line != node.Line))
        {
            context.Findings.Add(node, path, RulebookRefusals.NamedTwice, ("value", command));
        }

        if (context.Commands is { } known && !known.Contains(command))
        {
            var nearest = Suggestion.For(command, known);
            context.Findings.Add(
                node,
                path,
                RulebookRefusals.UnknownCommand,
                ("value", command),
                ("nearest", nearest));
        }
    }
}
