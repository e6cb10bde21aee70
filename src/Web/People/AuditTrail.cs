using Microsoft.AspNetCore.Http;
using Tanheng.Engine.People;
using Tanheng.Web.Letters;
using Tanheng.Web.Portal;

namespace Tanheng.Web.People;

/// <summary>
/// Writes down every sensitive act: who, when, from where, what, the journal row and how it ended. Pages and API call
/// it after each act, refused or not.
/// </summary>
public sealed class AuditTrail
{
    private readonly Market market;
    private readonly TimeProvider time;
    private readonly IAuditLog log;
    private readonly SignInLetters letters;

    internal AuditTrail(Market market, TimeProvider time, IAuditLog log, SignInLetters letters) =>
        (this.market, this.time, this.log, this.letters) = (market, time, log, letters);

    /// <summary>The outcome of what took effect.</summary>
    public const string Done = "done";

    /// <summary>The outcome of what now waits for a second person.</summary>
    public const string Proposed = "proposed";

    private const int Longest = 200;

    /// <summary>Writes down an act of whoever sends the request.</summary>
    /// <param name="http">The request.</param>
    /// <param name="what">A stable word such as <c>surrender</c>, with its object behind it.</param>
    /// <param name="sequence">The journal row it became; null when none.</param>
    /// <param name="outcome"><see cref="Done"/>, <see cref="Proposed"/>, or the refusal's number: TH2005.</param>
    public void Record(HttpContext http, string what, long? sequence, string outcome) =>
        Record(http, Caller.Of(http)?.User.Name ?? "", what, sequence, outcome);

    /// <summary>Writes down an act of a person who is not signed in yet, or not any more.</summary>
    internal void Record(HttpContext http, string who, string what, long? sequence, string outcome)
    {
        var entry = new AuditEntry(
            0,
            time.GetUtcNow(),
            who,
            AddressOf(http),
            AgentOf(http),
            Cut(what),
            market.Name,
            sequence,
            Cut(outcome));
        log.Record(entry);
        letters.Tell(entry);
    }

    /// <summary>The network address a request comes from.</summary>
    internal static string AddressOf(HttpContext http) => http.Connection.RemoteIpAddress switch
    {
        null => "",
        { IsIPv4MappedToIPv6: true } mapped => mapped.MapToIPv4().ToString(),
        var address => address.ToString(),
    };

    /// <summary>What the browser or program calls itself.</summary>
    internal static string AgentOf(HttpContext http) => Cut(http.Request.Headers.UserAgent.ToString());

    private static string Cut(string text) => text.Length <= Longest ? text : text[..Longest];
}
