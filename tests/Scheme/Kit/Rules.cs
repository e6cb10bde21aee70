namespace Tanheng.Scheme.Tests.Kit;

/// <summary>Pieces of a rulebook.</summary>
internal static class Rules
{
    /// <summary>Lists of trusted accounts: entries count after a day, nothing goes outside the list.</summary>
    public const string TrustedAccounts = """
        trusted_accounts:
          activation: 24 h
          outside_list: no
          second_person: no
          second_person_to_surrender: no
          source: test
          status: parameter
        """;

    /// <summary>Pledges of offsets: up to 50 % of their value, called from 70 %.</summary>
    public const string Pledges = """
        pledges:
          units: [ CCER ]
          loan_to_value: 50 %
          margin_call: 70 %
          void_with_the_rest: yes
          source: test
          status: parameter
        """;

    /// <summary>The test market's book with some of its words changed; each must be there exactly once.</summary>
    public static RuleText Book(string approvals, params (string Old, string New)[] changes)
    {
        var book = TestRules.Book(approvals);
        foreach (var (old, text) in changes)
        {
            book.Text.Split(old).Length.ShouldBe(2, $"\"{old}\" stands once in the test market's book");
            book = book with { Text = book.Text.Replace(old, text, StringComparison.Ordinal) };
        }

        return book;
    }

    /// <summary>The change that gives the test market lists of trusted accounts.</summary>
    public static (string Old, string New) Trusting(string rule = TrustedAccounts) =>
        ("\napprovals:", "\n" + rule + "\napprovals:");

    /// <summary>The change of the transfers' rule.</summary>
    public static (string Old, string New) Transfers(string keys) =>
        ("    reversible: 10 d\n  TradeSettle", "    reversible: 10 d\n    " + keys + "\n  TradeSettle");

    /// <summary>The change of the registry's rule.</summary>
    public static (string Old, string New) Registry(string keys) =>
        ("  opening_working_days: 5\n", "  opening_working_days: 5\n  " + keys + "\n");

    /// <summary>Four eyes for some commands (separated by commas), open for five days.</summary>
    public static string Approvals(string commands, string approvers) => $$"""

          - commands: [ {{commands}} ]
            approvers: [ {{approvers}} ]
            expires_after: 5 d
            source: test
            status: parameter
        """;
}
