using Tanheng.Scheme;
using Tanheng.Scheme.Registry;

namespace Tanheng.Cli.Scenarios;

/// <summary>
/// Ids by the names a story uses: <c>@holder CODE</c>, <c>@registry CODE</c>, <c>@trading CODE</c>, <c>@custody
/// CODE</c>, <c>@facility CODE</c> (the holder's first), <c>@unit CODE NAME</c> (by its Chinese name), <c>@case
/// CODE</c> and <c>@freeze CODE</c> (the latest). CODE is the holder's code in the registry.
/// </summary>
public sealed class References(SchemeState state)
{
    /// <summary>The number of the id.</summary>
    /// <exception cref="UnknownReferenceException">Nothing of that name.</exception>
    public long Find(string kind, string key) => kind switch
    {
        "holder" => Holder(key).Id.Value,
        "registry" => Holder(key).RegistryAccount?.Value ?? throw Unknown(kind, key),
        "trading" => Holder(key).TradingAccount?.Value ?? throw Unknown(kind, key),
        "custody" => Holder(key).CustodyAccount?.Value ?? throw Unknown(kind, key),
        "facility" => Facility(key),
        "unit" => Unit(key),
        "case" => state.Compliance.Cases.Values.LastOrDefault(one => one.Holder == Holder(key).Id)?.Id.Value
            ?? throw Unknown(kind, key),
        "pledge" => state.Pledges.Pledges.Values
            .LastOrDefault(one => one.Pledgor == Holder(key).Id)?.Id.Value ?? throw Unknown(kind, key),
        "freeze" => state.Registry.Freezes.Values
            .LastOrDefault(one => Holder(key).RegistryAccount == one.Account)?.Id.Value ?? throw Unknown(kind, key),
        _ => throw Unknown(kind, key),
    };

    private Holder Holder(string code) => state.Registry.HolderCodes.TryGetValue(code, out var id)
        ? state.Registry.Holders[id]
        : throw Unknown("holder", code);

    private long Facility(string key)
    {
        var holder = Holder(key).Id;
        foreach (var facility in state.Registry.Facilities.Values)
        {
            if (facility.Holder == holder)
            {
                return facility.Id.Value;
            }
        }

        throw Unknown("facility", key);
    }

    private long Unit(string key)
    {
        var space = key.IndexOf(' ', StringComparison.Ordinal);
        if (space > 0 && state.Registry.UnitsOf.TryGetValue(Holder(key[..space]).Id, out var units))
        {
            foreach (var id in units)
            {
                if (state.Registry.Units[id].Name.Zh == key[(space + 1)..])
                {
                    return id.Value;
                }
            }
        }

        throw Unknown("unit", key);
    }

    private static UnknownReferenceException Unknown(string kind, string key) => new($"there is no {kind} '{key}'");
}

/// <summary>A story names something that is not in the market.</summary>
public sealed class UnknownReferenceException(string message) : InvalidOperationException(message);
