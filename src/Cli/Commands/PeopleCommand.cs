using System.CommandLine;
using Tanheng.Cli.Output;
using Tanheng.Cli.Stores;
using Tanheng.Web.People;

namespace Tanheng.Cli.Commands;

/// <summary><c>tanheng people rescue NAME</c>: for whoever keeps the machine, when no administrator can help.</summary>
internal static class PeopleCommand
{
    private static readonly Argument<string> Name = new("NAME") { Description = "用户名 | the person's user name" };

    public static Command Build()
    {
        var rescue = new Command(
            "rescue",
            "作废某用户的密码和第二因素，生成一次性链接（仅在没有其他管理人员可以办理时使用） | "
            + "void a person's password and second factor and make a one-time link, when no administrator can")
        {
            Name,
        };
        rescue.Does((parsed, screen, _) => Task.FromResult(Rescue(parsed, screen)));
        return new Command("people", "用户 | persons who sign in") { rescue };
    }

    private static int Rescue(ParseResult parsed, Screen screen)
    {
        var store = Common.Store(parsed);
        var name = parsed.GetValue(Name)!;
        using var people = store.OpenPeople();
        if (FirstPerson.Rescue(people, name, new PeopleSettings(), TimeProvider.System.GetUtcNow()) is not { } link)
        {
            return screen.Refuse(StoreRefusals.UnknownPerson.With(("name", name), ("store", store.Name)));
        }

        Console.Out.WriteLine(link);
        screen.Note(
            "在门户地址后加上此路径，60 分钟内有效，只能使用一次。",
            "Put this path behind the portal's address; it works once within 60 minutes.");
        return Endings.Done;
    }
}
