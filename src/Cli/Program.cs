using Tanheng.Cli;
using Tanheng.Cli.Commands;

Console.OutputEncoding = new System.Text.UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
return await Root.Build().Parse(args).InvokeAsync();
