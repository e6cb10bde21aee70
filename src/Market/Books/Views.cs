namespace Tanheng.Market.Books;

/// <summary>A resting order as it stands.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Owner">Its owner, or 0.</param>
/// <param name="Side">Its side.</param>
/// <param name="Price">Its limit in ticks.</param>
/// <param name="Quantity">Its open tonnes.</param>
public readonly record struct RestingOrder(long Id, long Owner, Side Side, int Price, long Quantity);

/// <summary>One price of one side.</summary>
/// <param name="Price">In ticks.</param>
/// <param name="Quantity">Open tonnes of all orders there.</param>
/// <param name="Orders">How many they are.</param>
public readonly record struct DepthLevel(int Price, long Quantity, int Orders);
