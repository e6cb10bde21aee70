namespace Tanheng.Rulebook;

// Placeholder signature until the reader lands from its own branch; replaced whole.
#pragma warning disable CA1801, IDE0060
public static class RulebookReader
{
    public static RulebookReading Read(string name, string yaml, Func<string, string?> include) => throw new InvalidOperationException();
}
