using System.Globalization;

namespace Tanheng.Engine.Markets;

/// <summary>A file of market figures that cannot be used: where and why.</summary>
public sealed class MarketFileException(string file, int line, string message)
    : Exception(string.Create(CultureInfo.InvariantCulture, $"{file}:{line}: {message}"));
