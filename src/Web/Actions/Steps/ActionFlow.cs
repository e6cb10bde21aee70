using System.Security.Cryptography;
using Tanheng.Quantities;
using Tanheng.Scheme;
using Tanheng.Web.Actions.Forms;
using Tanheng.Web.Actions.Speech;
using Tanheng.Web.People;
using Tanheng.Web.Portal;

namespace Tanheng.Web.Actions.Steps;

/// <summary>The three steps from a form to a command: fill in, see what would happen, confirm.</summary>
public sealed class ActionFlow(Market market, ActionDesk desk)
{
    /// <summary>True when a person may come to send the command at all; the scheme decides about each one.</summary>
    public static bool MayOpen(Mandate mandate, CommandEntry entry)
    {
        var permission = entry.Permission;
        return !ActionWords.IsInternal(entry)
            && (permission.IsAnyone ? mandate.Offices.Length > 0 || mandate.Holders.Length > 0
                : permission.OpenToAll || mandate.Offices.Any(permission.Roles.Contains)
                || (typeof(IForHolder).IsAssignableFrom(entry.Type)
                    && mandate.Holders.Any(own => permission.IsWithin(own.Rights))));
    }

    /// <summary>
    /// The same under the market's rules: what representatives or the public may only ask for is open to them where
    /// the rulebook names somebody who decides.
    /// </summary>
    public static bool MayOpen(SchemeState state, Mandate mandate, CommandEntry entry) => MayOpen(mandate, entry)
        && (!entry.Permission.OnRequest || mandate.Offices.Any(entry.Permission.Roles.Contains)
            || Access.ApprovalOf(state, entry) is not null);

    /// <summary>True when a person may come to send the command now.</summary>
    public Task<bool> MayOpenAsync(UserId user, CommandEntry entry) =>
        market.Read(state => MayOpen(state, Mandate.Of(state, user), entry));

    /// <summary>The form; <paramref name="first"/> fills in what is on file.</summary>
    public Task<ActionVisit> OpenAsync(UserId user, CommandEntry entry, FormValues values, bool first) =>
        market.Read(state =>
        {
            var mandate = Mandate.Of(state, user);
            var sheet = SheetMaker.Of(state, mandate, entry, values);
            if (first)
            {
                Prefill.Apply(state, mandate, sheet, values);
                sheet = SheetMaker.Of(state, mandate, entry, values);
            }

            return new ActionVisit(ActionWords.Of(entry.Name)!, sheet, values, ActionStep.Form);
        });

    /// <summary>Reads the form and shows what its command would bring about, or what is wrong.</summary>
    public async Task<ActionVisit> PreviewAsync(UserId user, CommandEntry entry, FormValues values)
    {
        var visit = await OpenAsync(user, entry, values, first: false);
        var reading = CommandForm.Read(visit.Sheet, values);
        if (reading.Command is not { } command)
        {
            return visit with { Problems = reading.Problems };
        }

        var outcome = await desk.PreviewAsync(user, command);
        if (!outcome.Try(out var result, out var refusal))
        {
            return visit with { Step = ActionStep.Refused, Refusal = refusal };
        }

        return await market.Read(state =>
        {
            var reader = Mandate.Of(state, user);
            return visit with
            {
                Step = ActionStep.Preview,
                Summary = FormSummary.Of(state, command),
                Preview = PreviewSheet.Of(state, reader, result.Events, ahead: true) with
                {
                    Second = result.NeedsSecondPerson ? PreviewSheet.SecondOf(state, reader, user, command) : null,
                },
                Id = NewId(),
            };
        });
    }

    /// <summary>Sends the command of a form; the visit says what is wrong when it cannot be sent.</summary>
    public async Task<(ActionResult? Result, ActionVisit Visit)> ConfirmAsync(
        UserId user, CommandEntry entry, FormValues values, string id)
    {
        var visit = await OpenAsync(user, entry, values, first: false);
        var reading = CommandForm.Read(visit.Sheet, values);
        if (reading.Command is not { } command)
        {
            return (null, visit with { Problems = reading.Problems });
        }

        var outcome = await desk.SubmitAsync(user, command, IdOf(user, id));
        return outcome.Try(out var result, out var refusal)
            ? (result, visit)
            : (null, visit with { Step = ActionStep.Refused, Refusal = refusal });
    }

    /// <summary>A new id that nobody can guess.</summary>
    public static string NewId() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));

    /// <summary>
    /// The id under which a person's command goes out. Ids stand in the journal for everybody to read; that of another
    /// person's command therefore cannot be made from what stands there.
    /// </summary>
    private static CommandId IdOf(UserId user, string id) => CommandId.From($"portal\n{user}\n{id}");
}
