using System.Text;
using System.Text.Json;
using Tanheng.Quantities;

namespace Tanheng.Ledger.Tests;

/// <summary>A small ledger to try things on.</summary>
internal sealed class Stage
{
    public static readonly Asset Cea = Asset.Unit("CEA-2021");
    public static readonly Asset Cny = Asset.Money(Currency.Cny);

    public Stage()
    {
        Issuance = new Place(Ledger.Open(AccountKind.Issuance));
        One = new Place(Ledger.Open(AccountKind.Registry));
        Two = new Place(Ledger.Open(AccountKind.Trading));
        Surrendered = new Place(Ledger.Open(AccountKind.Surrendered));
        Bank = new Place(Ledger.Open(AccountKind.Bank));
    }

    public Ledger Ledger { get; } = new();

    public Place Issuance { get; }

    public Place One { get; }

    public Place Two { get; }

    public Place Surrendered { get; }

    public Place Bank { get; }

    public static Place Frozen(Place place) => place with { Compartment = Compartment.Frozen };

    /// <summary>Plans and posts one transaction that must not be refused.</summary>
    public Transaction Do(params Draft[] drafts)
    {
        var transaction = Ledger.Plan().Transact("Test", drafts).Value;
        Ledger.Post(transaction);
        return transaction;
    }

    public Stage With(params Draft[] drafts)
    {
        Do(drafts);
        return this;
    }

    public static string Dump(Ledger ledger)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream))
        {
            ledger.WriteTo(writer);
        }

        return Encoding.UTF8.GetString(stream.ToArray());
    }
}
