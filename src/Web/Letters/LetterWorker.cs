using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Tanheng.Web.Letters;

/// <summary>Looks at what is to be written every few seconds, as long as the portal runs.</summary>
internal sealed class LetterWorker(LetterDesk desk, LetterSettings settings, ILogger<LetterWorker> log)
    : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var clock = new PeriodicTimer(settings.Every);
        try
        {
            while (await clock.WaitForNextTickAsync(stoppingToken))
            {
                await Look(stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The portal stops.
        }
    }

    private async Task Look(CancellationToken cancel)
    {
        try
        {
            await desk.RunAsync(cancel);
        }
        catch (Exception problem) when (problem is not OperationCanceledException)
        {
            // Letters must never bring the market down; what could not be written now is written at the next look.
            log.LogError(problem, "letters could not be written");
        }
    }
}
