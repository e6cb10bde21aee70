using System.Reflection;
using Tanheng.Engine.Journal;
using Tanheng.Ledger;
using Tanheng.Methodology;
using Tanheng.Quantities;
using Tanheng.Rulebook;
using Tanheng.Scheme;

namespace Tanheng.Web.Api.Shapes;

/// <summary>Every refusal that an answer of the API can hold, found where the codes are declared.</summary>
public static class RefusalList
{
    private static readonly Assembly[] Assemblies =
    [
        typeof(LedgerRefusals).Assembly, typeof(MethodRefusals).Assembly, typeof(RulebookRefusals).Assembly,
        typeof(SchemeRefusals).Assembly, typeof(JournalRefusals).Assembly, typeof(ApiRefusals).Assembly,
    ];

    /// <summary>By number.</summary>
    public static IReadOnlyList<RefusalView> All { get; } =
    [
        .. Assemblies.SelectMany(assembly => assembly.GetTypes())
            .SelectMany(type => type.GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic))
            .Where(one => one.FieldType == typeof(RefusalCode))
            .Select(one => Of((RefusalCode)one.GetValue(null)!))
            .OrderBy(refusal => refusal.Code),
    ];

    private static RefusalView Of(RefusalCode code) => new(
        code.Number,
        code.Name,
        Status.Of(code),
        code.Transient,
        Problem.TypeOf(code),
        new Text(code.Zh, code.En));
}
