// SPDX-License-Identifier: Apache-2.0
using System.CommandLine;
using System.Text.Json;
using Ghaf.Cli.Hardware;
using Ghaf.Exec;
using Command = System.CommandLine.Command;

namespace Ghaf.Cli;

/// <summary><c>ghaf hardware …</c></summary>
internal static class HardwareCommand
{
    public static Command Create(Session session) =>
        new("hardware", "Describe machines") { Scan(session) };

    private static Command Scan(Session session)
    {
        var root = new Option<string>("--root")
        {
            Description = "A folder with the machine's /proc and /sys",
            HelpName = "DIR",
            DefaultValueFactory = _ => "/",
        };
        var recorded = new Option<string?>("--recorded") { Description = "What the recorder printed on another machine", HelpName = "FILE" };
        var output = new Option<string?>("--output", "-o") { Description = "Where to write; otherwise to standard output", HelpName = "FILE" };
        var name = new Option<string?>("--name") { Description = "What to call the machine; otherwise as it calls itself", HelpName = "NAME" };
        var recorder = new Option<bool>("--print-recorder")
        {
            Description = "Print a shell script that records a machine without .NET, for --recorded",
        };
        name.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<string?>() is { } given && !KebabCase.IsName(given))
            {
                result.AddError($"“{given}” is no name of a machine such as lenovo-x1-carbon-gen11.");
            }
        });
        var command = new Command("scan", "Write the C# that declares this machine, from what its kernel says of it")
        {
            root, recorded, output, name, recorder,
        };
        command.Validators.Add(result =>
        {
            if (result.GetResult(root) is { Implicit: false } && result.GetResult(recorded) is not null)
            {
                result.AddError("A machine is read from --root or from --recorded, not from both.");
            }
        });
        command.SetAction((parsed, _) => session.RunAsync(async cancellation =>
        {
            if (parsed.GetValue(recorder))
            {
                await WriteAsync(session, parsed.GetValue(output), Recorder.Script, cancellation).ConfigureAwait(false);
                return ExitCode.Success;
            }

            var file = parsed.GetValue(recorded);
            var place = file ?? parsed.GetValue(root)!;
            var machine = ScanMachine.Run(
                file is null ? new FolderSource(place) : await RecordAsync(file, cancellation).ConfigureAwait(false),
                parsed.GetValue(name),
                place);
            var text = parsed.GetValue(CommonSymbols.Format) == OutputFormat.Json
                ? JsonSerializer.Serialize(HardwareReport.Of(machine), CliJson.Default.HardwareReport) + "\n"
                : WriteHardwareCode.Of(machine.Hardware);
            await WriteAsync(session, parsed.GetValue(output), text, cancellation).ConfigureAwait(false);
            foreach (var warning in machine.Warnings)
            {
                await session.Error.WriteLineAsync($"! {warning.What}\n    {warning.Mend}").ConfigureAwait(false);
            }

            return ExitCode.Success;
        }));
        return command;
    }

    private static async Task<RecordedSource> RecordAsync(string file, CancellationToken cancellation)
    {
        try
        {
            return RecordedSource.Parse(await File.ReadAllTextAsync(file, cancellation).ConfigureAwait(false), file);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new HardwareFileException($"{file} cannot be read: {e.Message}", "Give the file that the recorder's output was written to.", e);
        }
    }

    private static async Task WriteAsync(Session session, string? file, string text, CancellationToken cancellation)
    {
        if (file is null)
        {
            await session.Output.WriteAsync(text).ConfigureAwait(false);
            return;
        }

        try
        {
            await File.WriteAllTextAsync(file, text, cancellation).ConfigureAwait(false);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new HardwareFileException($"{file} cannot be written: {e.Message}", "Give a file in a folder that is there and yours.", e);
        }
    }
}
