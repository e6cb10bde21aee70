using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Http;
using Tanheng.Quantities;

namespace Tanheng.Web.Api.Queries;

/// <summary>
/// Which state an answer was read from, as an <c>ETag</c>: the same person asking the same in the same form gets the
/// same answer until the journal has another row.
/// </summary>
/// <param name="Sequence">The last row that the answer saw.</param>
/// <param name="Tag">The entity tag; empty when nothing may match it.</param>
public readonly record struct StateVersion(long Sequence, string Tag)
{
    /// <summary>Says up to which row an answer is complete.</summary>
    public const string SequenceHeader = "Tanheng-Sequence";

    /// <summary>The version of an answer in some form.</summary>
    public static StateVersion Of(long sequence, ApiCall call, string form)
    {
        var who = Digest.Of(Encoding.UTF8.GetBytes($"{call.Caller?.User}\n{call.Language}\n{form}")).ToString()[..12];
        return new(sequence, string.Create(CultureInfo.InvariantCulture, $"W/\"{sequence}-{who}\""));
    }

    /// <summary>True when the caller has this answer already.</summary>
    public bool Matches(ApiCall call)
    {
        var tag = Tag;
        return tag.Length > 0 && call.Http.Request.GetTypedHeaders().IfNoneMatch
            .Any(wanted => wanted.Tag == "*" || wanted.ToString() == tag);
    }

    /// <summary>Says so.</summary>
    public void NotModified(ApiCall call)
    {
        Mark(call);
        call.Http.Response.StatusCode = StatusCodes.Status304NotModified;
    }

    /// <summary>Marks an answer.</summary>
    public void Mark(ApiCall call)
    {
        var headers = call.Http.Response.Headers;
        headers.ETag = Tag;
        headers.CacheControl = call.Caller is null ? "no-cache" : "private, no-cache";
        headers[SequenceHeader] = Sequence.ToString(CultureInfo.InvariantCulture);
    }
}
