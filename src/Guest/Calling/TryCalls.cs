// SPDX-License-Identifier: Apache-2.0
using Ghaf.Rpc;

namespace Ghaf.Guest.Calling;

/// <summary>
/// Calls the host or another VM as this one, with every method but some, or only with some, and prints what came of it: a line
/// <c>METHOD STATUS</c> each, with gRPC's word for the status. For checks, which compare it with the definition.
/// </summary>
internal static class TryCalls
{
    /// <param name="isTried">Which methods.</param>
    public static async Task RunAsync(GuestChannel channel, Func<ContractMethod, bool> isTried, TextWriter output, CancellationToken cancel)
    {
        foreach (var method in ContractMethod.All.Where(isTried))
        {
            var status = await ProbeCall.StatusAsync(channel, method, cancel).ConfigureAwait(false);
            await output.WriteLineAsync($"{method.Name} {status}").ConfigureAwait(false);
        }
    }

    /// <param name="rules">Such as <c>Applications/Start</c> or <c>Power/*</c>.</param>
    public static bool IsAmong(ContractMethod method, IEnumerable<string> rules) =>
        rules.Any(rule => new CallRule(PeerName.Host, rule).Covers(method.Name));
}
