using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Tanheng.Web.Portal;

namespace Tanheng.Web.Entities;

/// <summary>Sees every few seconds whether sealed bids that are kept are needed any longer.</summary>
internal sealed class SealedTicketWorker(SealedTickets tickets, ILogger<SealedTicketWorker> log) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var clock = new PeriodicTimer(Every);
        try
        {
            while (await clock.WaitForNextTickAsync(stoppingToken))
            {
                await SweepAsync();
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The portal stops.
        }
    }

    private async Task SweepAsync()
    {
        try
        {
            await tickets.SweepAsync();
        }
        catch (MarketUnavailableException)
        {
            // Somebody is about to lead again.
        }
        catch (Exception problem) when (problem is not OperationCanceledException)
        {
            // What could not be dropped now is dropped at the next look.
            log.LogError(problem, "sealed bids that are not needed any more could not be dropped");
        }
    }
}
