// SPDX-License-Identifier: Apache-2.0
namespace Ghaf.Cli.Checking;

/// <summary>Has systemd's bootctl read what the firmware says of itself.</summary>
internal sealed class SecureBootIsOn : IStatement
{
    private const string Enabled = "enabled (user)";

    public string Text => "The firmware starts signed programs only: Secure Boot is enabled, and its keys are enrolled";

    public async Task<StatementResult> CheckAsync(CheckContext context, CancellationToken cancellation)
    {
        // Its status is 1 where no EFI partition is mounted, as here.
        //   Secure Boot: enabled (user)
        var said = await context.HostAsync("bootctl --no-pager status 2>&1 || true", cancellation).ConfigureAwait(false);
        var lines = said.Split('\n').Select(line => line.Trim()).ToList();
        var found = lines.FirstOrDefault(line => line.StartsWith("Secure Boot:", StringComparison.Ordinal));
        var loader = lines.FirstOrDefault(line => line.StartsWith("Product:", StringComparison.Ordinal));
        return found == $"Secure Boot: {Enabled}"
            ? StatementResult.True($"`bootctl status`: {found}; started by {loader?["Product:".Length..].Trim() ?? "no known boot loader"}")
            : StatementResult.False(found is null ? $"`bootctl status` says nothing of it: {said}" : $"`bootctl status`: {found}");
    }
}
