namespace Tanheng.Web.People;

/// <summary>The way back after signing in or confirming. Only to pages of this site.</summary>
public static class Back
{
    /// <summary>A path of this site; the front page for anything else.</summary>
    public static string Safe(string? back) =>
        back is ['/', not ('/' or '\\'), ..] && !back.Any(char.IsControl) ? back : "/";

    /// <summary>A page that is told the way back.</summary>
    public static string With(string page, string? back) =>
        Safe(back) is var safe and not "/" ? page + "?back=" + Uri.EscapeDataString(safe) : page;
}
