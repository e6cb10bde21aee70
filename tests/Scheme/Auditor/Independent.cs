using System.Text.Json;

namespace Tanheng.Scheme.Tests.Auditor;

/// <summary>What an obligation comes to by the auditor's own count.</summary>
internal sealed class Owed
{
    public long Due { get; set; }

    public long Allowances { get; set; }

    public long Offsets { get; set; }

    /// <summary>Which serials were handed in for it.</summary>
    public List<(string Asset, long First, long Last)> Handed { get; } = [];

    /// <summary>Only what was handed in for this obligation comes back from it.</summary>
    public void GiveBack(string asset, long first, long last)
    {
        var i = Handed.FindIndex(lot => lot.Asset == asset && lot.First <= first && first <= lot.Last);
        if (i < 0)
        {
            throw new Objection($"serial {first} of {asset} comes back and was not handed in for this obligation");
        }

        var lot = Handed[i];
        Handed.RemoveAt(i);
        if (lot.First < first)
        {
            Handed.Add((asset, lot.First, first - 1));
        }

        if (last < lot.Last)
        {
            Handed.Add((asset, last + 1, lot.Last));
        }
        else if (last > lot.Last)
        {
            GiveBack(asset, lot.Last + 1, last);
        }
    }
}

/// <summary>An account as its events tell.</summary>
internal sealed record Opened(long Id, string Kind, long? Holder, string Status);

/// <summary>
/// The independent auditor: it reads each row's text and nothing else, keeps its own <see cref="Books"/> and knows who
/// exists, who acts for whom, who owes what and why each unit is frozen or pledged. What it finds is an
/// <see cref="Objection"/>.
/// </summary>
internal sealed partial class Independent
{
    public Books Books { get; } = new();

    public Dictionary<long, Opened> Accounts { get; } = [];

    public Dictionary<long, bool> HolderIsActive { get; } = [];

    /// <summary>Who may send commands for a holder: suspended persons are kept apart.</summary>
    public Dictionary<(long Holder, string User), (bool Initiates, bool Suspended)> People { get; } = [];

    public Dictionary<string, HashSet<string>> Offices { get; } = [];

    public Dictionary<(long Holder, string Period), Owed> Obligations { get; } = [];

    /// <summary>Why units are frozen or pledged: purpose, spot and asset → tonnes.</summary>
    public Dictionary<(string Purpose, Spot Spot, string Asset), long> Kept { get; } = [];

    /// <summary>Reads one row.</summary>
    public void Read(ReadOnlyMemory<byte> json)
    {
        Books.Touched.Clear();
        using var row = JsonDocument.Parse(json);
        foreach (var happened in row.RootElement.EnumerateArray())
        {
            var name = happened.GetProperty("event").GetString()!;
            var data = happened.GetProperty("data");
            NoteTrust(name, data);
            Keep(name, data);
            Books.Book(data);
            Note(name, data);
        }

        CheckKept();
        CheckOffsets();
    }

    public long MissingOf(long holder, string period) => Obligations.TryGetValue((holder, period), out var owed)
        ? Math.Max(0, owed.Due - owed.Allowances - owed.Offsets)
        : 0;

    private static long Number(JsonElement data, string name) => data.GetProperty(name).GetInt64();

    private static string Text(JsonElement data, string name) => data.GetProperty(name).GetString()!;

    private void Note(string name, JsonElement data)
    {
        if (name.StartsWith("account-", StringComparison.Ordinal)
            || name.StartsWith("holder-", StringComparison.Ordinal)
            || name == "scheme-founded")
        {
            NoteParties(name, data);
        }
        else if (name.StartsWith("official-", StringComparison.Ordinal)
            || name.StartsWith("representative-", StringComparison.Ordinal))
        {
            NotePeople(name, data);
        }
        else
        {
            NoteDuties(name, data);
        }
    }

    private void NoteParties(string name, JsonElement data)
    {
        switch (name)
        {
            case "scheme-founded":
                string[] kinds = ["issuance", "surrendered", "cancelled", "expired", "bank", "treasury", "receivable"];
                for (var i = 0; i < kinds.Length; i++)
                {
                    Accounts.Add(i + 1, new Opened(i + 1, kinds[i], null, "active"));
                }

                Offices[Text(data, "administrator")] = ["authority", "registry-operator"];
                break;
            case "account-opened":
                Open(data.GetProperty("account"));
                break;
            case "account-status-changed":
                var id = Number(data, "account");
                Accounts[id] = Accounts[id] with { Status = Text(data, "status") };
                ForgetClosed();
                break;
            case "holder-registered":
                var holder = Number(data, "holder");
                HolderIsActive.Add(holder, true);
                foreach (var person in data.GetProperty("representatives").EnumerateArray())
                {
                    People[(holder, Text(person, "user"))] = (Initiates(person), false);
                }

                break;
            case "holder-succeeded":
                Succeed(Number(data, "predecessor"), Number(data, "successor"));
                break;
        }
    }

    private void NotePeople(string name, JsonElement data)
    {
        var user = Text(data, "user");
        switch (name)
        {
            case "official-appointed":
                Offices[user] = [.. data.GetProperty("roles").EnumerateArray().Select(role => role.GetString()!)];
                break;
            case "official-dismissed":
                Offices.Remove(user);
                break;
            case "representative-appointed":
                var known = People.GetValueOrDefault((Number(data, "holder"), user));
                People[(Number(data, "holder"), user)] = (Initiates(data), known.Suspended);
                break;
            case "representative-rights-changed":
                var changed = People[(Number(data, "holder"), user)];
                People[(Number(data, "holder"), user)] = changed with { Initiates = Initiates(data) };
                break;
            case "representative-removed":
                People.Remove((Number(data, "holder"), user));
                break;
            case "representative-suspended":
                var person = People[(Number(data, "holder"), user)];
                People[(Number(data, "holder"), user)] =
                    person with { Suspended = data.GetProperty("suspended").GetBoolean() };
                break;
        }
    }

    private void NoteDuties(string name, JsonElement data)
    {
        var handed = Books.LegsOf(data).Where(leg => leg.To.Account == Books.Surrendered).ToList();
        var back = Books.LegsOf(data).Where(leg => leg.From.Account == Books.Surrendered).ToList();
        if ((handed.Count > 0 && name != "units-surrendered") || (back.Count > 0 && name != "surrender-reversed"))
        {
            throw new Objection($"{name} moves surrendered units");
        }

        if (name is "obligation-set")
        {
            Of(data).Due = Number(data, "due");
        }
        else if (name is "units-surrendered" or "surrender-reversed")
        {
            var sign = name == "units-surrendered" ? 1 : -1;
            Count(Of(data), handed.Concat(back).ToList(), data, sign);
        }
    }

    private static void Count(Owed owed, List<Leg> legs, JsonElement data, int sign)
    {
        var offsets = legs.Where(leg => leg.Asset == "CCER").Sum(leg => leg.Quantity);
        var allowances = legs.Where(leg => leg.Asset != "CCER").Sum(leg => leg.Quantity);
        if (offsets != Number(data, "offsets") || allowances != Number(data, "allowances"))
        {
            throw new Objection(
                $"{allowances} allowances and {offsets} offsets moved; the event counts otherwise: {data}");
        }

        foreach (var (asset, first, last) in legs.SelectMany(leg => leg.Serials.Select(range =>
            (leg.Asset, range.First, range.Last))))
        {
            if (sign > 0)
            {
                owed.Handed.Add((asset, first, last));
            }
            else
            {
                owed.GiveBack(asset, first, last);
            }
        }

        owed.Allowances += sign * allowances;
        owed.Offsets += sign * offsets;
        if (owed.Allowances < 0 || owed.Offsets < 0)
        {
            throw new Objection($"surrendered {owed.Allowances} + {owed.Offsets} of {owed.Due}: {data}");
        }
    }

    private Owed Of(JsonElement data)
    {
        var key = (Number(data, "holder"), Text(data, "period"));
        if (!Obligations.TryGetValue(key, out var owed))
        {
            Obligations.Add(key, owed = new Owed());
        }

        return owed;
    }

    private void Open(JsonElement account)
    {
        var id = Number(account, "id");
        long? holder = account.TryGetProperty("holder", out var whose) && whose.ValueKind == JsonValueKind.Number
            ? whose.GetInt64()
            : null;
        if (id != Accounts.Count + 1)
        {
            throw new Objection($"account {id} is opened after {Accounts.Count}");
        }

        Accounts.Add(id, new Opened(id, Text(account, "kind"), holder, Text(account, "status")));
    }

    private static bool Initiates(JsonElement person) =>
        Text(person, "rights").Contains("initiate", StringComparison.Ordinal);

    private void Succeed(long from, long to)
    {
        HolderIsActive[from] = false;
        foreach (var account in Accounts.Values.Where(account => account.Holder == from
            && account.Status != "rejected").ToList())
        {
            Accounts[account.Id] = account with { Status = "closed" };
        }

        ForgetClosed();

        foreach (var (key, old) in Obligations.Where(pair => pair.Key.Holder == from).ToList())
        {
            Obligations.Remove(key);
            if (!Obligations.TryGetValue((to, key.Period), out var own))
            {
                Obligations.Add((to, key.Period), own = new Owed());
            }

            own.Due += old.Due;
            own.Allowances += old.Allowances;
            own.Offsets += old.Offsets;
            own.Handed.AddRange(old.Handed);
        }
    }

    /// <summary>
    /// Each unit that becomes frozen or pledged, or is so no longer, has a purpose that is named by its event.
    /// </summary>
    private void Keep(string name, JsonElement data)
    {
        foreach (var leg in Books.LegsOf(data))
        {
            if (leg.From.Compartment is "frozen" or "pledged")
            {
                if (name == "units-lapsed")
                {
                    ForgetAll(leg);
                    continue;
                }

                Change(PurposeOf(name, data), leg.From, leg.Asset, -leg.Quantity);
            }

            if (leg.To.Compartment is "frozen" or "pledged")
            {
                Change(PurposeOf(name, data), leg.To, leg.Asset, leg.Quantity);
            }
        }
    }

    private static string PurposeOf(string name, JsonElement data) => name switch
    {
        "units-frozen" or "units-released" or "judicially-transferred" => "freeze " + Number(data, "freeze"),
        "pledge-registered" or "pledge-released" or "pledge-realised" => "pledge " + Number(data, "pledge"),
        "transfer-held" => "transfer " + Number(data.GetProperty("transaction"), "id"),
        "transfer-released" or "transfer-returned" => "transfer " + Number(data, "transfer"),
        "advance-granted" or "advance-cancelled" or "units-surrendered" or "surrender-reversed" =>
            "advance " + Number(data, "holder") + " " + Text(data, "period"),
        "carry-over-requested" or "carry-over-converted" or "carry-over-rejected" =>
            "carry-over " + Text(data, "newUnits") + " " + Number(data, "number"),
        _ => throw new Objection($"{name} moves kept units for no purpose"),
    };

    private void Change(string purpose, Spot spot, string asset, long by)
    {
        var key = (purpose, spot, asset);
        var now = Kept.GetValueOrDefault(key) + by;
        if (now < 0)
        {
            throw new Objection($"{-by} of {asset} leave {spot}; {purpose} keeps {now - by}");
        }

        Kept[key] = now;
        if (now == 0)
        {
            Kept.Remove(key);
        }
    }

    private void ForgetAll(Leg leg)
    {
        foreach (var key in Kept.Keys.Where(key => key.Spot == leg.From && key.Asset == leg.Asset).ToList())
        {
            Kept.Remove(key);
        }
    }

    private void CheckKept()
    {
        foreach (var (spot, asset) in Books.Touched.Where(touched =>
            touched.Spot.Compartment is "frozen" or "pledged"))
        {
            var kept = Kept.Where(pair => pair.Key.Spot == spot && pair.Key.Asset == asset).Sum(pair => pair.Value);
            if (kept != Books.Balance(spot, asset))
            {
                throw new Objection($"{spot} has {Books.Balance(spot, asset)} of {asset}; purposes keep {kept}");
            }
        }
    }

    /// <summary>
    /// Offsets are at most five of a hundred of what is due, rounded down; nobody hands in more than is due.
    /// </summary>
    private void CheckOffsets()
    {
        foreach (var ((holder, period), owed) in Obligations)
        {
            if (owed.Offsets > owed.Due / 20 || owed.Allowances + owed.Offsets > owed.Due)
            {
                throw new Objection(
                    $"H{holder} {period}: due {owed.Due}, allowances {owed.Allowances}, offsets {owed.Offsets}");
            }
        }
    }
}
