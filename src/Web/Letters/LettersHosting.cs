using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Tanheng.Web.Letters;

/// <summary>Puts letters into the portal.</summary>
internal static class LettersHosting
{
    public static void AddLetters(this IServiceCollection services)
    {
        services.TryAddSingleton(new LetterSettings());
        services.AddSingleton<SignInLetters>()
            .AddSingleton<Mailer>()
            .AddSingleton<LetterDesk>()
            .AddHostedService<LetterWorker>();
    }
}
