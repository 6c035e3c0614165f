// SPDX-License-Identifier: Apache-2.0
namespace Ghaf.Cli.Checking;

/// <summary>Reads the policies of the firewalls that are in force.</summary>
internal sealed class GatewaysRefuseByDefault : IStatement
{
    public string Text => "The firewall of every VM that routes drops whatever is not allowed";

    public async Task<StatementResult> CheckAsync(CheckContext context, CancellationToken cancellation)
    {
        var routers = context.Plan.Vms.Where(vm => vm.Routes).Select(vm => vm.Name).ToArray();
        foreach (var (vm, chain) in routers.SelectMany(vm => (string[])["input", "forward"], (vm, chain) => (vm, chain)))
        {
            var rules = await context.VmAsync(vm, $"nft list chain inet ghaf {chain}", cancellation).ConfigureAwait(false);
            if (!rules.Contains("policy drop", StringComparison.Ordinal))
            {
                return StatementResult.False($"the chain {chain} of {vm} has another policy: {rules}");
            }
        }

        return StatementResult.True($"chains input and forward of {string.Join(", ", routers)}: policy drop");
    }
}
