using Tanheng.Quantities;
using Tanheng.Web.Api;

namespace Tanheng.Web.Feed;

/// <summary>Counts connections: so many altogether, so many of one address.</summary>
internal sealed class FeedGate(FeedSettings settings)
{
    private readonly Lock counting = new();
    private readonly Dictionary<string, int> byAddress = [];
    private int all;

    /// <summary>How many there are now.</summary>
    public int Connections
    {
        get
        {
            lock (counting)
            {
                return all;
            }
        }
    }

    /// <summary>Lets a connection in, which is counted until it is disposed of, or says why not.</summary>
    public Outcome<IDisposable> Enter(string address)
    {
        lock (counting)
        {
            var own = byAddress.GetValueOrDefault(address);
            if (own >= settings.ConnectionsPerAddress)
            {
                return FeedRefusals.TooManyOfAddress.With(("limit", settings.ConnectionsPerAddress));
            }

            if (all >= settings.Connections)
            {
                return FeedRefusals.Full.With(
                    ("limit", settings.Connections), ("instead", ApiHosting.Root + "/market/instruments"));
            }

            byAddress[address] = own + 1;
            all++;
            return new Place(this, address);
        }
    }

    private void Leave(string address)
    {
        lock (counting)
        {
            all--;
            if (--byAddress[address] == 0)
            {
                byAddress.Remove(address);
            }
        }
    }

    private sealed class Place(FeedGate gate, string address) : IDisposable
    {
        private bool left;

        public void Dispose()
        {
            if (!left)
            {
                left = true;
                gate.Leave(address);
            }
        }
    }
}
