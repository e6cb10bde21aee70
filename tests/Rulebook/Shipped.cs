using Tanheng.Methodology;

namespace Tanheng.Rulebook.Tests;

/// <summary>The rulebooks of the repository, read from its root.</summary>
internal static class Shipped
{
    public static readonly IReadOnlyCollection<string> Commands =
    [
        "register-holder", "open-account", "review-account", "activate-account", "restrict-account", "freeze-account",
        "unfreeze-account", "close-account", "appoint-representative", "remove-representative", "register-facility",
        "register-generating-unit", "list-coverage", "file-monitoring-plan", "submit-report", "state-verification",
        "accept-report", "correct-report", "pre-allocate", "allocate-final", "adjust-allocation", "issue-offsets",
        "transfer-units", "move-position", "surrender", "cancel-voluntarily", "apply-for-advance", "grant-advance",
        "apply-for-carry-over", "convert-carry-over", "freeze-units", "release-units", "transfer-judicially",
        "succeed-holder", "open-case", "decide-case", "publish-results", "adopt-rulebook", "propose",
        "allocate-stated", "run-allocation", "grant-new-facility", "decide-all-cases", "reverse-surrender",
        "approve-proposal", "reject-proposal", "withdraw-proposal", "advance-clock",
        "reverse-transaction", "register-settlement-bank", "assign-bank-line", "return-bank-line", "match-bank-line",
        "charge-bank-line", "cover-leg", "confirm-pledge", "realise-pledge",
        "unblock-account", "change-representative", "replace-representative",
        "claim-holder",
        "describe-holder", "set-account-rules", "set-emission-years", "exclude-year", "include-year",
        "add-trusted-account", "resume-trading", "restrict-trading", "lift-trading-restriction", "decide-inquiry",
        "announce-auction", "clear-auction", "cancel-auction",
    ];

    private static readonly Lazy<string> Folder = new(() =>
    {
        var at = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(at.FullName, "Tanheng.slnx")))
        {
            at = at.Parent ?? throw new InvalidOperationException("The tests run inside the repository.");
        }

        return Path.Combine(at.FullName, "rulebooks");
    });

    private static readonly Lazy<MethodLibrary> Library = new(() =>
    {
        var folder = Path.Combine(Folder!.Value, "..", "methodologies");
        var files = Directory.GetFiles(folder, "*.yaml", SearchOption.AllDirectories);
        return MethodLibrary.Read(files.Select(file => (Path.GetRelativePath(folder, file), File.ReadAllText(file))));
    });

    private static readonly Lazy<Rulebook> ChinaBook = new(() => Good(Read("china-national.yaml")));

    private static readonly Lazy<Rulebook> EuBook = new(() => Good(Read("eu.yaml")));

    public static Rulebook China => ChinaBook.Value;

    private static readonly Lazy<Rulebook> ChongqingBook = new(() => Good(Read("chongqing.yaml")));

    public static Rulebook Eu => EuBook.Value;

    public static Rulebook Chongqing => ChongqingBook.Value;

    public static MethodLibrary Methods => Library.Value;

    public static string Text(string file) => File.ReadAllText(Path.Combine(Folder.Value, file));

    public static RulebookReading Read(string file) => RulebookReader.Read(file, Text(file), Include, Commands);

    public static string? Include(string file)
    {
        var path = Path.Combine(Folder.Value, file);
        return File.Exists(path) ? File.ReadAllText(path) : null;
    }

    private static Rulebook Good(RulebookReading reading)
    {
        reading.Diagnostics.ShouldBeEmpty();
        return reading.Rulebook.ShouldNotBeNull();
    }
}
