using System.Text.Json;
using Tanheng.Quantities;

namespace Tanheng.Ledger;

/// <summary>
/// The ledger as JSON in one canonical form: accounts by number, holdings by asset code and compartment without empty
/// ones, serials as pairs of first and last. What does not matter (order of arrival, leaves) is not in it, so equal
/// content gives equal bytes.
/// </summary>
internal static class LedgerDump
{
    public static void Write(Ledger ledger, Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        writer.WriteNumber("nextAccount"u8, ledger.NextAccount.Value);
        writer.WriteNumber("nextTransaction"u8, ledger.NextTransaction.Value);
        writer.WriteStartObject("issued"u8);
        foreach (var (asset, last) in ledger.Assets
            .Where(pair => pair.Value != 0)
            .OrderBy(pair => pair.Key.Code, StringComparer.Ordinal))
        {
            writer.WriteNumber(asset.Code, last);
        }

        writer.WriteEndObject();
        writer.WriteStartArray("accounts"u8);
        for (var id = 1; id <= ledger.AccountCount; id++)
        {
            Write(ledger, new AccountId(id), writer);
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static void Write(Ledger ledger, AccountId id, Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        writer.WriteNumber("id"u8, id.Value);
        writer.WriteString("kind"u8, Name(ledger.KindOf(id)));
        writer.WriteStartArray("holdings"u8);
        foreach (var holding in ledger.HoldingsOf(id)
            .Where(holding => holding.Balance != 0 || holding.Serials is { IsEmpty: false })
            .OrderBy(holding => holding.Asset.Code, StringComparer.Ordinal)
            .ThenBy(holding => holding.Compartment))
        {
            Write(holding, writer);
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static void Write(Holding holding, Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        writer.WriteString("asset"u8, holding.Asset.Code);
        writer.WriteString("compartment"u8, Name(holding.Compartment));
        writer.WriteNumber("balance"u8, holding.Balance);
        if (holding.Serials is { IsEmpty: false } serials)
        {
            writer.WriteStartArray("serials"u8);
            foreach (ref var leaf in serials.Leaves)
            {
                foreach (var range in leaf.Ranges)
                {
                    writer.WriteNumberValue(range.First);
                    writer.WriteNumberValue(range.Last);
                }
            }

            writer.WriteEndArray();
        }

        writer.WriteEndObject();
    }

    private static string Name<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.KebabCaseLower.ConvertName(value.ToString());
}
