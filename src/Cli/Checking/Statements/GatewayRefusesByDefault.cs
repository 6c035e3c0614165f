// SPDX-License-Identifier: Apache-2.0
namespace Ghaf.Cli.Checking;

/// <summary>Reads the policies of the firewall that is in force.</summary>
internal sealed class GatewayRefusesByDefault : IStatement
{
    public string Text => "The gateway's firewall drops whatever is not allowed";

    public async Task<StatementResult> CheckAsync(CheckContext context, CancellationToken cancellation)
    {
        foreach (var chain in (string[])["input", "forward"])
        {
            var rules = await context.VmAsync(context.Gateway.Name, $"nft list chain inet ghaf {chain}", cancellation).ConfigureAwait(false);
            if (!rules.Contains("policy drop", StringComparison.Ordinal))
            {
                return StatementResult.False($"the chain {chain} has another policy: {rules}");
            }
        }

        return StatementResult.True("chains input and forward: policy drop");
    }
}
