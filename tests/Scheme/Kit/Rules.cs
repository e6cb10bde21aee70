namespace Tanheng.Scheme.Tests.Kit;

/// <summary>Pieces of a rulebook.</summary>
internal static class Rules
{
    /// <summary>Four eyes for some commands (separated by commas), open for five days.</summary>
    public static string Approvals(string commands, string approvers) => $$"""

          - commands: [ {{commands}} ]
            approvers: [ {{approvers}} ]
            expires_after: 5 d
            source: test
            status: parameter
        """;
}
