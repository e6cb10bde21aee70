namespace Tanheng.Storage.People;

/// <summary>The mark of a demonstration.</summary>
public abstract partial class SqlPeople
{
    /// <inheritdoc />
    public bool IsDemonstration => Count("select count(*) from demonstration", new { }) > 0;

    /// <inheritdoc />
    public bool MarkDemonstration(DateTimeOffset now)
    {
        Execute(
            "insert into demonstration (id, since) select 1, @since where not exists (select 1 from person)"
            + " on conflict (id) do nothing",
            new { since = Millis(now) });
        return IsDemonstration;
    }
}
