using System.Globalization;
using Tanheng.Quantities;

namespace Tanheng.Rulebook.Reading;

/// <summary>Reads the calendar of one period and checks that its steps can follow each other.</summary>
internal static class DeadlineReader
{
    private static readonly (Step Earlier, Step Later)[] Order =
    [
        (Step.Report, Step.Verification),
        (Step.PreAllocation, Step.Allocation),
        (Step.Report, Step.Surrender),
        (Step.Verification, Step.Surrender),
        (Step.PreAllocation, Step.Surrender),
        (Step.Allocation, Step.Surrender),
        (Step.SurrenderMilestone, Step.Surrender),
        (Step.Surrender, Step.Publication),
    ];

    public static IReadOnlyList<Deadline> Read(
        Context context, Fields period, CompliancePeriod years, IReadOnlyList<SectorRule> sectors, Citation outer)
    {
        var read = new List<(Deadline Deadline, Fields Fields)>();
        foreach (var fields in period.Items("deadlines"))
        {
            var step = fields.NeedOrNull("step", Choices.Step);
            var deadline = One(context, fields, step, years, sectors, outer);
            if (step is not null)
            {
                read.Add((deadline, fields));
            }

            fields.Close();
        }

        var dated = read.Where(pair => pair.Deadline.At != default).ToList();
        CheckTwice(dated);
        CheckOrder(dated);
        CheckMilestones([.. dated
            .Where(pair => pair.Deadline.Step == Step.SurrenderMilestone).OrderBy(pair => pair.Deadline.At)]);
        if (period.Has("deadlines")
            && !read.Exists(pair => pair.Deadline is { Step: Step.Surrender, Sectors.Count: 0 }))
        {
            period.Add("deadlines", RulebookRefusals.StepMissing,
                ("period", years), ("step", Choices.Word(Step.Surrender)));
        }

        return [.. read.Select(pair => pair.Deadline).OrderBy(deadline => deadline.At)];
    }

    private static Deadline One(
        Context context,
        Fields fields,
        Step? step,
        CompliancePeriod years,
        IReadOnlyList<SectorRule> sectors,
        Citation outer)
    {
        var deadline = new Deadline
        {
            Step = step ?? default,
            At = fields.Need("by", Kinds.End),
            Share = fields.Maybe("share", Kinds.Share),
            Sectors = fields.Values("sectors", Kinds.Slug, required: false, check: (sector, node, path) =>
            {
                if (!sectors.Any(rule => rule.Sector == sector))
                {
                    var known = string.Join(", ", sectors.Select(rule => rule.Sector));
                    fields.Findings.Add(node, path, RulebookRefusals.NotAChoice,
                        ("value", sector), ("nearest", "—"), ("allowed", known));
                }
            }),
            Cite = SourceReader.Cite(context, fields, outer),
            Line = fields.Line,
        };
        if (step is not null && fields.Has("share") != (step == Step.SurrenderMilestone))
        {
            fields.Add("share", RulebookRefusals.MilestoneShare);
        }

        if (step is Step.Surrender or Step.SurrenderMilestone && fields.Has("sectors"))
        {
            fields.Add("sectors", RulebookRefusals.SurrenderForAll);
        }

        if (years != default && deadline.At != default && deadline.At < new DateTime(years.First, 1, 1))
        {
            fields.Add("by", RulebookRefusals.BeforePeriod, ("at", Last(deadline.At)), ("period", years));
        }

        return deadline;
    }

    private static void CheckTwice(IReadOnlyList<(Deadline Deadline, Fields Fields)> dated)
    {
        foreach (var group in dated.Where(pair => pair.Deadline.Step != Step.SurrenderMilestone)
            .GroupBy(pair => pair.Deadline.Step))
        {
            var before = new List<Deadline>();
            foreach (var (deadline, fields) in group)
            {
                if (before.Find(other => SameSectors(other, deadline)) is { } twin)
                {
                    fields.Add("step", RulebookRefusals.StepTwice,
                        ("step", Choices.Word(deadline.Step)), ("line", twin.Line));
                }

                before.Add(deadline);
            }
        }
    }

    private static void CheckOrder(IReadOnlyList<(Deadline Deadline, Fields Fields)> dated)
    {
        foreach (var (deadline, fields) in dated)
        {
            var earlier = Order.Where(pair => pair.Later == deadline.Step).Select(pair => pair.Earlier).ToList();
            var wrong = dated
                .Select(pair => pair.Deadline)
                .Where(other => earlier.Contains(other.Step) && other.At > deadline.At && Meets(other, deadline))
                .MaxBy(other => other.At);
            if (wrong is not null)
            {
                fields.Add("by", RulebookRefusals.DateOrder,
                    ("later", Choices.Word(deadline.Step)),
                    ("laterAt", Last(deadline.At)),
                    ("earlier", Choices.Word(wrong.Step)),
                    ("earlierAt", Last(wrong.At)),
                    ("line", wrong.Line));
            }
        }
    }

    private static void CheckMilestones(IReadOnlyList<(Deadline Deadline, Fields Fields)> milestones)
    {
        for (var i = 1; i < milestones.Count; i++)
        {
            var before = milestones[i - 1].Deadline;
            var (deadline, fields) = milestones[i];
            if (deadline.Share is { } share && before.Share is { } least && share <= least)
            {
                fields.Add("share", RulebookRefusals.MilestoneOrder, ("share", share), ("line", before.Line));
            }
        }
    }

    private static bool SameSectors(Deadline one, Deadline other) => one.Sectors.Count == 0
        ? other.Sectors.Count == 0
        : one.Sectors.Intersect(other.Sectors).Any();

    /// <summary>
    /// True when one sector lives by both: a step of its own is compared with its own or with the general one.
    /// </summary>
    private static bool Meets(Deadline one, Deadline other) =>
        one.Sectors.Count == 0 || other.Sectors.Count == 0 || one.Sectors.Intersect(other.Sectors).Any();

    /// <summary>As an official writes it: the last day when the deadline is midnight.</summary>
    private static string Last(DateTime at) => at.TimeOfDay == TimeSpan.Zero
        ? at.AddDays(-1).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
        : at.ToString("yyyy-MM-dd'T'HH:mm", CultureInfo.InvariantCulture);
}
