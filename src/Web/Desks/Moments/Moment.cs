using System.Globalization;
using Tanheng.Rulebook;

namespace Tanheng.Web.Desks.Moments;

/// <summary>A moment as an address has it, in the market's zone.</summary>
internal static class Moment
{
    private static readonly string[] Forms =
        ["yyyy-MM-ddTHH:mm", "yyyy-MM-ddTHH:mm:ss", "yyyy-MM-dd HH:mm", "yyyy-MM-dd HH:mm:ss", "yyyy-MM-dd"];

    /// <summary>The moment; null when the text is none.</summary>
    public static DateTime? Read(string? text) => DateTime.TryParseExact(
        text?.Trim(), Forms, CultureInfo.InvariantCulture, DateTimeStyles.None, out var local) ? local : null;

    /// <summary>As a field for date and time shows it.</summary>
    public static string Write(DateTime local) => local.ToString("yyyy-MM-ddTHH:mm", CultureInfo.InvariantCulture);

    /// <summary>The last row at or before a moment of the market's zone; a moment without seconds means its whole
    /// minute.</summary>
    public static long SequenceAt(SnapshotDesk desk, WorkCalendar calendar, DateTime local) =>
        desk.SequenceAt(calendar.Moment(local.Second == 0 ? local.AddSeconds(59.999) : local));
}
