namespace Tanheng.Storage.Sqlite;

/// <summary>Brings a file to the program's schema.</summary>
internal static class SqliteSchema
{
    public static void Migrate(SqliteFile file, string part)
    {
        file.Execute("begin immediate");
        try
        {
            file.Execute(Migrations.Table);
            var version = file.Number($"select version from schema_version where part = '{part}'") ?? 0;
            foreach (var (step, sql) in Migrations.After("sqlite", part, version))
            {
                file.Execute(sql);
                file.Execute($"insert or replace into schema_version (part, version) values ('{part}', {step})");
            }

            file.Execute("commit");
        }
        catch
        {
            file.Execute("rollback");
            throw;
        }
    }
}
