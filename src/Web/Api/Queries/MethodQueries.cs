using Microsoft.Extensions.DependencyInjection;
using Tanheng.Methodology;
using Tanheng.Quantities;
using Tanheng.Web.Api.Commands;
using Tanheng.Web.Api.Lists;
using Tanheng.Web.Api.Shapes;
using Tanheng.Web.Portal;

namespace Tanheng.Web.Api.Queries;

/// <summary>The adopted methods: anybody may read them and calculate with them.</summary>
internal static class MethodQueries
{
    private const string Path = "/methods/{area}/{name}/{version}";

    private static readonly Parameter[] Reference =
    [
        new("area", ParameterKind.Text, new Text(
            "方法学编号的前半，如 allocation", "First half of the id, such as allocation"), true),
        new("name", ParameterKind.Text, new Text(
            "方法学编号的后半，如 cn-power", "Second half of the id, such as cn-power"), true),
        new("version", ParameterKind.Text, new Text("版本，如 2022", "Version, such as 2022"), true),
    ];

    public static IEnumerable<Operation> All =>
    [
        Query.List(
            "list-methods",
            "/methods",
            Audience.Everyone,
            new("方法学", "Methods"),
            look => look.State.Methods.Methods.Select(MethodSummary.Of),
            method => method.Reference),
        Query.One<MethodView>(
            "get-method",
            Path,
            Audience.Everyone,
            new("一个方法学的全部内容", "A method, whole"),
            look => Find(look).Try(out var method, out var refusal) ? MethodView.Of(method) : refusal,
            Reference),
        new Operation
        {
            Id = "evaluate-method",
            Method = "POST",
            Path = Path + "/evaluate",
            Tag = "",
            Title = new("用给定的输入计算，逐行说明", "Calculate with inputs and show the work line by line"),
            Note = new("不改变任何数据，任何人都可使用。", "Changes nothing and is open to everybody."),
            Audience = Audience.Everyone,
            Parameters = Reference,
            Body = typeof(EvaluateMethod),
            Answer = typeof(ExplanationView),
            Handle = EvaluateAsync,
        },
    ];

    private static Outcome<Method> Find(Look look) => look.State.Methods.Find(
        look.Call.Text("area") + "/" + look.Call.Text("name"), look.Call.Text("version")!);

    /// <summary>
    /// The method is taken out of the state and evaluated beside it: commands do not wait for a calculation.
    /// </summary>
    private static async Task EvaluateAsync(ApiCall call)
    {
        var market = call.Http.RequestServices.GetRequiredService<Market>();
        if (!Negotiation.Json(call).Try(out _, out var refusal)
            || !(await RequestBody.ReadAsync(call.Http, typeof(EvaluateMethod))).Try(out var body, out refusal)
            || !(await market.Read(state => Find(new Look(state, Query.SightOf(state, call), call))))
                .Try(out var method, out refusal)
            || !method.Explain(((EvaluateMethod)body).Inputs).Try(out var explanation, out refusal))
        {
            await call.Refuse(refusal);
            return;
        }

        await call.Answer(ExplanationView.Of(explanation));
    }
}
