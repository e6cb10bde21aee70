using System.Globalization;
using Tanheng.Engine.People;
using Tanheng.Quantities;
using Tanheng.Web.People;
using Tanheng.Web.Portal;

namespace Tanheng.Web.Letters;

/// <summary>
/// What a person is told of their own sign-in: every change of what opens it, every lock, and that somebody tried and
/// failed, once a day.
/// </summary>
internal sealed class SignInLetters(ILetters letters, IPersons people, Market market)
{
    private static readonly HashSet<string> Changes = new(StringComparer.Ordinal)
    {
        "lock", "password", "second-factor", "recovery-code", "recovery-codes", "passkey-add", "passkey-remove", "key",
        "session-end-all",
    };

    private static readonly HashSet<string> Attempts = new(StringComparer.Ordinal)
    {
        "sign-in", "recovery-code", "passkey",
    };

    /// <summary>Tells the person of an entry of the audit trail, where it is of that kind.</summary>
    public void Tell(AuditEntry entry)
    {
        var what = entry.What.Split(' ')[0];
        var done = entry.Outcome == AuditTrail.Done;
        if (entry.Who.Length == 0 || !(done ? Changes : Attempts).Contains(what)
            || people.Find(entry.Who) is not { } person)
        {
            return;
        }

        var word = TrailNames.OfAct(what)!;
        var subject = done
            ? new Text($"您的登录：{word.Zh}", $"Your sign-in: {word.En}")
            : new Text("有人以您的用户名登录失败", "Somebody failed to sign in with your name");
        var where = entry.Address.Length == 0 ? "—" : entry.Address;
        var at = Format.Minute(entry.At.UtcDateTime);
        letters.Post(
        [
            new Letter(
                0,
                person.Name,
                market.Name,
                done
                    ? string.Create(CultureInfo.InvariantCulture, $"sign-in {what} {entry.At.ToUnixTimeMilliseconds()}")
                    : string.Create(CultureInfo.InvariantCulture, $"failed {entry.At:yyyy-MM-dd}"),
                LetterKind.SignIn,
                subject,
                new Text(
                    $"{at} UTC，来自 {where}。如果不是您本人，请立即更改密码并结束全部会话，并通知登记机构。",
                    $"{at} UTC, from {where}. If this was not you, change your password now, end all sessions and tell "
                        + "the registry."),
                "/me/sessions",
                entry.At),
        ]);
    }
}
