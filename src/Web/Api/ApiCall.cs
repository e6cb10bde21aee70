using Microsoft.AspNetCore.Http;
using Tanheng.Ledger;
using Tanheng.Quantities;
using Tanheng.Scheme;
using Tanheng.Web.People;

namespace Tanheng.Web.Api;

/// <summary>One call of an operation: who calls, with which parameters, and the answer.</summary>
public sealed class ApiCall
{
    private readonly Dictionary<string, object> values;

    private ApiCall(HttpContext http, Operation operation, Dictionary<string, object> values)
    {
        Http = http;
        Operation = operation;
        this.values = values;
        Caller = Caller.Of(http);
        Language = Languages.Of(http.Request);
    }

    /// <summary>Request and response.</summary>
    public HttpContext Http { get; }

    /// <summary>What is called.</summary>
    public Operation Operation { get; }

    /// <summary>Who calls; null for the public.</summary>
    public Caller? Caller { get; }

    /// <summary><c>zh</c> or <c>en</c>.</summary>
    public string Language { get; }

    /// <summary>Who calls an operation that nobody may call without signing in.</summary>
    public UserId User => Caller!.User;

    /// <summary>
    /// Reads the parameters, or says what is wrong with them: a bad one of the path is nothing there.
    /// </summary>
    public static Outcome<ApiCall> Of(HttpContext http, Operation operation)
    {
        var values = new Dictionary<string, object>();
        var known = operation.Parameters;
        foreach (var (name, text) in http.Request.Query)
        {
            if (!known.Any(one => !one.InPath && one.Name == name))
            {
                return ApiRefusals.UnknownParameter.With(
                    ("parameter", name),
                    ("known", string.Join(", ", known.Where(one => !one.InPath).Select(one => one.Name))));
            }

            if (text.Count != 1)
            {
                return Bad(known.First(one => one.Name == name), text.ToString());
            }
        }

        foreach (var parameter in known)
        {
            var text = parameter.InPath
                ? http.Request.RouteValues[parameter.Name] as string
                : (string?)http.Request.Query[parameter.Name];
            if (text is null && !parameter.Required)
            {
                continue;
            }

            if (parameter.Read(text ?? "") is not { } value)
            {
                return parameter.InPath
                    ? ApiRefusals.NoSuchRecord.With(("what", $"{parameter.Name} {text}"))
                    : Bad(parameter, text ?? "");
            }

            values.Add(parameter.Name, value);
        }

        return new ApiCall(http, operation, values);
    }

    /// <summary>A parameter that may be left out.</summary>
    public T? Maybe<T>(string name)
        where T : struct => values.TryGetValue(name, out var value) ? (T)value : null;

    /// <summary>A text that may be left out.</summary>
    public string? Text(string name) => values.GetValueOrDefault(name) as string;

    /// <summary>A parameter that is always there.</summary>
    public T Get<T>(string name) => (T)values[name];

    /// <summary>The holder that a parameter names; null when it is left out.</summary>
    public HolderId? Holder => Maybe<long>("holder") is { } id ? new HolderId(id) : null;

    /// <summary>The account that a parameter names; null when it is left out.</summary>
    public AccountId? Account => Maybe<long>("account") is { } id ? new AccountId(id) : null;

    /// <summary>The period that a parameter names; null when it is left out.</summary>
    public CompliancePeriod? Period => Maybe<CompliancePeriod>("period");

    /// <summary>The year that a parameter names; null when it is left out.</summary>
    public int? Year => Maybe<int>("year");

    /// <summary>True when the value is wanted: nothing, or this word, was asked for.</summary>
    public bool Wants<T>(string name, T value)
        where T : struct, Enum => Text(name) is not { } wanted || wanted == Parameter.Word(value);

    /// <summary>Answers with a problem.</summary>
    public Task Refuse(Refusal refusal) => Problem.WriteAsync(Http, refusal);

    /// <summary>Answers with JSON.</summary>
    public Task Answer<T>(T value, int status = StatusCodes.Status200OK)
    {
        Http.Response.StatusCode = status;
        return Http.Response.WriteAsJsonAsync(
            value, ApiJson.Options, "application/json; charset=utf-8", Http.RequestAborted);
    }

    private static Refusal Bad(Parameter parameter, string value) => ApiRefusals.BadParameter.With(
        ("parameter", parameter.Name),
        ("value", value.Length > Parameter.MaxLength ? value[..Parameter.MaxLength] : value),
        ("expected", parameter.Expected.En),
        ("expected_zh", parameter.Expected.Zh));
}
