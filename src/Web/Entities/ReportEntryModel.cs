using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Tanheng.Engine.People;
using Tanheng.Scheme;
using Tanheng.Web.Actions.Forms;
using Tanheng.Web.Actions.Steps;
using Tanheng.Web.Entities.Models;
using Tanheng.Web.Portal;

namespace Tanheng.Web.Entities;

/// <summary>A report that is being entered: the form of its command, its calculation, and its draft.</summary>
/// <param name="Visit">The form.</param>
/// <param name="Calculation">What the method makes of it; null until asked for.</param>
/// <param name="DraftOf">When the draft that is shown was saved; null when none is.</param>
/// <param name="KeepsDrafts">False where there is no place for drafts.</param>
public sealed record ReportEntryModel(
    ActionVisit Visit, ReportCalculation? Calculation, DateTimeOffset? DraftOf, bool KeepsDrafts)
{
    /// <summary>Where it stands while its page is drawn.</summary>
    public const string Key = "tanheng:report-entry";

    /// <summary>The command that the form becomes.</summary>
    public static CommandEntry Command { get; } = Catalogue.Scheme.CommandNamed("submit-report")!;

    /// <summary>The form as the entity left it, or with what is on file.</summary>
    public static async Task<ReportEntryModel> OpenAsync(
        HttpContext http, ActionFlow flow, UserId user, HolderId holder, int year)
    {
        var drafts = http.RequestServices.GetService<IDrafts>();
        var draft = drafts?.FindDraft(OwnerOf(http, holder), KeyOf(year));
        var values = draft is null ? Blank(holder, year) : Read(draft.Json, holder, year);
        var visit = await flow.OpenAsync(user, Command, values, first: draft is null);
        return new ReportEntryModel(visit, null, draft?.Saved, drafts is not null);
    }

    /// <summary>Keeps what stands in the form for everybody who acts for the holder.</summary>
    public static void Save(HttpContext http, HolderId holder, int year, FormValues values) =>
        http.RequestServices.GetService<IDrafts>()?.SaveDraft(new Draft(
            OwnerOf(http, holder),
            KeyOf(year),
            JsonSerializer.Serialize(values.All),
            http.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow()));

    /// <summary>Throws the draft away.</summary>
    public static void Drop(HttpContext http, HolderId holder, int year) =>
        http.RequestServices.GetService<IDrafts>()?.DropDraft(OwnerOf(http, holder), KeyOf(year));

    /// <summary>A report has been submitted: its draft has served.</summary>
    internal static void Sent(HttpContext http, CommandEntry entry, FormValues values)
    {
        if (entry == Command && long.TryParse(values["holder"], out var holder)
            && int.TryParse(values["year"], out var year))
        {
            Drop(http, new HolderId(holder), year);
        }
    }

    private static FormValues Blank(HolderId holder, int year) => new()
    {
        ["holder"] = holder.Value.ToString(CultureInfo.InvariantCulture),
        ["year"] = year.ToString(CultureInfo.InvariantCulture),
    };

    private static FormValues Read(string json, HolderId holder, int year)
    {
        var values = new FormValues();
        foreach (var (key, value) in JsonSerializer.Deserialize<Dictionary<string, string>>(json) ?? [])
        {
            values[key] = value;
        }

        foreach (var (key, value) in Blank(holder, year).All)
        {
            values[key] = value;
        }

        return values;
    }

    /// <summary>Drafts belong to the holder within its market, not to the person.</summary>
    private static string OwnerOf(HttpContext http, HolderId holder) =>
        $"{http.RequestServices.GetRequiredService<Market>().Name}/{holder}";

    private static string KeyOf(int year) => "submit-report/" + year.ToString(CultureInfo.InvariantCulture);
}
