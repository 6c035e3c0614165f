// SPDX-License-Identifier: Apache-2.0
using System.CommandLine;
using Command = System.CommandLine.Command;

namespace Ghaf.Cli;

/// <summary><c>ghaf console</c></summary>
internal static class ConsoleCommand
{
    public static Command Create(Session session)
    {
        var target = CommonSymbols.RunningTarget();
        var command = new Command("console", "Use the host's serial console; Ctrl-] leaves it") { target };
        command.SetAction((parsed, _) => session.RunAsync(async cancellation =>
        {
            using var line = await SocketLine.OpenAsync(VmCommand.Find(parsed, target).HostConsole, cancellation).ConfigureAwait(false);
            return await AttachConsole.RunAsync(session, line, cancellation).ConfigureAwait(false);
        }));
        return command;
    }
}
