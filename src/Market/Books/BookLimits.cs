namespace Tanheng.Market.Books;

/// <summary>What one book can hold.</summary>
/// <param name="MaxPrice">
/// The highest tick, to 16,777,215. Memory is about 50 bytes a tick, rounded up to a power of two.
/// </param>
/// <param name="MaxQuantity">The largest order in tonnes, to 2,147,483,647.</param>
/// <param name="Orders">Resting orders for which there is room from the start; more make room as they come.</param>
public sealed record BookLimits(int MaxPrice = 262_143, int MaxQuantity = int.MaxValue, int Orders = 1_000);
