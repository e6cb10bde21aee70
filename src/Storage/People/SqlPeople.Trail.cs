using Tanheng.Engine.People;

namespace Tanheng.Storage.People;

/// <summary>The audit trail and drafts.</summary>
public abstract partial class SqlPeople
{
    /// <inheritdoc />
    public void Record(AuditEntry entry) => Execute(
        "insert into audit_entry (time, who, address, agent, what, scheme, sequence, outcome)"
        + " values (@time, @Who, @Address, @Agent, @What, @Scheme, @Sequence, @Outcome)",
        new
        {
            time = Millis(entry.At),
            entry.Who,
            entry.Address,
            entry.Agent,
            entry.What,
            entry.Scheme,
            entry.Sequence,
            entry.Outcome,
        });

    /// <inheritdoc />
    public IReadOnlyList<AuditEntry> Entries(AuditQuery query) => Read(
        "select id, time, who, address, agent, what, scheme, sequence, outcome from audit_entry where id < @Before"
        + (query.Who is null ? "" : " and who = @Who")
        + (query.What is null ? "" : " and substr(what, 1, length(@What)) = @What")
        + (query.From is null ? "" : " and time >= @from")
        + (query.Until is null ? "" : " and time < @until")
        + " order by id desc limit @take",
        new
        {
            query.Before,
            query.Who,
            query.What,
            from = Millis(query.From),
            until = Millis(query.Until),
            take = (long)query.Take,
        },
        row => new AuditEntry(
            row.GetInt64(0),
            Time(row, 1),
            row.GetString(2),
            row.GetString(3),
            row.GetString(4),
            row.GetString(5),
            row.GetString(6),
            row.IsDBNull(7) ? null : row.GetInt64(7),
            row.GetString(8)));

    /// <inheritdoc />
    public void SaveDraft(Draft draft) => Execute(
        "insert into draft (owner, draft_key, json, saved) values (@Owner, @Key, @Json, @saved)"
        + " on conflict (owner, draft_key) do update set json = excluded.json, saved = excluded.saved",
        new { draft.Owner, draft.Key, draft.Json, saved = Millis(draft.Saved) });

    /// <inheritdoc />
    public Draft? FindDraft(string owner, string key) => First(
        "select json, saved from draft where owner = @owner and draft_key = @key",
        new { owner, key },
        row => new Draft(owner, key, row.GetString(0), Time(row, 1)));

    /// <inheritdoc />
    public IReadOnlyList<Draft> DraftsOf(string owner) => Read(
        "select draft_key, json, saved from draft where owner = @owner order by saved desc, draft_key",
        new { owner },
        row => new Draft(owner, row.GetString(0), row.GetString(1), Time(row, 2)));

    /// <inheritdoc />
    public bool DropDraft(string owner, string key) =>
        Execute("delete from draft where owner = @owner and draft_key = @key", new { owner, key }) == 1;
}
