// SPDX-License-Identifier: Apache-2.0
using Ghaf.Model;

namespace Ghaf.Cli.Checking;

/// <summary>
/// The host's daemon calls every VM's agent as the host and, with identities that are as good, as every other VM, with every method
/// of the contract: who is not in the definition is denied, and so is the host's identity in a VM. That the host is answered shows that
/// the calls arrive.
/// </summary>
internal sealed class AgentsObeyThePolicy : IStatement
{
    private const string Host = ExpectedRefusal.Host;
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(4);

    public string Text => "Every VM's agent answers its host over vsock with mutual TLS, and denies every method to whom the definition does not allow it";

    public TimeSpan Patience => TimeSpan.FromMinutes(5);

    public async Task<StatementResult> CheckAsync(CheckContext context, CancellationToken cancellation)
    {
        var output = await context.Device.HostAsync("/usr/lib/ghaf/vmd try-agents 2>&1", Limit, cancellation).ConfigureAwait(false);

        // net-vm curl-vm Guest/GetStatus PermissionDenied
        var calls = output.Text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split(' ')).ToArray();
        if (output.ExitCode != 0 || calls.FirstOrDefault(words => words.Length != 4) is not null)
        {
            throw new StatementNotCheckedException($"vmd could not try the agents: {output.Text.Trim()}");
        }

        var names = context.Plan.Vms.Select(vm => vm.Name.Value).ToArray();
        foreach (var name in names)
        {
            var of = calls.Where(words => words[0] == name).ToArray();
            if (of.FirstOrDefault(words => words[3] != (words[1] == Host ? "OK" : ExpectedRefusal.Of(name, words[2]))) is [_, var caller, var method, var status])
            {
                return StatementResult.False($"{caller} called {method} of {name}: {status}");
            }

            if (Callers(names.Where(other => other != name)).FirstOrDefault(other => of.All(words => words[1] != other)) is { } missing)
            {
                return StatementResult.False($"nothing was tried on {name} as {missing}");
            }
        }

        return StatementResult.True(
            $"the host is answered by {string.Join(", ", names)}; {calls.Count(words => words[1] != Host)} calls with "
            + $"{calls.Select(words => words[2]).Distinct().Count()} methods as other VMs: all denied");
    }

    // host@curl-vm is the host's identity in curl-vm.
    private static IEnumerable<string> Callers(IEnumerable<string> others) => [Host, .. others.SelectMany(o => (string[])[o, $"{Host}@{o}"])];
}
