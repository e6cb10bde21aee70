using Tanheng.Scheme.Registry;
using Tanheng.Scheme.Supervision;
using Tanheng.Scheme.Tests.Trading;
using Tanheng.Scheme.Trading;

namespace Tanheng.Scheme.Tests.Supervision;

/// <summary>An exchange that is watched; each section of <c>supervision</c> is given by its test.</summary>
internal static class WatchedFloor
{
    private const string Positions = "  positions: { status: parameter, source: test }";

    /// <summary>A floor with these lines under <c>supervision</c>, and other words in the trading section.</summary>
    public static Floor With(string sections, params (string Old, string New)[] changes) =>
        new([.. changes, (Positions, Positions + "\n" + Section(sections))]);

    /// <summary>The change that sets bounds on positions; it goes before the watch.</summary>
    public static Floor With(string positions, string sections) =>
        new((Positions, $"  positions: {{ {positions}, status: parameter, source: test }}\n" + Section(sections)));

    /// <summary>The alerts of a kind.</summary>
    public static IReadOnlyList<Alert> Alerts(this Floor floor, AlertKind kind) =>
        [.. floor.State.Supervision.Alerts.Where(alert => alert.Kind == kind)];

    /// <summary>What an alert measured, and from where on that is noticed.</summary>
    public static (long Value, long? Threshold) Figure(this Alert alert, Measure measure)
    {
        var figure = alert.Evidence.Figures.Single(one => one.Measure == measure);
        return (figure.Value, figure.Threshold);
    }

    /// <summary>One sells to the other.</summary>
    public static Trade Deal(this Floor floor, Holder seller, Holder buyer, long tonnes, string price) =>
        floor.Take(buyer, floor.Sell(seller, tonnes, price), tonnes);

    public static void Cancel(this Floor floor, Holder holder, OrderId order) =>
        floor.Do(new CancelOrder(holder.Id, order), holder);

    private static string Section(string sections) => $"""
        supervision:
          cancel_when_halted: yes
          explain_working_days: 5
          appeal_working_days: 10
          source: test
          status: parameter
        {string.Join('\n', sections.Split('\n').Select(line => "  " + line))}
        """;
}
