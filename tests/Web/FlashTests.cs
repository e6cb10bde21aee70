using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Tanheng.Quantities;
using Tanheng.Web.Portal;

namespace Tanheng.Web.Tests;

/// <summary>The message that the next page says once.</summary>
public sealed class FlashTests
{
    private static readonly ServiceProvider Services = new ServiceCollection()
        .AddSingleton<IDataProtectionProvider>(new EphemeralDataProtectionProvider())
        .BuildServiceProvider();

    [Fact]
    public void A_message_arrives_as_it_was_said_and_is_then_gone()
    {
        var said = new FlashMessage("good", new Text("已办理", "Done"), "/journal/7", new Text("日志", "Journal"));
        var next = Next(Say(said));
        Flash.Take(next).ShouldBe(said);
        // The answer that says it deletes the cookie.
        next.Response.Headers.SetCookie.ToString().ShouldContain("expires=Thu, 01 Jan 1970");
    }

    [Fact]
    public void A_message_that_somebody_else_wrote_is_not_said()
    {
        var value = Say(new FlashMessage("good", new Text("已办理", "Done")));
        Flash.Take(Next(value[..^4] + "AAAA")).ShouldBeNull();
        Flash.Take(Next("hello")).ShouldBeNull();
        Flash.Take(new DefaultHttpContext { RequestServices = Services }).ShouldBeNull();
    }

    private static string Say(FlashMessage message)
    {
        var http = new DefaultHttpContext { RequestServices = Services };
        Flash.Say(http, message);
        var cookie = http.Response.Headers.SetCookie.ToString();
        cookie.ShouldContain("httponly", Case.Insensitive);
        return cookie.Split('=', 2)[1].Split(';')[0];
    }

    private static DefaultHttpContext Next(string value)
    {
        var http = new DefaultHttpContext { RequestServices = Services };
        http.Request.Headers.Cookie = "tanheng-flash=" + value;
        return http;
    }
}
