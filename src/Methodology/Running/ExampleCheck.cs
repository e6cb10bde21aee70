using System.Globalization;
using Tanheng.Quantities;

namespace Tanheng.Methodology;

/// <summary>Runs the examples of a method.</summary>
internal static class ExampleCheck
{
    public static IReadOnlyList<MethodExampleFailure> Run(Method method)
    {
        var failures = new List<MethodExampleFailure>();
        foreach (var example in method.Examples)
        {
            if (!method.Evaluate(example.Given).Try(out var result, out var refusal))
            {
                if (example.Refused != refusal.Code.Number)
                {
                    failures.Add(new(example, "", new(
                        $"示例“{example.Name.Zh}”被拒绝：{refusal.Message("zh")}",
                        $"The example \"{example.Name.En}\" is refused: {refusal.Message("en")}")));
                }

                continue;
            }

            if (example.Refused is { } number)
            {
                failures.Add(new(example, "", new(
                    $"示例“{example.Name.Zh}”应被拒绝（TH{number}），却得到了结果。",
                    $"The example \"{example.Name.En}\" should be refused (TH{number}) but gave a result.")));
                continue;
            }

            foreach (var (name, expected) in example.Expect.Values)
            {
                Compare(example, name, expected, result, failures);
            }
        }

        return failures;
    }

    private static void Compare(
        MethodExample example, string name, MethodValue expected, MethodResult result,
        List<MethodExampleFailure> failures)
    {
        if (expected.Kind != MethodValueKind.Rows)
        {
            Judge(example, name, expected, Actual(expected.Kind, name, result), failures);
            return;
        }

        var rows = result.Rows(name);
        var expectedRows = expected.Rows;
        if (rows.Count != expectedRows.Length)
        {
            Judge(example, name, expectedRows.Length, rows.Count, failures);
            return;
        }

        for (var i = 0; i < rows.Count; i++)
        {
            foreach (var (column, cell) in expectedRows[i].Values)
            {
                var actual = cell.Kind switch
                {
                    MethodValueKind.Text => MethodValue.Of(rows[i].Text(column)),
                    MethodValueKind.Flag => MethodValue.Of(rows[i].Flag(column)),
                    _ => MethodValue.Of(rows[i].Number(column)),
                };
                var where = $"{name}[{(i + 1).ToString(CultureInfo.InvariantCulture)}].{column}";
                Judge(example, where, cell, actual, failures);
            }
        }
    }

    private static MethodValue Actual(MethodValueKind kind, string name, MethodResult result) => kind switch
    {
        MethodValueKind.Text => MethodValue.Of(result.Text(name)),
        MethodValueKind.Flag => MethodValue.Of(result.Flag(name)),
        _ => MethodValue.Of(result.Number(name)),
    };

    private static void Judge(
        MethodExample example, string name, MethodValue expected, MethodValue actual,
        List<MethodExampleFailure> failures)
    {
        var same = expected.Kind == MethodValueKind.Number
            ? Round.To(actual.Number, example.Decimals, Rounding.HalfUp) == expected.Number
            : expected == actual;
        if (!same)
        {
            failures.Add(new(example, name, new(
                $"示例“{example.Name.Zh}”的 {name} 应为 {expected}，得到 {actual}。",
                $"In the example \"{example.Name.En}\" {name} should be {expected}, is {actual}.")));
        }
    }
}
