// SPDX-License-Identifier: Apache-2.0
using System.CommandLine;
using System.Text.Json;
using Ghaf.Cli.Kernels;
using Ghaf.Exec;
using Ghaf.Images;
using Command = System.CommandLine.Command;

namespace Ghaf.Cli;

/// <summary><c>ghaf kernel config TARGET host|guest</c></summary>
internal static class KernelConfigCommand
{
    public static Command Create(Session session)
    {
        var target = CommonSymbols.Target(session);
        var system = KernelCommand.System(isRequired: true);
        var command = new Command("config", "Print a kernel's whole configuration, and which fragment set what") { target, system };
        command.SetAction((parsed, _) => session.RunAsync(async cancellation =>
        {
            var work = await KernelWork.LoadAsync(session, parsed.GetRequiredValue(target), cancellation).ConfigureAwait(false);
            var recipe = work.Compiled(parsed.GetRequiredValue(system)).Single();
            var options = Options(await work.ConfigureAsync(recipe, cancellation).ConfigureAwait(false));
            await session.Output.WriteLineAsync(parsed.GetValue(CommonSymbols.Format) == OutputFormat.Json
                ? JsonSerializer.Serialize(options, CliJson.Default.OptionReportArray)
                : string.Join('\n', options.Select(Line))).ConfigureAwait(false);
            return ExitCode.Success;
        }));
        return command;
    }

    /// <summary>By name; those that are not set only where a fragment says so.</summary>
    internal static OptionReport[] Options(ConfiguredKernel kernel)
    {
        var wanted = kernel.Wanted.ToDictionary(option => option.Name);
        return
        [
            .. from name in kernel.Config.Values.Keys.Union(wanted.Keys).Order(StringComparer.Ordinal)
               let said = wanted.GetValueOrDefault(name)
               select new OptionReport(name, kernel.Config.ValueOf(name), said?.Fragment, said?.Line ?? 0),
        ];
    }

    // As in a configuration, so that it can be used as one.
    private static string Line(OptionReport option) =>
        (option.Fragment is null ? "" : $"# {option.Fragment}:{option.Line}\n")
        + (option.Value == KernelOption.NotSet ? $"# {option.Option} is not set" : $"{option.Option}={option.Value}");
}
