namespace Tanheng.Web.People;

/// <summary>How strictly persons are recognised. The defaults are meant for real markets.</summary>
public sealed record PeopleSettings
{
    /// <summary>How long a second factor that was just given lets its session move value.</summary>
    public TimeSpan ConfirmationLasts { get; init; } = TimeSpan.FromMinutes(10);
}
