using System.Text.Json;

namespace Tanheng.Scheme.Tests.Auditor;

/// <summary>Whom accounts trust, by the auditor's own reading of the rows.</summary>
internal sealed partial class Independent
{
    /// <summary>Trusted accounts of each account, and whether they count.</summary>
    public Dictionary<(long Account, long Trusted), bool> Trusted { get; } = [];

    /// <summary>Accounts that send to their list alone.</summary>
    public HashSet<long> KeptToList { get; } = [];

    /// <summary>Accounts that a waiting proposal would close.</summary>
    public Dictionary<long, long> Closing { get; } = [];

    /// <summary>True within a holder, and where an entry counts.</summary>
    public bool Trusts(long account, long other) =>
        (Accounts[account].Holder is { } holder && Accounts[other].Holder == holder)
        || Trusted.GetValueOrDefault((account, other));

    private void NoteTrust(string name, JsonElement data)
    {
        switch (name)
        {
            case "trusted-account-added":
                if (!Trusted.TryAdd((Number(data, "account"), Number(data, "trusted")), false))
                {
                    throw new Objection($"trusted twice: {data}");
                }

                break;
            case "trusted-account-activated":
                if (!Trusted.ContainsKey((Number(data, "account"), Number(data, "trusted"))))
                {
                    throw new Objection($"counts without an entry: {data}");
                }

                Trusted[(Number(data, "account"), Number(data, "trusted"))] = true;
                break;
            case "trusted-accounts-removed":
                foreach (var trusted in data.GetProperty("trusted").EnumerateArray())
                {
                    if (!Trusted.Remove((Number(data, "account"), trusted.GetInt64())))
                    {
                        throw new Objection($"removed without an entry: {data}");
                    }
                }

                break;
            case "account-rules-set":
                _ = data.GetProperty("rules").GetProperty("outsideList").GetBoolean()
                    ? KeptToList.Remove(Number(data, "account"))
                    : KeptToList.Add(Number(data, "account"));
                break;
            case "proposal-made" when Text(data, "command") == "close-account":
                Closing.Add(Number(data, "proposal"), Number(data.GetProperty("data"), "account"));
                break;
            case "proposal-approved" or "proposal-rejected" or "proposal-withdrawn" or "proposal-expired":
                Closing.Remove(Number(data, "proposal"));
                break;
        }
    }

    /// <summary>A closed account trusts nobody, and nobody trusts it.</summary>
    private void ForgetClosed()
    {
        bool IsClosed(long account) => Accounts[account].Status is "closed" or "rejected";
        foreach (var key in Trusted.Keys.Where(key => IsClosed(key.Account) || IsClosed(key.Trusted)).ToList())
        {
            Trusted.Remove(key);
        }
    }
}
