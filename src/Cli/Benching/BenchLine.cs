using System.Globalization;

namespace Tanheng.Cli.Benching;

/// <summary>One measured figure.</summary>
internal sealed record BenchLine(
    string Zh,
    string En,
    double Value,
    string Unit,
    double? MedianMs = null,
    double? Percentile99Ms = null,
    string Remark = "")
{
    /// <summary>As a line of text.</summary>
    public string ToText(string language)
    {
        var latency = MedianMs is { } median && Percentile99Ms is { } worst
            ? string.Create(CultureInfo.InvariantCulture, $"  p50 {median:0.000} ms  p99 {worst:0.000} ms")
            : "";
        var name = (language == "en" ? En : Zh).PadRight(24);
        var line = string.Create(
            CultureInfo.InvariantCulture, $"{name} {Value,14:#,0} {Unit,-3}{latency}  {Remark}");
        return line.TrimEnd();
    }
}
