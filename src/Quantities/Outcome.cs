using System.Diagnostics.CodeAnalysis;

namespace Tanheng.Quantities;

/// <summary>Either a value or one <see cref="Quantities.Refusal"/>; never both, never an exception.</summary>
public readonly struct Outcome<T>
{
    private readonly T? value;

    private Outcome(T? value, Refusal? refusal)
    {
        this.value = value;
        Refusal = refusal;
    }

    /// <summary>Why not; null when it succeeded.</summary>
    public Refusal? Refusal { get; }

    /// <summary>The value. Asking a refused outcome for it is a defect of the caller.</summary>
    public T Value => Refusal is null
        ? value!
        : throw new InvalidOperationException($"The outcome is a refusal: {Refusal}");

    /// <summary>True when there is no value; then <paramref name="refusal"/> says why.</summary>
    public bool IsRefused([NotNullWhen(true)] out Refusal? refusal)
    {
        refusal = Refusal;
        return refusal is not null;
    }

    /// <summary>True when there is a value; else <paramref name="refusal"/> says why.</summary>
    public bool Try([MaybeNullWhen(false)] out T result, [NotNullWhen(false)] out Refusal? refusal)
    {
        result = value;
        refusal = Refusal;
        return refusal is null;
    }

    /// <summary>Wraps a value.</summary>
    [SuppressMessage("Usage", "CA2225", Justification = "Outcome.Of is the named alternative.")]
    public static implicit operator Outcome<T>(T value) => new(value, null);

    /// <summary>Wraps a refusal.</summary>
    [SuppressMessage("Usage", "CA2225", Justification = "Outcome.Of is the named alternative.")]
    public static implicit operator Outcome<T>(Refusal refusal) => new(default, refusal);

    internal static Outcome<T> From(T value) => new(value, null);
}

/// <summary>Helpers for outcomes whose value is an interface, which C# cannot convert implicitly.</summary>
public static class Outcome
{
    /// <summary>Wraps a value.</summary>
    public static Outcome<T> Of<T>(T value) => Outcome<T>.From(value);
}
