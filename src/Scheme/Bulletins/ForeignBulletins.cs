using Tanheng.Quantities;
using Tanheng.Rulebook;
using Tanheng.Scheme.Registry;

namespace Tanheng.Scheme.Bulletins;

/// <summary>收录外部公报: what another market published, to be shown beside ours.</summary>
/// <param name="Market">Which market, in both languages.</param>
/// <param name="From">First day.</param>
/// <param name="To">Last day.</param>
/// <param name="Source">Who published it, and where.</param>
/// <param name="Lines">Its figures as they were published.</param>
/// <param name="Unit">The unit of quantity.</param>
/// <param name="Link">Its address.</param>
/// <param name="Remark">Needed where figures of the original do not fit: what is known of it.</param>
/// <param name="Corrects">The recorded bulletin that it stands in the place of.</param>
public sealed record RecordBulletin(
    Text Market,
    DateOnly From,
    DateOnly To,
    string Source,
    IReadOnlyList<BulletinLine> Lines,
    string Unit = "t",
    string? Link = null,
    string? Remark = null,
    ForeignBulletinId? Corrects = null) : Command;

/// <summary>撤回外部公报: it is no longer shown.</summary>
public sealed record WithdrawBulletin(ForeignBulletinId Bulletin, string Reason) : Command;

/// <summary>A bulletin of another market is recorded, with what does not fit in it.</summary>
public sealed record BulletinRecorded(
    ForeignBulletinId Bulletin,
    Text Market,
    DateOnly From,
    DateOnly To,
    string Unit,
    string Source,
    string? Link,
    IReadOnlyList<BulletinLine> Lines,
    IReadOnlyList<BulletinFinding> Findings,
    string? Remark,
    ForeignBulletinId? Corrects) : Event;

/// <summary>A bulletin of another market is no longer shown.</summary>
public sealed record BulletinTakenBack(ForeignBulletinId Bulletin, string Reason) : Event;

/// <summary>
/// Refusals of a recording, in order: text missing (market, source, unit); bad bulletin days; bad link; bad bulletin
/// lines; then line by line, all at once: bad figure, currencies differ; unknown bulletin, bulletin of another market;
/// already recorded; then, without a remark, everything that does not foot, line by line. Of a withdrawal: unknown
/// bulletin; text missing (reason).
/// </summary>
public static class ForeignBulletins
{
    /// <summary>No bulletin has more lines.</summary>
    public const int MostLines = 50;

    private const long MostTonnes = 1_000_000_000_000;

    internal static void Register(Catalogue catalogue) => catalogue
        .Command<RecordBulletin>("record-bulletin", Permission.Of(Role.ExchangeOperator), Decide)
        .Command<WithdrawBulletin>("withdraw-bulletin", Permission.Of(Role.ExchangeOperator), Decide)
        .Event<BulletinRecorded>("bulletin-recorded", Apply)
        .Event<BulletinTakenBack>("bulletin-taken-back", Apply);

    /// <summary>
    /// Bulletins in force that can be laid beside a period: at least half of the longer one's days are common to both.
    /// By market, then by days.
    /// </summary>
    public static IReadOnlyList<ForeignBulletin> Beside(SchemeState state, BulletinPeriod period) =>
    [
        .. state.Bulletins.Foreign.Values
            .Where(one => one.Status == ForeignStatus.InForce && IsBeside(one, period))
            .OrderBy(one => one.Market.En, StringComparer.Ordinal).ThenBy(one => one.From),
    ];

    /// <summary>What a recording would be told: findings that a remark is needed for.</summary>
    public static IReadOnlyList<BulletinFinding> Check(SchemeState state, RecordBulletin command) =>
        BulletinChecks.Of(command.Lines, CumulativeBefore(state, command));

    private static bool IsBeside(ForeignBulletin one, BulletinPeriod period)
    {
        var (from, to) = (one.From > period.From ? one.From : period.From, one.To < period.To ? one.To : period.To);
        var common = to.DayNumber - from.DayNumber + 1;
        var longer = Math.Max(
            one.To.DayNumber - one.From.DayNumber + 1, period.To.DayNumber - period.From.DayNumber + 1);
        return common > 0 && common * 2 >= longer;
    }

    private static Outcome<Decision> Decide(SchemeState state, in Context context, RecordBulletin command)
    {
        if ((CheckHead(state, context, command) ?? CheckLines(command) ?? CheckOthers(state, command)) is { } refusal)
        {
            return refusal;
        }

        var findings = Check(state, command);
        var remark = string.IsNullOrWhiteSpace(command.Remark) ? null : command.Remark.Trim();
        if (findings.Count > 0 && remark is null)
        {
            return AllOf([.. findings.Select(finding => finding.AsRefusal())])!;
        }

        return Decision.Of(new BulletinRecorded(
            state.Bulletins.NextForeign,
            command.Market,
            command.From,
            command.To,
            command.Unit.Trim(),
            command.Source.Trim(),
            string.IsNullOrWhiteSpace(command.Link) ? null : command.Link.Trim(),
            command.Lines,
            findings,
            remark,
            command.Corrects));
    }

    private static Refusal? CheckHead(SchemeState state, in Context context, RecordBulletin command)
    {
        if ((Holders.Blank("market", command.Market) ?? Holders.Blank("source", command.Source)
            ?? Holders.Blank("unit", command.Unit)) is { } blank)
        {
            return blank;
        }

        var today = state.Rules.Calendar.Day(context.Time);
        if (command.To < command.From || command.To > today)
        {
            return BulletinRefusals.BadDays.With(("from", command.From), ("to", command.To), ("today", today));
        }

        var link = command.Link?.Trim() ?? "";
        return link.Length == 0 || (Uri.TryCreate(link, UriKind.Absolute, out var uri)
            && (uri.Scheme == Uri.UriSchemeHttp || uri.Scheme == Uri.UriSchemeHttps))
                ? null
                : BulletinRefusals.BadLink.With(("link", link));
    }

    private static Refusal? CheckLines(RecordBulletin command)
    {
        var lines = command.Lines;
        if (lines.Count is 0 or > MostLines || lines.Count(line => line.Kind == LineKind.Total) > 1
            || lines.Count(line => line.Kind == LineKind.Cumulative) > 1)
        {
            return BulletinRefusals.BadLines.With(("most", MostLines));
        }

        return AllOf([.. lines.Select((line, i) => CheckFigures(i + 1, line, lines[0].Amount.Currency))
            .OfType<Refusal>()]);
    }

    /// <summary>One problem as itself, several as one refusal that tells all; each names its line.</summary>
    private static Refusal? AllOf(IReadOnlyList<Refusal> problems) => problems switch
    {
        [] => null,
        [var only] => only,
        _ => BulletinRefusals.DoesNotFoot.With(
            ("count", problems.Count),
            ("problems_zh", string.Concat(problems.Select(one => one.Message("zh")))),
            ("problems_en", string.Join(' ', problems.Select(one => one.Message("en"))))),
    };

    private static Refusal? CheckFigures(int row, BulletinLine line, Currency currency)
    {
        Refusal Bad(string field, object? value) =>
            BulletinRefusals.BadFigure.With(("row", row), ("field", field), ("value", value));
        if (string.IsNullOrWhiteSpace(line.Item))
        {
            return Bad("item", line.Item);
        }

        if (line.Volume < Tonnes.Zero || line.Volume.Value > MostTonnes)
        {
            return Bad("volume", line.Volume);
        }

        if (line.Amount.Minor < 0)
        {
            return Bad("amount", line.Amount);
        }

        if (line.Amount.Currency != currency)
        {
            return BulletinRefusals.CurrenciesDiffer.With(
                ("row", row), ("amount", line.Amount), ("currency", currency));
        }

        (string Field, string? Text, bool Signed)[] shown =
        [
            ("average", line.Average, false),
            ("high", line.High, false),
            ("low", line.Low, false),
            ("close", line.Close, false),
            ("change", line.Change, true),
        ];
        return shown
            .Where(one => !string.IsNullOrEmpty(one.Text) && ShownPrice.Parse(one.Text, one.Signed) is null)
            .Select(one => Bad(one.Field, one.Text)).FirstOrDefault();
    }

    private static Refusal? CheckOthers(SchemeState state, RecordBulletin command)
    {
        if (command.Corrects is { } corrected)
        {
            if (InForce(state, corrected) is not { } old)
            {
                return BulletinRefusals.UnknownBulletin.With(("id", corrected));
            }

            if (!Same(old.Market, command.Market))
            {
                return BulletinRefusals.OtherMarket.With(("id", corrected), ("market", old.Market.Zh));
            }
        }

        var there = state.Bulletins.Foreign.Values.FirstOrDefault(one => one.Status == ForeignStatus.InForce
            && one.Id != command.Corrects && Same(one.Market, command.Market)
            && one.From == command.From && one.To == command.To);
        return there is null ? null : BulletinRefusals.AlreadyRecorded.With(
            ("market", there.Market.Zh), ("from", there.From), ("to", there.To), ("id", there.Id));
    }

    /// <summary>The cumulative line of the market's bulletin that ends on the day before; null without one.</summary>
    private static Turnover? CumulativeBefore(SchemeState state, RecordBulletin command)
    {
        var before = state.Bulletins.Foreign.Values.LastOrDefault(one => one.Status == ForeignStatus.InForce
            && one.Id != command.Corrects && Same(one.Market, command.Market)
            && one.To == command.From.AddDays(-1) && one.Unit == command.Unit.Trim());
        var line = before?.Lines.FirstOrDefault(one => one.Kind == LineKind.Cumulative);
        return line?.Amount.Currency == command.Lines[0].Amount.Currency ? line.Traded : null;
    }

    private static bool Same(Text left, Text right) => left.Zh.Trim() == right.Zh.Trim();

    private static ForeignBulletin? InForce(SchemeState state, ForeignBulletinId id) =>
        state.Bulletins.Foreign.TryGetValue(id, out var known) && known.Status == ForeignStatus.InForce
            ? known
            : null;

    private static Outcome<Decision> Decide(SchemeState state, in Context context, WithdrawBulletin command)
    {
        if (InForce(state, command.Bulletin) is null)
        {
            return BulletinRefusals.UnknownBulletin.With(("id", command.Bulletin));
        }

        return Holders.Blank("reason", command.Reason) is { } blank
            ? blank
            : Decision.Of(new BulletinTakenBack(command.Bulletin, command.Reason.Trim()));
    }

    private static void Apply(SchemeState state, in Context context, BulletinRecorded happened)
    {
        var all = state.Bulletins.Foreign;
        if (happened.Corrects is { } old)
        {
            all[old] = all[old] with { Status = ForeignStatus.Corrected };
        }

        all.Add(happened.Bulletin, new ForeignBulletin(
            happened.Bulletin,
            happened.Market,
            happened.From,
            happened.To,
            happened.Unit,
            happened.Source,
            happened.Link,
            happened.Lines,
            happened.Findings,
            happened.Remark,
            ForeignStatus.InForce,
            context.Time,
            happened.Corrects));
        state.Bulletins.NextForeign = new ForeignBulletinId(happened.Bulletin.Value + 1);
    }

    private static void Apply(SchemeState state, in Context context, BulletinTakenBack happened)
    {
        var all = state.Bulletins.Foreign;
        all[happened.Bulletin] = all[happened.Bulletin] with
        {
            Status = ForeignStatus.Withdrawn,
            Why = happened.Reason,
        };
    }
}
