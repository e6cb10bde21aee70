using System.Net.Sockets;
using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;
using MimeKit;
using Tanheng.Engine.People;
using Tanheng.Web.Portal;

namespace Tanheng.Web.Letters;

/// <summary>
/// Sends letters on to the persons' addresses. A letter without an address counts as sent; one that the server does not
/// take is tried again at the next look.
/// </summary>
internal sealed class Mailer(
    Market market, ILetters letters, IPersons people, TimeProvider time, LetterSettings settings)
{
    private const int AtATime = 50;

    /// <summary>Sends what waits.</summary>
    /// <returns>How many letters left.</returns>
    public async Task<int> SendAsync(CancellationToken cancel)
    {
        var since = time.GetUtcNow() - settings.MailWithin;
        if (settings.Mail is not { } mail || letters.ToMail(market.Name, since, AtATime) is not { Count: > 0 } waiting)
        {
            return 0;
        }

        using var client = new SmtpClient();
        try
        {
            await client.ConnectAsync(mail.Host, mail.Port, SecureSocketOptions.Auto, cancel);
            if (mail.User.Length > 0)
            {
                await client.AuthenticateAsync(mail.User, mail.Password, cancel);
            }
        }
        catch (Exception problem) when (IsServers(problem))
        {
            // The server is away or does not know us: nothing was tried, so nothing counts as failed.
            return 0;
        }

        var sent = 0;
        foreach (var letter in waiting)
        {
            var success = await Send(client, mail, letter, cancel);
            letters.Mailed(letter.Id, success, time.GetUtcNow());
            sent += success ? 1 : 0;
        }

        await client.DisconnectAsync(quit: true, cancel);
        return sent;
    }

    private async Task<bool> Send(SmtpClient client, MailSettings mail, Letter letter, CancellationToken cancel)
    {
        if (people.Find(letter.To) is not { State: PersonState.Active, Email: { Length: > 0 } address } person
            || !MailboxAddress.TryParse(address, out var to))
        {
            return true;
        }

        to.Name = person.DisplayName;
        using var message = new MimeMessage();
        message.From.Add(MailboxAddress.Parse(mail.From));
        message.To.Add(to);
        message.Subject = $"{letter.Subject.Zh} / {letter.Subject.En}";
        message.Headers.Add("Auto-Submitted", "auto-generated");
        message.Body = new TextPart("plain") { Text = TextOf(letter, mail.Portal) };
        try
        {
            await client.SendAsync(message, cancel);
            return true;
        }
        catch (Exception problem) when (IsServers(problem))
        {
            return false;
        }
    }

    private static string TextOf(Letter letter, Uri portal)
    {
        var link = letter.Path.Length == 0 ? "" : "\n" + new Uri(portal, letter.Path) + "\n";
        return $"{letter.Subject.Zh}\n{letter.Body.Zh}\n\n{letter.Subject.En}\n{letter.Body.En}\n{link}";
    }

    private static bool IsServers(Exception problem) => problem is
        ProtocolException or CommandException or ServiceNotConnectedException or ServiceNotAuthenticatedException
        or AuthenticationException or SslHandshakeException or SocketException or IOException;
}
