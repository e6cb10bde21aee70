using System.Globalization;

namespace Tanheng.Scheme.Tests.Auditor;

/// <summary>Where something is, as the journal writes it.</summary>
internal readonly record struct Spot(long Account, string Compartment)
{
    public override string ToString() => Account.ToString(CultureInfo.InvariantCulture) + "/" + Compartment;
}

/// <summary>
/// Every serial ever issued of one asset, in order, cut into pieces that lie in one spot: a serial is in one place
/// because a place of the tape has one label. Nothing is fast here.
/// </summary>
internal sealed class Tape
{
    private readonly List<Piece> pieces = [];

    /// <summary>How many serials there are.</summary>
    public long Issued => pieces.Count == 0 ? 0 : pieces[^1].Last;

    /// <summary>Serials come into the world; they follow the last one.</summary>
    public void Mint(long first, long last, Spot to)
    {
        if (first != Issued + 1)
        {
            throw new Objection($"new serials begin with {first}, the last one issued is {Issued}");
        }

        pieces.Add(new Piece(first, last, to));
        Join();
    }

    /// <summary>Relabels serials, each of which must be in <paramref name="from"/>.</summary>
    public void Move(long first, long last, Spot from, Spot to)
    {
        Cut(first);
        Cut(last + 1);
        long moved = 0;
        for (var i = 0; i < pieces.Count; i++)
        {
            var piece = pieces[i];
            if (piece.First < first || piece.Last > last)
            {
                continue;
            }

            if (piece.Spot != from)
            {
                throw new Objection($"serials {piece.First}-{piece.Last} leave {from} but are in {piece.Spot}");
            }

            pieces[i] = piece with { Spot = to };
            moved += piece.Last - piece.First + 1;
        }

        if (moved != last - first + 1)
        {
            throw new Objection($"serials {first}-{last} were never all issued");
        }

        Join();
    }

    public bool AllIn(long first, long last, Spot spot) =>
        first >= 1 && last <= Issued
        && pieces.TrueForAll(piece => piece.Last < first || piece.First > last || piece.Spot == spot);

    public IEnumerable<Spot> Spots => pieces.Select(piece => piece.Spot).Distinct();

    public string In(Spot spot) => string.Join(',', pieces
        .Where(piece => piece.Spot == spot)
        .Select(piece => string.Create(CultureInfo.InvariantCulture, $"{piece.First}-{piece.Last}")));

    public long CountIn(Spot spot) =>
        pieces.Where(piece => piece.Spot == spot).Sum(piece => piece.Last - piece.First + 1);

    /// <summary>Makes a piece begin at a serial.</summary>
    private void Cut(long at)
    {
        var i = pieces.FindIndex(piece => piece.First < at && at <= piece.Last);
        if (i >= 0)
        {
            pieces.Insert(i + 1, pieces[i] with { First = at });
            pieces[i] = pieces[i] with { Last = at - 1 };
        }
    }

    private void Join()
    {
        for (var i = pieces.Count - 1; i > 0; i--)
        {
            if (pieces[i].Spot == pieces[i - 1].Spot)
            {
                pieces[i - 1] = pieces[i - 1] with { Last = pieces[i].Last };
                pieces.RemoveAt(i);
            }
        }
    }

    private readonly record struct Piece(long First, long Last, Spot Spot);
}

/// <summary>What the auditor objects to.</summary>
internal sealed class Objection(string finding) : Exception(finding);
