namespace Tanheng.Web.Letters;

/// <summary>How letters are written and sent on.</summary>
public sealed record LetterSettings
{
    /// <summary>How many days before a deadline whoever has not acted is reminded.</summary>
    public IReadOnlyList<int> RemindDaysBefore { get; init; } = [30, 7, 1];

    /// <summary>How often there is a look at what is to be written.</summary>
    public TimeSpan Every { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>Who was invited and has not come for so long is forgotten.</summary>
    public TimeSpan ForgetInvited { get; init; } = TimeSpan.FromDays(30);

    /// <summary>What is older is not mailed: whoever sets up a mail server later mails nobody the past.</summary>
    public TimeSpan MailWithin { get; init; } = TimeSpan.FromDays(3);

    /// <summary>The mail server; null when letters are read in the portal alone.</summary>
    public MailSettings? Mail { get; init; }
}

/// <summary>The mail server that sends letters on.</summary>
/// <param name="Host">Its name.</param>
/// <param name="Port">Its port: 587 with STARTTLS, 465 with TLS, any other as the server offers.</param>
/// <param name="From">The sender's address.</param>
/// <param name="Portal">The address of the portal, which the links begin with.</param>
public sealed record MailSettings(string Host, int Port, string From, Uri Portal)
{
    /// <summary>The name to sign in with; empty for none.</summary>
    public string User { get; init; } = "";

    /// <summary>The password to sign in with.</summary>
    public string Password { get; init; } = "";
}
