// SPDX-License-Identifier: Apache-2.0
using System.CommandLine;
using Ghaf.Exec;

namespace Ghaf.Cli;

/// <summary>All of ghaf's commands.</summary>
internal static class CommandLine
{
    // Not @FILE: `ghaf diff vm-debug @HEAD` means a revision.
    private static readonly ParserConfiguration Configuration = new() { ResponseFileTokenReplacer = null };

    public static RootCommand Create(Session session) => OwnArgumentsHelp.In(new(
        "Builds a device of virtual machines from its definition, and runs it in an emulator.")
    {
        CommonSymbols.Format,
        InitCommand.Create(session),
        ShowCommand.Create(session),
        PlanCommand.Create(session),
        ExplainCommand.Create(session),
        DiffCommand.Create(session),
        LockCommand.Create(session),
        BuildCommand.Create(session),
        SizeCommand.Create(session),
        KernelCommand.Create(session),
        RunCommand.Create(session),
        StatusCommand.Create(session),
        EventsCommand.Create(session),
        LogsCommand.Create(session),
        VmCommand.Create(session),
        AppCommand.Create(session),
        ConsoleCommand.Create(session),
        SecureBootCommand.Create(session),
        StoreCommand.Create(session),
        HardwareCommand.Create(session),
        DoctorCommand.Create(session),
        NativeCommand.Create(session),
        CompletionCommand.Create(session),
        SchemaCommand.Create(session),
    });

    /// <returns>The exit status.</returns>
    public static async Task<int> RunAsync(string[] arguments, Session session)
    {
        session.Log.Write("ghaf " + string.Join(' ', arguments));
        var parsed = Create(session).Parse(arguments, Configuration);
        if (parsed.Errors.Count > 0)
        {
            foreach (var mistake in parsed.Errors)
            {
                await session.Error.WriteLineAsync("ghaf: " + mistake.Message).ConfigureAwait(false);
            }

            await session.Error.WriteLineAsync("      `ghaf --help` lists the commands, `ghaf COMMAND --help` explains one.").ConfigureAwait(false);
            return (int)ExitCode.Usage;
        }

        // Signals and failures have their own places: Interruption and ErrorPrinter.
        return await parsed.InvokeAsync(new InvocationConfiguration
        {
            Output = session.Output,
            Error = session.Error,
            EnableDefaultExceptionHandler = false,
            ProcessTerminationTimeout = null,
        }).ConfigureAwait(false);
    }
}
