using Tanheng.Quantities;
using Tanheng.Scheme;

namespace Tanheng.Web.Api;

/// <summary>
/// One operation of the API. Routes, the OpenAPI document, the table of permissions and the security tests are all made
/// from these records, so that none can forget one.
/// </summary>
public sealed record Operation
{
    /// <summary>Kebab-case name, for ever: what generated clients call it by.</summary>
    public required string Id { get; init; }

    /// <summary>The HTTP method.</summary>
    public string Method { get; init; } = "GET";

    /// <summary>The path under <see cref="ApiHosting.Root"/>, with parameters in braces.</summary>
    public required string Path { get; init; }

    /// <summary>The chapter of the document it belongs to.</summary>
    public required string Tag { get; init; }

    /// <summary>What it does, in a line.</summary>
    public required Text Title { get; init; }

    /// <summary>What else a caller has to know; may be null.</summary>
    public Text? Note { get; init; }

    /// <summary>Who may call it.</summary>
    public required Audience Audience { get; init; }

    /// <summary>What an API key must have been made for.</summary>
    public Scope Scope { get; init; } = Scope.Read;

    /// <summary>Parameters of path and query; those of a list are added to it by <see cref="Lists"/>.</summary>
    public IReadOnlyList<Parameter> Parameters { get; init; } = [];

    /// <summary>True for a list in pages, which may be had as CSV.</summary>
    public bool IsList { get; init; }

    /// <summary>True when the answer is a version of the state, which can be asked for again by its ETag.</summary>
    public bool Versioned { get; init; }

    /// <summary>What one answer (or one item of a list) is; null when it is not JSON.</summary>
    public Type? Answer { get; init; }

    /// <summary>What the body is; null when there is none or it is not JSON.</summary>
    public Type? Body { get; init; }

    /// <summary>The command it sends or tries; null for queries.</summary>
    public CommandEntry? Command { get; init; }

    /// <summary>True when it changes something: a browser session must prove that it meant to.</summary>
    public bool Changes { get; init; }

    /// <summary>True when it is there in a demonstration only.</summary>
    public bool DemoOnly { get; init; }

    /// <summary>True when it only explains a mistake and is no part of the document.</summary>
    public bool Hidden { get; init; }

    /// <summary>The status of success.</summary>
    public int Success { get; init; } = 200;

    /// <summary>Does it.</summary>
    public required Func<ApiCall, Task> Handle { get; init; }
}
