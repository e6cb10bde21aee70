using Tanheng.Quantities;

namespace Tanheng.Cli.Scenarios;

/// <summary>Why a scenario cannot be played.</summary>
internal static class ScenarioRefusals
{
    public static readonly RefusalCode UnknownScenario = RefusalCode.Final(
        9105,
        "unknown-scenario",
        "没有情景 {scenario}；现有：{scenarios}。",
        "There is no scenario {scenario}; there are: {scenarios}.");
}
