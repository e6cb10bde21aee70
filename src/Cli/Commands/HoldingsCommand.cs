using System.CommandLine;
using System.Globalization;
using Tanheng.Cli.Output;
using Tanheng.Engine.Journal;
using Tanheng.Engine.Sequencing;
using Tanheng.Ledger;
using Tanheng.Scheme;
using Tanheng.Scheme.Registry;
using Tanheng.Web.Portal;
using Command = System.CommandLine.Command;

namespace Tanheng.Cli.Commands;

/// <summary><c>tanheng holdings --at TIME</c>: who held what at a moment, by replaying the journal up to it.</summary>
internal static class HoldingsCommand
{
    private static readonly Option<string?> At = new("--at")
    {
        Description = "时点（市场当地时间，含该分钟），如 2023-12-31T23:59 | moment in the market's own time, that minute included",
        HelpName = "TIME",
    };

    private static readonly Option<string?> Holder = new("--holder")
    {
        Description = "只看一家（代码） | one holder only, by its code",
        HelpName = "CODE",
    };

    private static readonly Option<bool> WithSerials = new("--serials") { Description = "列出序列号 | list the serials" };

    public static Command Build()
    {
        var command = new Command("holdings", "时点持仓 | holdings at a moment") { At, Holder, WithSerials };
        command.Does((parsed, screen, cancel) => Task.FromResult(Show(parsed, screen, cancel)));
        return command;
    }

    private static int Show(ParseResult parsed, Screen screen, CancellationToken cancel)
    {
        var store = Common.Store(parsed);
        if (!store.Choose(parsed.GetValue(Common.Scheme)).Try(out var scheme, out var refusal))
        {
            return screen.Refuse(refusal);
        }

        using var journal = store.Open(scheme);
        var state = StateAt(journal, Moment(parsed.GetValue(At)), cancel);
        var code = parsed.GetValue(Holder);
        var lines = Lines(state, code).ToList();
        if (code is not null && !state.Registry.HolderCodes.ContainsKey(code))
        {
            return screen.Refuse(RegistryRefusals.UnknownHolder.With(("holder", code)));
        }

        var serials = parsed.GetValue(WithSerials);
        if (screen.Json)
        {
            Screen.Write(lines.Select(line => new
            {
                account = line.Account.Number,
                holder = line.Holder?.Code,
                unit = line.Position.Asset.Code,
                compartment = line.Position.Compartment.ToString(),
                quantity = line.Position.Quantity,
                serials = serials ? line.Position.Serials.ToString() : null,
            }));
            return Endings.Done;
        }

        screen.Table(
            [("账号", "Account", false), ("单位", "Holder", false), ("标的", "Unit", false), ("状态", "Compartment", false),
                ("数量（吨）", "Quantity (t)", true), .. serials ? new[] { ("序列号", "Serials", false) } : []],
            lines.Select(line => (IReadOnlyList<string>)
            [
                line.Account.Number,
                line.Holder?.Name.In(screen.Language)
                    ?? line.Account.Province
                    ?? Names.Of(line.Account.Kind).In(screen.Language),
                line.Position.Asset.Code,
                Names.Of(line.Position.Compartment).In(screen.Language),
                line.Position.Quantity.ToString("#,0", CultureInfo.InvariantCulture),
                .. serials ? new[] { line.Position.Serials.ToString() } : [],
            ]));
        return Endings.Done;
    }

    /// <summary>The state at the end of a minute of the market's own time; null is the end of the journal.</summary>
    internal static SchemeState StateAt(IJournal journal, DateTime? local, CancellationToken cancel)
    {
        var replica = new Replica(journal.Scheme);
        foreach (var block in Replay.Blocks(journal, cancel: cancel))
        {
            foreach (var (row, events) in block)
            {
                if (local is { } moment
                    && replica.State.Book is { } book
                    && row.Time >= book.Calendar.Moment(moment.AddMinutes(1)))
                {
                    return replica.State;
                }

                replica.Apply(row, events);
            }
        }

        return replica.State;
    }

    private static DateTime? Moment(string? text)
    {
        string[] shapes = ["yyyy-MM-ddTHH:mm", "yyyy-MM-dd HH:mm"];
        if (text is null)
        {
            return null;
        }

        if (DateTime.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            return day.AddDays(1).AddMinutes(-1);
        }

        return DateTime.TryParseExact(text, shapes, CultureInfo.InvariantCulture, DateTimeStyles.None, out var moment)
            ? moment
            : throw new InputException(
                $"--at：'{text}' 不是 2023-12-31T23:59 这样的时间 | '{text}' is not a time like 2023-12-31T23:59");
    }

    private static IEnumerable<(Account Account, Holder? Holder, Position Position)> Lines(
        SchemeState state, string? code) =>
        from account in state.Registry.Accounts.Values
        let holder = account.Holder is { } id ? state.Registry.Find(id) : null
        where code is null || holder?.Code == code
        from position in state.Ledger.Positions(account.Id)
        select (account, holder, position);
}
