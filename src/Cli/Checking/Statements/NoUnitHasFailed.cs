// SPDX-License-Identifier: Apache-2.0
namespace Ghaf.Cli.Checking;

/// <summary>Asks systemd on the host and in every VM.</summary>
internal sealed class NoUnitHasFailed : IStatement
{
    private const string Ask = "systemctl --failed --plain --no-legend --no-pager";

    public string Text => "No unit has failed, on the host or in a VM";

    public async Task<StatementResult> CheckAsync(CheckContext context, CancellationToken cancellation)
    {
        var failed = new List<string>();
        Add("host", await context.HostAsync(Ask, cancellation).ConfigureAwait(false));
        foreach (var vm in context.Plan.Vms)
        {
            Add(vm.Name.Value, await context.VmAsync(vm.Name, Ask, cancellation).ConfigureAwait(false));
        }

        return failed.Count == 0
            ? StatementResult.True($"systemd lists none on {1 + context.Plan.Vms.Length} systems")
            : StatementResult.False(string.Join("; ", failed));

        void Add(string where, string units) => failed.AddRange(
            units.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => $"{where}: {line.Trim().Split(' ')[0]}"));
    }
}
