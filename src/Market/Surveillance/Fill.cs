namespace Tanheng.Market.Surveillance;

/// <summary>A trade as surveillance sees it.</summary>
/// <param name="Trade">Its number.</param>
/// <param name="At">When.</param>
/// <param name="Price">Minor units for each tonne.</param>
/// <param name="Quantity">Tonnes.</param>
/// <param name="Buyer">Who bought.</param>
/// <param name="Seller">Who sold.</param>
public readonly record struct Fill(
    long Trade, DateTimeOffset At, long Price, long Quantity, long Buyer, long Seller);
