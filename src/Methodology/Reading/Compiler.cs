using Tanheng.Quantities;
using YamlDotNet.RepresentationModel;

namespace Tanheng.Methodology;

/// <summary>
/// Binds defaults, formulas and requirements, and puts them in an order in which each finds its inputs ready.
/// </summary>
internal sealed class Compiler(FileReading reading, Scope scope)
{
    private readonly List<(Step Step, IReadOnlySet<Symbol> Uses)> requirements = [];
    private readonly Dictionary<Symbol, (Step Step, IReadOnlySet<Symbol> Uses, YamlNode Node)> made = [];
    private readonly List<Step> ordered = [];
    private readonly HashSet<Symbol> done = [];
    private readonly List<Symbol> path = [];

    /// <summary>Binds a requirement.</summary>
    public void Add(MethodRequirement requirement, YamlNode node)
    {
        if (reading.Formula(node, "requires") is not { } syntax)
        {
            return;
        }

        try
        {
            var (bound, uses) = Binder.BindCondition(scope, syntax);
            var sentence = requirement.Sentence;
            requirements.Add((new Step(null, bound, null, Check), uses));

            void Check(Frame frame)
            {
                if (!bound.Flag(frame))
                {
                    throw new MethodFault(method => MethodRefusals.RequirementFailed.With(
                        ("method", method.Reference), ("sentence", sentence.Zh), ("sentence_en", sentence.En),
                        ("condition", requirement.Condition)));
                }
            }
        }
        catch (FormulaException problem)
        {
            reading.Fail(node, problem, "requires");
        }
    }

    /// <summary>All steps in order; null when something does not fit or goes in a circle.</summary>
    public List<Step>? Steps(IEnumerable<PendingDefault> defaults, IReadOnlyList<PendingFormula> formulas)
    {
        foreach (var pending in defaults)
        {
            if (pending.NeedsSource)
            {
                reading.Fail(
                    pending.Node,
                    $"默认值 {pending.Target.FullName} 缺少 source。",
                    $"The default of {pending.Target.FullName} lacks a source.");
            }

            Bind(pending.Target, pending.Level, pending.Syntax, pending.Node, null);
        }

        foreach (var pending in formulas)
        {
            Bind(pending.Formula.Target, pending.Level, pending.Syntax, pending.Node, pending.Formula);
        }

        var good = !reading.HasFailed;
        foreach (var symbol in made.Keys)
        {
            good = good && Visit(symbol);
        }

        return good ? WithRequirements() : null;
    }

    private void Bind(Symbol target, Level level, Node syntax, YamlNode node, MethodFormula? formula)
    {
        try
        {
            var (bound, uses) = Binder.Bind(scope, level.Table < 0 ? null : level, syntax, target);
            Func<decimal, decimal>? round = formula?.Round is { } r ? value => Round.To(value, r.Digits, r.Mode) : null;
            made.Add(
                target,
                (new Step(target, bound, formula, Program.Assign(target, bound, round, formula is null)), uses, node));
        }
        catch (FormulaException problem)
        {
            reading.Fail(node, problem, target.FullName);
        }
    }

    private bool Visit(Symbol symbol)
    {
        if (done.Contains(symbol) || !made.TryGetValue(symbol, out var entry))
        {
            return true;
        }

        if (path.Contains(symbol))
        {
            var circle = string.Join(" → ", path.SkipWhile(s => s != symbol).Append(symbol).Select(s => s.FullName));
            reading.Fail(entry.Node, $"公式循环引用：{circle}。", $"The formulas go in a circle: {circle}.");
            return false;
        }

        path.Add(symbol);
        foreach (var used in entry.Uses)
        {
            if (!Visit(used))
            {
                return false;
            }
        }

        path.RemoveAt(path.Count - 1);
        done.Add(symbol);
        ordered.Add(entry.Step);
        return true;
    }

    /// <summary>
    /// Each requirement comes as soon as what it names is there, so that it speaks before a formula stumbles.
    /// </summary>
    private List<Step> WithRequirements()
    {
        foreach (var (step, uses) in Enumerable.Reverse(requirements))
        {
            var after = ordered.FindLastIndex(other => other.Target is not null && uses.Contains(other.Target));
            ordered.Insert(after + 1, step);
        }

        return ordered;
    }
}
