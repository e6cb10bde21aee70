using Tanheng.Quantities;

namespace Tanheng.Ledger;

/// <summary>
/// Plans the transactions of one command against a ledger that stays untouched. Later transactions see what earlier
/// ones would have done, so a command may open, mint, pass on and split in one go. Refusals, in order: nothing to
/// move; then, movement by movement: quantity not positive, no asset, unknown account, same place, wrong kind of
/// account, back to issuance, not enough, serials miscounted, serials elsewhere, too large.
/// </summary>
public sealed class Planner
{
    /// <summary>So many movements are looked through one by one before an index pays.</summary>
    private const int Few = 8;

    private readonly Ledger ledger;
    private readonly long firstNew;
    private List<AccountKind>? opened;
    private Dictionary<(Place Place, Asset Asset), Overlay>? overlays;
    private Dictionary<Asset, long>? minted;
    private long next;

    // The last transaction's movements. Those before noted are in the overlays, the rest not yet: most plans are one
    // transaction that never reads again what it touched, and so need no overlay.
    private Movement[] moves = [];
    private int planned;
    private int noted;

    internal Planner(Ledger ledger)
    {
        this.ledger = ledger;
        firstNew = ledger.NextAccount.Value;
        next = ledger.NextTransaction.Value;
    }

    /// <summary>
    /// The accounts the plan would open, in order: the first is the ledger's <see cref="Ledger.NextAccount"/>.
    /// </summary>
    public IReadOnlyList<AccountKind> Opened => opened ?? [];

    /// <summary>
    /// Plans an account, so that drafts may name it. Whoever applies the plan opens the accounts first, in this order.
    /// </summary>
    public AccountId Open(AccountKind kind)
    {
        (opened ??= []).Add(kind);
        return new AccountId(firstNew + opened.Count - 1);
    }

    /// <summary>True when the account exists or is planned.</summary>
    public bool Has(AccountId id) => ledger.Has(id) || (id.Value >= firstNew && id.Value - firstNew < Opened.Count);

    /// <summary>What an account, there or planned, is for.</summary>
    public AccountKind KindOf(AccountId id) =>
        id.Value < firstNew ? ledger.KindOf(id) : Opened[(int)(id.Value - firstNew)];

    /// <summary>How much would be in a place after what is planned so far.</summary>
    public long Balance(Place place, Asset asset) => Look(place, asset).Balance;

    /// <summary>Plans one transaction; a refusal leaves the plan as it was.</summary>
    public Outcome<Transaction> Transact(string type, params ReadOnlySpan<Draft> drafts) =>
        Transact(type, null, drafts);

    /// <summary>Plans one transaction of a type that says which accounts it may join.</summary>
    public Outcome<Transaction> Transact(TransactionType type, params ReadOnlySpan<Draft> drafts) =>
        Transact(type.Code, type, drafts);

    private Outcome<Transaction> Transact(string code, TransactionType? type, ReadOnlySpan<Draft> drafts)
    {
        if (drafts.IsEmpty)
        {
            return LedgerRefusals.NothingToMove.With();
        }

        Note();
        (moves, planned, noted) = (new Movement[drafts.Length], 0, 0);
        foreach (ref readonly var draft in drafts)
        {
            if ((Guard(draft, type) ?? Move(draft, out moves[planned])) is { } refusal)
            {
                Undo();
                return refusal;
            }

            planned++;
        }

        return new Transaction(new TransactionId(next++), code, moves);
    }

    private Refusal? Guard(in Draft draft, TransactionType? type)
    {
        if (draft.Quantity <= 0)
        {
            return LedgerRefusals.QuantityNotPositive.With(("quantity", draft.Quantity));
        }

        if (draft.Asset == default)
        {
            return LedgerRefusals.NoAsset.With();
        }

        if (!Has(draft.From.Account) || !Has(draft.To.Account))
        {
            return LedgerRefusals.UnknownAccount.With(
                ("account", Has(draft.From.Account) ? draft.To.Account : draft.From.Account));
        }

        if (draft.From == draft.To)
        {
            return LedgerRefusals.SamePlace.With(("place", draft.From));
        }

        var to = KindOf(draft.To.Account);
        if (type?.Check(KindOf(draft.From.Account), to) is { } wrong)
        {
            return wrong;
        }

        return to == AccountKind.Issuance && !draft.Asset.IsMoney
            ? LedgerRefusals.BackToIssuance.With(("asset", draft.Asset), ("account", draft.To.Account))
            : null;
    }

    private Refusal? Move(in Draft draft, out Movement move)
    {
        move = null!;
        var kind = KindOf(draft.From.Account);
        if (kind == AccountKind.Issuance && !draft.Asset.IsMoney)
        {
            return Mint(draft, out move);
        }

        var from = Look(draft.From, draft.Asset);
        if (from.Balance < draft.Quantity && !(kind.IsSystem() && draft.Asset.IsMoney))
        {
            return LedgerRefusals.NotEnough.With(
                ("account", draft.From.Account),
                ("compartment", draft.From.Compartment),
                ("asset", draft.Asset),
                ("needed", draft.Quantity),
                ("available", from.Balance));
        }

        if (Named(draft, from) is { } refusal)
        {
            return refusal;
        }

        if (draft.Asset.IsMoney)
        {
            return Pay(draft, from.Balance, out move);
        }

        move = new Movement(
            draft.Asset,
            draft.From,
            draft.To,
            draft.Quantity,
            draft.Exactly.IsEmpty ? from.Lowest(draft.Quantity) : draft.Exactly);
        return null;
    }

    private Refusal? Mint(in Draft draft, out Movement move)
    {
        move = null!;
        var last = minted is not null && minted.TryGetValue(draft.Asset, out var serial)
            ? serial
            : ledger.LastSerial(draft.Asset);
        if (draft.Exactly is { IsEmpty: false } named)
        {
            if (named.Count != draft.Quantity)
            {
                return Miscounted(draft);
            }

            if (named.Ranges is not [{ First: var first }] || first != last + 1)
            {
                return Elsewhere(draft, named.Ranges[0]);
            }
        }

        if (draft.Quantity > Ledger.Limit - last)
        {
            return LedgerRefusals.TooLarge.With(("quantity", draft.Quantity));
        }

        (minted ??= [])[draft.Asset] = last + draft.Quantity;
        var serials = SerialSet.Of(new SerialRange(last + 1, draft.Quantity));
        move = new Movement(draft.Asset, draft.From, draft.To, draft.Quantity, serials);
        return null;
    }

    private Refusal? Pay(in Draft draft, long balance, out Movement move)
    {
        move = null!;
        if (balance < draft.Quantity - Ledger.Limit
            || draft.Quantity > Ledger.Limit - Look(draft.To, draft.Asset).Balance)
        {
            return LedgerRefusals.TooLarge.With(("quantity", draft.Quantity));
        }

        move = new Movement(draft.Asset, draft.From, draft.To, draft.Quantity, default);
        return null;
    }

    /// <summary>Serials named one by one must be as many as the quantity and all there; money has none.</summary>
    private static Refusal? Named(in Draft draft, HoldingView from)
    {
        if (draft.Exactly.IsEmpty)
        {
            return null;
        }

        if (draft.Exactly.Count != draft.Quantity)
        {
            return Miscounted(draft);
        }

        foreach (var range in draft.Exactly.Ranges)
        {
            if (!from.Contains(range))
            {
                return Elsewhere(draft, range);
            }
        }

        return null;
    }

    private static Refusal Miscounted(in Draft draft) =>
        LedgerRefusals.SerialsMiscounted.With(("count", draft.Exactly.Count), ("quantity", draft.Quantity));

    private static Refusal Elsewhere(in Draft draft, SerialRange range) => LedgerRefusals.SerialsElsewhere.With(
        ("serials", range), ("account", draft.From.Account), ("compartment", draft.From.Compartment));

    private HoldingView Look(Place place, Asset asset)
    {
        if (Touched(place, asset))
        {
            Note();
        }

        var overlay = overlays?.GetValueOrDefault((place, asset));
        return new HoldingView(overlay is null ? ledger.HoldingOf(place, asset) : null, overlay);
    }

    private bool Touched(Place place, Asset asset)
    {
        if (planned - noted > Few)
        {
            return true;
        }

        for (var i = noted; i < planned; i++)
        {
            if (moves[i].Asset == asset && (moves[i].From == place || moves[i].To == place))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Enters the movements that are not yet in the overlays.</summary>
    private void Note()
    {
        for (; noted < planned; noted++)
        {
            var move = moves[noted];
            if (!IsMint(move))
            {
                var from = OverlayOf(move.From, move.Asset);
                from.Balance -= move.Quantity;
                from.Take(move.Serials);
            }
            else
            {
                OverlayOf(move.From, move.Asset).Balance -= move.Quantity;
            }

            var to = OverlayOf(move.To, move.Asset);
            to.Balance += move.Quantity;
            to.Receive(move.Serials);
        }
    }

    /// <summary>Takes the movements of a transaction back that was refused after some of them were planned.</summary>
    private void Undo()
    {
        while (planned > 0)
        {
            var move = moves[--planned];
            var mint = IsMint(move);
            if (mint)
            {
                minted![move.Asset] = move.Serials.Ranges[0].First - 1;
            }

            if (planned < noted)
            {
                var to = OverlayOf(move.To, move.Asset);
                to.Balance -= move.Quantity;
                to.Take(move.Serials);
                var from = OverlayOf(move.From, move.Asset);
                from.Balance += move.Quantity;
                from.Receive(mint ? default : move.Serials);
            }
        }

        noted = 0;
    }

    private bool IsMint(Movement move) => !move.Asset.IsMoney && KindOf(move.From.Account) == AccountKind.Issuance;

    private Overlay OverlayOf(Place place, Asset asset)
    {
        overlays ??= [];
        if (!overlays.TryGetValue((place, asset), out var overlay))
        {
            overlay = new Overlay(ledger.HoldingOf(place, asset));
            overlays.Add((place, asset), overlay);
        }

        return overlay;
    }

    /// <summary>A holding as it is, or as the plan would leave it.</summary>
    private readonly record struct HoldingView(Holding? Now, Overlay? Later)
    {
        public long Balance => Later?.Balance ?? Now?.Balance ?? 0;

        public bool Contains(SerialRange range) => Later?.Contains(range) ?? Now?.Serials?.Contains(range) ?? false;

        public SerialSet Lowest(long count) => Later?.Lowest(count) ?? Now!.Serials!.Lowest(count);
    }
}
