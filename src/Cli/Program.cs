using System.CommandLine;
var root = new RootCommand("碳衡 / Tanheng");
var n = new Option<int>("--n") { Description = "x" };
var c = new Command("a", "b") { n };
c.SetAction((p, ct) => Task.FromResult(p.GetValue(n)));
root.Subcommands.Add(c);
return await root.Parse(args).InvokeAsync();
