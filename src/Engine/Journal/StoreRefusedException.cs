using Tanheng.Quantities;

namespace Tanheng.Engine.Journal;

/// <summary>A store cannot be opened for a reason that has a number; edges show the refusal.</summary>
public sealed class StoreRefusedException : Exception
{
    /// <summary>For this reason.</summary>
    public StoreRefusedException(Refusal refusal)
        : base(refusal?.ToString()) => Refusal = refusal;

    /// <inheritdoc cref="Exception(string)" />
    public StoreRefusedException(string message)
        : base(message)
    {
    }

    /// <inheritdoc cref="Exception(string, Exception)" />
    public StoreRefusedException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    /// <inheritdoc cref="Exception()" />
    public StoreRefusedException()
    {
    }

    /// <summary>The reason.</summary>
    public Refusal? Refusal { get; }
}
