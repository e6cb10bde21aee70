using Tanheng.Scheme;
using Tanheng.Scheme.Registry;
using Tanheng.Web.Letters;

namespace Tanheng.Web.Tests.Letters;

/// <summary>
/// Every row of the story, two trading days included, is told, and no letter names a company or an account for which
/// its reader does not act, but for the other side of a transfer.
/// </summary>
public sealed class LetterPrivacyTests(TradingSite site) : IClassFixture<TradingSite>
{
    [Fact]
    public void No_letter_tells_of_somebody_else()
    {
        var told = 0;
        var wrong = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var row in site.Rows(1, long.MaxValue))
        {
            var events = row.ReadEvents();
            var parties = events.Where(happened => happened is UnitsTransferred)
                .SelectMany(happened => ((IMovesUnits)happened).Transactions)
                .SelectMany(transaction => transaction.Movements)
                .SelectMany(move => new[] { move.From.Account, move.To.Account })
                .Select(account => site.State.Registry.Accounts[account].Holder)
                .ToHashSet();
            foreach (var letter in EventLetters.Of(site.State, row, events))
            {
                told++;
                foreach (var other in site.State.Registry.Holders.Values.Where(holder => !parties.Contains(holder.Id)
                    && !holder.Representatives.Any(one => one.User.Name == letter.To)))
                {
                    var text = letter.Subject.Zh + letter.Body.Zh;
                    if (Names(other).Any(name => text.Contains(name, StringComparison.Ordinal)))
                    {
                        wrong.Add($"{row.Command}: {letter.To} reads of {other.Name.En}");
                    }
                }
            }
        }

        told.ShouldBeGreaterThan(500);
        wrong.ShouldBeEmpty();
    }

    private IEnumerable<string> Names(Holder holder) => site.State.Registry.Accounts.Values
        .Where(account => account.Holder == holder.Id)
        .Select(account => account.Number)
        .Append(holder.Name.Zh);
}
