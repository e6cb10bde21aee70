namespace Tanheng.Scheme.Bulletins;

/// <summary>Bulletins: every command and event of the area.</summary>
internal static class BulletinArea
{
    internal static void Register(Catalogue catalogue)
    {
        EarlierTradings.Register(catalogue);
        DayCorrections.Register(catalogue);
        ForeignBulletins.Register(catalogue);
    }
}
