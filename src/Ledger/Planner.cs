using Tanheng.Quantities;

namespace Tanheng.Ledger;

/// <summary>
/// Plans the transactions of one command against a ledger that stays untouched. Later transactions see what earlier ones
/// would have done, so a command may mint, pass on and split in one go. Refusals, in order: quantity not positive,
/// unknown account, same place, serials elsewhere, not enough, too large.
/// </summary>
public sealed class Planner
{
    private readonly Ledger ledger;
    private Dictionary<(Place, Asset), Overlay>? overlays;
    private Dictionary<Asset, long>? minted;
    private long next;

    internal Planner(Ledger ledger)
    {
        this.ledger = ledger;
        next = ledger.NextTransaction.Value;
    }

    /// <summary>How much would be in a place after what is planned so far.</summary>
    public long Balance(Place place, Asset asset) =>
        overlays is not null && overlays.TryGetValue((place, asset), out var overlay)
            ? overlay.Balance
            : ledger.Balance(place, asset);

    /// <summary>Plans one transaction; a refusal leaves the plan as it was.</summary>
    public Outcome<Transaction> Transact(string type, params ReadOnlySpan<Draft> drafts)
    {
        var moves = new Movement[drafts.Length];
        for (var i = 0; i < drafts.Length; i++)
        {
            if (!Move(drafts[i]).Try(out var move, out var refusal))
            {
                Undo(moves.AsSpan(0, i));
                return refusal;
            }

            moves[i] = move;
            Note(move);
        }

        return new Transaction(new TransactionId(next++), type, moves);
    }

    private Outcome<Movement> Move(Draft draft)
    {
        if (draft.Quantity <= 0)
        {
            return LedgerRefusals.QuantityNotPositive.With(("quantity", draft.Quantity));
        }

        if (!ledger.Has(draft.From.Account) || !ledger.Has(draft.To.Account))
        {
            var missing = ledger.Has(draft.From.Account) ? draft.To.Account : draft.From.Account;
            return LedgerRefusals.UnknownAccount.With(("account", missing));
        }

        if (draft.From == draft.To)
        {
            return LedgerRefusals.SamePlace.With(("place", draft.From));
        }

        var kind = ledger.KindOf(draft.From.Account);
        if (kind.IsSystem() && draft.Asset.IsMoney)
        {
            return new Movement(draft.Asset, draft.From, draft.To, draft.Quantity, default);
        }

        if (kind == AccountKind.Issuance)
        {
            return Mint(draft);
        }

        var available = Balance(draft.From, draft.Asset);
        if (available < draft.Quantity)
        {
            return LedgerRefusals.NotEnough.With(
                ("account", draft.From.Account),
                ("compartment", draft.From.Compartment),
                ("asset", draft.Asset),
                ("needed", draft.Quantity),
                ("available", available));
        }

        return draft.Asset.IsMoney
            ? new Movement(draft.Asset, draft.From, draft.To, draft.Quantity, default)
            : Choose(draft);
    }

    private Outcome<Movement> Mint(Draft draft)
    {
        var last = minted is not null && minted.TryGetValue(draft.Asset, out var planned)
            ? planned
            : ledger.LastSerial(draft.Asset);
        return draft.Quantity > long.MaxValue - 1 - last
            ? LedgerRefusals.TooLarge.With(("quantity", draft.Quantity))
            : new Movement(
                draft.Asset, draft.From, draft.To, draft.Quantity, SerialSet.Of(new SerialRange(last + 1, draft.Quantity)));
    }

    private Outcome<Movement> Choose(Draft draft)
    {
        var ranges = overlays is not null && overlays.TryGetValue((draft.From, draft.Asset), out var overlay)
            ? overlay.Serials
            : ledger.RangesOf(draft.From, draft.Asset)!;
        if (draft.Exactly.IsEmpty)
        {
            return new Movement(draft.Asset, draft.From, draft.To, draft.Quantity, ranges.Lowest(draft.Quantity));
        }

        return draft.Exactly.Count == draft.Quantity && ranges.Contains(draft.Exactly)
            ? new Movement(draft.Asset, draft.From, draft.To, draft.Quantity, draft.Exactly)
            : LedgerRefusals.SerialsElsewhere.With(
                ("serials", draft.Exactly),
                ("account", draft.From.Account),
                ("compartment", draft.From.Compartment));
    }

    private void Note(Movement move)
    {
        if (!move.Asset.IsMoney && ledger.KindOf(move.From.Account) == AccountKind.Issuance)
        {
            (minted ??= [])[move.Asset] = move.Serials.Ranges[^1].Last;
        }

        var from = OverlayOf(move.From, move.Asset);
        from.Balance -= move.Quantity;
        if (!ledger.KindOf(move.From.Account).IsSystem() || !from.Serials.Ranges.IsEmpty)
        {
            from.Serials.Remove(move.Serials);
        }

        var to = OverlayOf(move.To, move.Asset);
        to.Balance += move.Quantity;
        to.Serials.Add(move.Serials);
    }

    private void Undo(ReadOnlySpan<Movement> moves)
    {
        for (var i = moves.Length - 1; i >= 0; i--)
        {
            var move = moves[i];
            var to = OverlayOf(move.To, move.Asset);
            to.Balance -= move.Quantity;
            to.Serials.Remove(move.Serials);
            var from = OverlayOf(move.From, move.Asset);
            from.Balance += move.Quantity;
            if (ledger.KindOf(move.From.Account) == AccountKind.Issuance)
            {
                minted?.Remove(move.Asset);
            }
            else
            {
                from.Serials.Add(move.Serials);
            }
        }
    }

    private Overlay OverlayOf(Place place, Asset asset)
    {
        overlays ??= [];
        if (!overlays.TryGetValue((place, asset), out var overlay))
        {
            overlay = new Overlay
            {
                Balance = ledger.Balance(place, asset),
                Serials = ledger.RangesOf(place, asset)?.Clone() ?? new RangeSet(),
            };
            overlays.Add((place, asset), overlay);
        }

        return overlay;
    }

    private sealed class Overlay
    {
        public long Balance { get; set; }

        public required RangeSet Serials { get; init; }
    }
}
