using Tanheng.Quantities;

namespace Tanheng.Methodology;

/// <summary>The values of one evaluation, by slot. Flags are 0 or 1 among the numbers.</summary>
internal sealed class Frame(int numbers, int texts, int tables)
{
    public decimal[] Numbers { get; } = new decimal[numbers];

    public string?[] Texts { get; } = texts == 0 ? [] : new string?[texts];

    public RowSet[] Rows { get; } = tables == 0 ? [] : new RowSet[tables];
}

/// <summary>
/// The rows of one input table: a flat array each for numbers and texts, and the row being looked at.
/// </summary>
internal sealed class RowSet(int count, int stride, int textStride)
{
    private readonly decimal[] numbers = count == 0 ? [] : new decimal[count * stride];
    private readonly string?[] texts = count * textStride == 0 ? [] : new string?[count * textStride];

    public int Count { get; } = count;

    public int Cursor { get; set; }

    public decimal Number(int slot) => numbers[(Cursor * stride) + slot];

    public string? Text(int slot) => texts[(Cursor * textStride) + slot];

    public decimal NumberAt(int row, int slot) => numbers[(row * stride) + slot];

    public string? TextAt(int row, int slot) => texts[(row * textStride) + slot];

    public void Set(int slot, decimal value) => numbers[(Cursor * stride) + slot] = value;

    public void Set(int slot, string value) => texts[(Cursor * textStride) + slot] = value;
}

/// <summary>Ends an evaluation that cannot go on; caught at the method's edge and turned into a refusal.</summary>
internal sealed class MethodFault(Func<Method, Refusal> refusal) : Exception
{
    public Refusal For(Method method) => refusal(method);
}
