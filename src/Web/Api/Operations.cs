using Tanheng.Web.Api.Commands;
using Tanheng.Web.Api.Queries;

namespace Tanheng.Web.Api;

/// <summary>Every operation of the API.</summary>
public static class Operations
{
    /// <summary>In the order of the document.</summary>
    public static IReadOnlyList<Operation> All { get; } = [.. MeQueries.All, .. CommandOperations.All];
}
