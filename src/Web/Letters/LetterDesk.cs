using Tanheng.Engine.People;
using Tanheng.Scheme;
using Tanheng.Web.Portal;

namespace Tanheng.Web.Letters;

/// <summary>
/// Writes letters: of what the journal says, before deadlines, and circulars. Whatever it does twice it does once, for
/// a letter has a key; so it may stop anywhere and start anew.
/// </summary>
internal sealed class LetterDesk(
    Market market, ILetters letters, ILinks links, Mailer mailer, TimeProvider time, LetterSettings settings)
{
    private const int RowsAtATime = 500;
    private DateTime remindedAt;

    /// <summary>Looks once at everything.</summary>
    /// <returns>How many letters are new.</returns>
    public async Task<int> RunAsync(CancellationToken cancel = default)
    {
        if (!market.Leads || !await market.Read(state => state.Book is not null))
        {
            return 0;
        }

        var written = await TellOfRows(cancel) + await Remind() + await SendCirculars();
        await mailer.SendAsync(cancel);
        return written;
    }

    /// <summary>
    /// Rows since the last look. A market that never had letters starts with the next row: nobody wants a letter for
    /// each year that has passed.
    /// </summary>
    private async Task<int> TellOfRows(CancellationToken cancel)
    {
        var head = market.Sequence;
        if (letters.ToldUntil(market.Name) is not { } told)
        {
            letters.Tell(market.Name, head);
            return 0;
        }

        var written = 0;
        while (told < head && !cancel.IsCancellationRequested)
        {
            // Read before the question is put, which commands wait for.
            var rows = market.Journal.Read(told + 1, Math.Min(head, told + RowsAtATime))
                .Select(row => (Row: row, Events: row.ReadEvents()))
                .ToList();
            written += letters.Post(await market.Read(state => (List<Letter>)
            [
                .. rows.SelectMany(one => EventLetters.Of(state, one.Row, one.Events)),
            ]));
            told = rows[^1].Row.Sequence;
            letters.Tell(market.Name, told);
        }

        return written;
    }

    private async Task<int> Remind()
    {
        var now = await market.Read(market.Local);
        if (now - remindedAt < TimeSpan.FromHours(1) && now >= remindedAt)
        {
            return 0;
        }

        remindedAt = now;
        var at = time.GetUtcNow();
        links.ForgetInvited(at - settings.ForgetInvited, at);
        return letters.Post(await market.Read(state => (List<Letter>)
        [
            .. Reminders.Of(state, now, at, settings.RemindDaysBefore),
        ]));
    }

    private async Task<int> SendCirculars()
    {
        var now = await market.Read(market.Local);
        var written = 0;
        foreach (var circular in letters.Circulars(market.Name).Where(one => one.Next <= now))
        {
            var due = circular.Next!.Value;
            var to = await market.Read(state => (List<UserId>)[.. CircularCalendar.Of(state, circular.To)]);
            // The letters first: should the program stop here, their key keeps a second sending from doubling them.
            written += letters.Post(
            [
                .. to.Select(person => new Letter(
                    0,
                    person.Name,
                    market.Name,
                    $"circular {circular.Id} {due:yyyy-MM-ddTHH:mm}",
                    LetterKind.Circular,
                    circular.Subject,
                    circular.Body,
                    "",
                    time.GetUtcNow())),
            ]);
            letters.MoveCircular(circular.Id, due, CircularCalendar.After(circular, now), sent: true);
        }

        return written;
    }
}
