namespace Tanheng.Web.People;

/// <summary>How strictly persons are recognised. The defaults are meant for real markets.</summary>
public sealed record PeopleSettings
{
    /// <summary>How long a second factor that was just given lets its session move value.</summary>
    public TimeSpan ConfirmationLasts { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>Characters a password has at least.</summary>
    public int ShortestPassword { get; init; } = 12;

    /// <summary>Rounds of the password hash (PBKDF2 with HMAC-SHA-512).</summary>
    public int HashIterations { get; init; } = 210_000;

    /// <summary>Failures in a row that lock a person's sign-in.</summary>
    public int FailuresToLock { get; init; } = 5;

    /// <summary>How long the lock lasts; it is never for good.</summary>
    public TimeSpan LockLasts { get; init; } = TimeSpan.FromMinutes(15);

    /// <summary>After so long without a failure, earlier ones are forgotten.</summary>
    public TimeSpan FailuresForgotten { get; init; } = TimeSpan.FromHours(12);

    /// <summary>Two failures within this time are a program, not a person.</summary>
    public TimeSpan TooQuick { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>How long a program is locked out.</summary>
    public TimeSpan TooQuickLockLasts { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>How far the clock of a telephone may be off, in steps of 30 seconds.</summary>
    public int ClockSteps { get; init; } = 1;

    /// <summary>Recovery codes that are given out at once.</summary>
    public int RecoveryCodes { get; init; } = 10;

    /// <summary>A session that is not used ends after this time.</summary>
    public TimeSpan SessionIdles { get; init; } = TimeSpan.FromMinutes(30);

    /// <summary>A session ends after this time in any case.</summary>
    public TimeSpan SessionLasts { get; init; } = TimeSpan.FromHours(12);

    /// <summary>How long somebody may take to sign in or to set up.</summary>
    public TimeSpan SettingUpLasts { get; init; } = TimeSpan.FromMinutes(30);

    /// <summary>Sessions a person has at the same time; one more ends the one that was used longest ago.</summary>
    public int SessionsPerPerson { get; init; } = 5;

    /// <summary>How long an invitation works.</summary>
    public TimeSpan InvitationLasts { get; init; } = TimeSpan.FromDays(3);

    /// <summary>How long a link to a new password or second factor works.</summary>
    public TimeSpan ResetLasts { get; init; } = TimeSpan.FromMinutes(60);

    /// <summary>The longest life of an API key, in days.</summary>
    public int LongestKeyDays { get; init; } = 366;

    /// <summary>API keys a person has at the same time.</summary>
    public int KeysPerPerson { get; init; } = 20;

    /// <summary>Passkeys a person has at the same time.</summary>
    public int PasskeysPerPerson { get; init; } = 10;
}

/// <summary>How many requests are answered. What is beyond gets 429 and when to come back.</summary>
public sealed record RateLimits
{
    /// <summary>Requests a minute from one address: many persons may share one.</summary>
    public int PerAddress { get; init; } = 3000;

    /// <summary>Requests a minute of one person or API key's owner.</summary>
    public int PerPerson { get; init; } = 600;

    /// <summary>Passwords, codes, links and passkeys a minute from one address.</summary>
    public int SignInsPerAddress { get; init; } = 30;

    /// <summary>No limits, for measurements and tests.</summary>
    public static RateLimits None { get; } = new()
    {
        PerAddress = int.MaxValue,
        PerPerson = int.MaxValue,
        SignInsPerAddress = int.MaxValue,
    };
}
