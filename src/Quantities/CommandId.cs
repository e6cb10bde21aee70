using System.Diagnostics.CodeAnalysis;
using System.Text;
using System.Text.Json.Serialization;

namespace Tanheng.Quantities;

/// <summary>
/// The identity a sender gives a command, so that a repeat is recognised. Text form: 32 hexadecimal digits.
/// Any other key (an HTTP idempotency key, a row of a file) becomes one through <see cref="From(string)"/>.
/// </summary>
[JsonConverter(typeof(TextValueJsonConverter<CommandId>))]
public readonly record struct CommandId(UInt128 Value) : IParsable<CommandId>
{
    /// <summary>The id that stands for any text: the first 16 bytes of its SHA-256.</summary>
    public static CommandId From(string key)
    {
        Span<byte> hash = stackalloc byte[32];
        System.Security.Cryptography.SHA256.HashData(Encoding.UTF8.GetBytes(key), hash);
        return From(hash[..16]);
    }

    /// <summary>From 16 bytes, most significant first.</summary>
    public static CommandId From(ReadOnlySpan<byte> bytes) =>
        new(System.Buffers.Binary.BinaryPrimitives.ReadUInt128BigEndian(bytes));

    /// <summary>Writes the 16 bytes, most significant first.</summary>
    public void CopyTo(Span<byte> destination) =>
        System.Buffers.Binary.BinaryPrimitives.WriteUInt128BigEndian(destination, Value);

    /// <summary>Parses 32 hexadecimal digits.</summary>
    public static CommandId Parse(string s, IFormatProvider? provider = null) =>
        TryParse(s, provider, out var result)
            ? result
            : throw new FormatException("A command id is 32 hexadecimal digits.");

    /// <inheritdoc />
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out CommandId result)
    {
        result = default;
        if (s is not { Length: 32 } || !s.All(char.IsAsciiHexDigit))
        {
            return false;
        }

        result = From(Convert.FromHexString(s));
        return true;
    }

    /// <inheritdoc />
    public override string ToString() => Value.ToString("x32", System.Globalization.CultureInfo.InvariantCulture);
}
