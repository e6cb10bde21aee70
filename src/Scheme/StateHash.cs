using System.Buffers;
using System.Security.Cryptography;
using System.Text.Json;
using Tanheng.Quantities;

namespace Tanheng.Scheme;

/// <summary>
/// The SHA-256 of everything a state knows, to compare a replay with the original. What is hashed is one canonical
/// JSON:
/// properties and keys in ordinal order, so that the order in which dictionaries were filled does not matter.
/// </summary>
public static class StateHash
{
    /// <summary>The digest of a state.</summary>
    public static Digest Of(SchemeState state)
    {
        using var output = new Hashing();
        using (var writer = new Utf8JsonWriter(output))
        {
            Write(state, writer);
        }

        return output.Digest();
    }

    private static void Write(SchemeState state, Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        writer.WriteNumber("sequence"u8, state.Sequence);
        writer.WriteString("time"u8, state.Time);
        writer.WriteString("name"u8, state.Name);
        writer.WriteString("rulebook"u8, state.Book?.Text.ToString() ?? "");
        writer.WriteStartArray("methods"u8);
        foreach (var method in state.Methods.Methods)
        {
            writer.WriteStringValue(method.Reference);
        }

        writer.WriteEndArray();
        writer.WritePropertyName("agenda"u8);
        CanonicalJson.Write(writer, state.Agenda.Items);
        writer.WritePropertyName("ledger"u8);
        state.Ledger.WriteTo(writer);
        writer.WritePropertyName("registry"u8);
        CanonicalJson.Write(writer, state.Registry);
        writer.WritePropertyName("approvals"u8);
        CanonicalJson.Write(writer, state.Approvals);
        writer.WritePropertyName("mrv"u8);
        CanonicalJson.Write(writer, state.Mrv);
        writer.WritePropertyName("allocation"u8);
        CanonicalJson.Write(writer, state.Allocation);
        writer.WritePropertyName("compliance"u8);
        CanonicalJson.Write(writer, state.Compliance);
        WriteTrading(state, writer);
        if (state.Pledges.Next.Value > 1)
        {
            writer.WritePropertyName("pledges"u8);
            CanonicalJson.Write(writer, state.Pledges);
        }

        if (!state.Bulletins.IsEmpty)
        {
            writer.WritePropertyName("bulletins"u8);
            CanonicalJson.Write(writer, state.Bulletins);
        }

        writer.WriteEndObject();
    }

    /// <summary>Nothing where there is no exchange, so that such a market's hash is what it always was.</summary>
    private static void WriteTrading(SchemeState state, Utf8JsonWriter writer)
    {
        if (state.Trading.Fees is null)
        {
            return;
        }

        writer.WritePropertyName("trading"u8);
        CanonicalJson.Write(writer, state.Trading);
        writer.WritePropertyName("supervision"u8);
        CanonicalJson.Write(writer, state.Supervision);
        writer.WritePropertyName("cash"u8);
        CanonicalJson.Write(writer, state.Cash);
        if (state.Auctions.Auctions.Count + state.Auctions.Bidders.Count > 0)
        {
            writer.WritePropertyName("auctions"u8);
            CanonicalJson.Write(writer, state.Auctions);
        }

        writer.WriteStartObject("books"u8);
        foreach (var (asset, book) in state.Trading.Books.OrderBy(pair => pair.Key.Code, StringComparer.Ordinal))
        {
            writer.WriteString(asset.Code, book.ContentHash().ToString());
        }

        writer.WriteEndObject();
    }

    /// <summary>Hashes what is written to it, a block at a time.</summary>
    private sealed class Hashing : IBufferWriter<byte>, IDisposable
    {
        private readonly IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        private byte[] block = new byte[1 << 16];

        public void Advance(int count) => hash.AppendData(block.AsSpan(0, count));

        public Memory<byte> GetMemory(int sizeHint = 0)
        {
            if (sizeHint > block.Length)
            {
                block = new byte[sizeHint];
            }

            return block;
        }

        public Span<byte> GetSpan(int sizeHint = 0) => GetMemory(sizeHint).Span;

        public Digest Digest() => new(hash.GetHashAndReset());

        public void Dispose() => hash.Dispose();
    }
}
