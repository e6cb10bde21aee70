using Tanheng.Quantities;
using Tanheng.Scheme.Bulletins;

namespace Tanheng.Engine.Markets;

/// <summary>One trading day as an exchange publishes it.</summary>
/// <param name="Line">Its line in the file.</param>
/// <param name="Day">The trading day.</param>
/// <param name="Open">The first listed trade's price; null where it is not published.</param>
/// <param name="High">The highest listed price; null where it is not published.</param>
/// <param name="Low">The lowest listed price; null where it is not published.</param>
/// <param name="Close">The average of the listed trades; without any the close of the day before.</param>
/// <param name="Listed">Listed trades of the day.</param>
/// <param name="Block">Block trades of the day.</param>
/// <param name="Total">Everything ever traded, up to the end of the day.</param>
public sealed record DailyRow(
    int Line,
    DateOnly Day,
    Price? Open,
    Price? High,
    Price? Low,
    Price Close,
    Turnover Listed,
    Turnover Block,
    Turnover Total);
