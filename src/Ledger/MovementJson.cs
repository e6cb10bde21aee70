using System.Text.Json;
using System.Text.Json.Serialization;
using Tanheng.Quantities;

namespace Tanheng.Ledger;

/// <summary>
/// Movements as JSON by hand: nearly every row of a journal has some, and reading them through reflection takes most of
/// a replay. The shape is what the serializer itself would give:
/// <c>{"asset":"CEA-2021","from":{"account":8,"compartment":"free"},"to":{…},"quantity":5,"serials":"1-5"}</c>.
/// </summary>
internal sealed class MovementJsonConverter : JsonConverter<Movement>
{
    private const int AllFields = 0b11111;
    private static readonly string[] Compartments = ["free", "on-order", "pledged", "frozen", "unsettled"];
    private static readonly JsonEncodedText[] CompartmentNames =
        Compartments.Select(name => JsonEncodedText.Encode(name)).ToArray();

    [ThreadStatic]
    private static Asset[]? recent;

    public override Movement Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        Asset asset = default;
        Place from = default, to = default;
        long quantity = 0;
        SerialSet serials = default;
        var seen = 0;
        Expect(reader.TokenType == JsonTokenType.StartObject);
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals("asset"u8))
            {
                asset = ReadAsset(ref reader);
                seen |= 1;
            }
            else if (reader.ValueTextEquals("from"u8))
            {
                from = ReadPlace(ref reader);
                seen |= 2;
            }
            else if (reader.ValueTextEquals("to"u8))
            {
                to = ReadPlace(ref reader);
                seen |= 4;
            }
            else if (reader.ValueTextEquals("quantity"u8))
            {
                quantity = ReadLong(ref reader);
                seen |= 8;
            }
            else
            {
                Expect(reader.ValueTextEquals("serials"u8));
                serials = ReadSerials(ref reader);
                seen |= 16;
            }
        }

        Expect(seen == AllFields && reader.TokenType == JsonTokenType.EndObject);
        return new Movement(asset, from, to, quantity, serials);
    }

    public override void Write(Utf8JsonWriter writer, Movement value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        writer.WriteString("asset"u8, value.Asset.Code);
        WritePlace(writer, "from"u8, value.From);
        WritePlace(writer, "to"u8, value.To);
        writer.WriteNumber("quantity"u8, value.Quantity);
        writer.WriteString("serials"u8, value.Serials.ToString());
        writer.WriteEndObject();
    }

    private static void WritePlace(Utf8JsonWriter writer, ReadOnlySpan<byte> name, Place place)
    {
        writer.WriteStartObject(name);
        writer.WriteNumber("account"u8, place.Account.Value);
        writer.WriteString("compartment"u8, CompartmentNames[(int)place.Compartment]);
        writer.WriteEndObject();
    }

    /// <summary>A journal has few assets and names them in every row, so the last ones are kept at hand.</summary>
    private static Asset ReadAsset(ref Utf8JsonReader reader)
    {
        Expect(reader.Read() && reader.TokenType == JsonTokenType.String);
        recent ??= new Asset[4];
        foreach (var known in recent)
        {
            if (reader.ValueTextEquals(known.Code) && known != default)
            {
                return known;
            }
        }

        if (!Asset.TryParse(reader.GetString(), null, out var asset))
        {
            throw new JsonException($"'{reader.GetString()}' is not an asset.");
        }

        Array.Copy(recent, 0, recent, 1, recent.Length - 1);
        return recent[0] = asset;
    }

    private static long ReadLong(ref Utf8JsonReader reader)
    {
        long value = 0;
        Expect(reader.Read() && reader.TokenType == JsonTokenType.Number && reader.TryGetInt64(out value));
        return value;
    }

    private static Place ReadPlace(ref Utf8JsonReader reader)
    {
        long account = 0;
        var compartment = -1;
        var hasAccount = false;
        Expect(reader.Read() && reader.TokenType == JsonTokenType.StartObject);
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals("account"u8))
            {
                account = ReadLong(ref reader);
                hasAccount = true;
            }
            else
            {
                Expect(reader.ValueTextEquals("compartment"u8));
                compartment = ReadCompartment(ref reader);
            }
        }

        Expect(hasAccount && compartment >= 0 && reader.TokenType == JsonTokenType.EndObject);
        return new Place(new AccountId(account), (Compartment)compartment);
    }

    private static int ReadCompartment(ref Utf8JsonReader reader)
    {
        Expect(reader.Read() && reader.TokenType == JsonTokenType.String);
        for (var i = 0; i < Compartments.Length; i++)
        {
            if (reader.ValueTextEquals(Compartments[i]))
            {
                return i;
            }
        }

        throw new JsonException($"No compartment is called {reader.GetString()}.");
    }

    private static SerialSet ReadSerials(ref Utf8JsonReader reader)
    {
        Expect(reader.Read() && reader.TokenType == JsonTokenType.String);
        return reader.ValueTextEquals(""u8) ? default
            : SerialSet.TryParse(reader.GetString(), null, out var serials) ? serials
            : throw new JsonException("Serials read like 1-100,201-250.");
    }

    private static void Expect(bool holds)
    {
        if (!holds)
        {
            throw new JsonException("A movement has asset, from, to, quantity and serials, and nothing else.");
        }
    }
}

/// <summary>
/// A transaction as JSON: <c>{"id":12,"type":"Transfer","movements":[…]}</c>; by hand for the same reason.
/// </summary>
internal sealed class TransactionJsonConverter : JsonConverter<Transaction>
{
    private static readonly MovementJsonConverter Movement = new();

    public override Transaction Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        long? id = null;
        string? type = null;
        Movement[]? movements = null;
        Expect(reader.TokenType == JsonTokenType.StartObject);
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals("id"u8))
            {
                Expect(reader.Read() && reader.TokenType == JsonTokenType.Number && reader.TryGetInt64(out var number));
                id = reader.GetInt64();
            }
            else if (reader.ValueTextEquals("type"u8))
            {
                Expect(reader.Read() && reader.TokenType == JsonTokenType.String);
                type = reader.GetString();
            }
            else
            {
                Expect(reader.ValueTextEquals("movements"u8));
                movements = ReadMovements(ref reader, options);
            }
        }

        Expect(id is not null && type is not null && movements is not null);
        Expect(reader.TokenType == JsonTokenType.EndObject);
        return new Transaction(new TransactionId(id!.Value), type!, movements!);
    }

    public override void Write(Utf8JsonWriter writer, Transaction value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        writer.WriteNumber("id"u8, value.Id.Value);
        writer.WriteString("type"u8, value.Type);
        writer.WriteStartArray("movements"u8);
        foreach (var move in value.Movements)
        {
            Movement.Write(writer, move, options);
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static Movement[] ReadMovements(ref Utf8JsonReader reader, JsonSerializerOptions options)
    {
        Expect(reader.Read() && reader.TokenType == JsonTokenType.StartArray);
        Expect(reader.Read());
        if (reader.TokenType == JsonTokenType.EndArray)
        {
            return [];
        }

        var first = Movement.Read(ref reader, typeof(Movement), options);
        Expect(reader.Read());
        if (reader.TokenType == JsonTokenType.EndArray)
        {
            return [first];
        }

        var movements = new List<Movement> { first };
        do
        {
            movements.Add(Movement.Read(ref reader, typeof(Movement), options));
            Expect(reader.Read());
        }
        while (reader.TokenType != JsonTokenType.EndArray);
        return [.. movements];
    }

    private static void Expect(bool holds)
    {
        if (!holds)
        {
            throw new JsonException("A transaction has id, type and movements, and nothing else.");
        }
    }
}
