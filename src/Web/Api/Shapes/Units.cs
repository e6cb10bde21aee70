using Tanheng.Quantities;

namespace Tanheng.Web.Api.Shapes;

/// <summary>In which unit a type counts; it stands in the headers of CSV and in the schemas.</summary>
internal static class Units
{
    /// <summary>The unit, or null for what is counted in none.</summary>
    public static string? Of(Type type) =>
        type == typeof(Tonnes) ? "tCO2e"
        : type == typeof(DateTimeOffset) ? "UTC"
        : null;
}
