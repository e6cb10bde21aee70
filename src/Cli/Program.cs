using Tanheng.Cli;
using Tanheng.Cli.Commands;

Console.OutputEncoding = new System.Text.UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
var parsed = Root.Build().Parse(args);
var ending = await parsed.InvokeAsync();
return parsed.Errors.Count > 0 && ending != Endings.Done ? Endings.Usage : ending;
