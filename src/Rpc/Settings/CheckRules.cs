// SPDX-License-Identifier: Apache-2.0
namespace Ghaf.Rpc;

/// <summary>What is wrong with a daemon's name and with its rules of who may call what.</summary>
public static class CheckRules
{
    /// <param name="methods">Those that the daemon answers.</param>
    public static IEnumerable<string> FaultsOf(string name, IReadOnlyList<CallRule> callers, IReadOnlyList<ContractMethod> methods)
    {
        ArgumentNullException.ThrowIfNull(callers);
        if (!PeerName.IsValid(name))
        {
            yield return $"name: “{name}” is no name of a VM.";
        }

        for (var i = 0; i < callers.Count; i++)
        {
            if (!PeerName.IsValid(callers[i].Caller))
            {
                yield return $"callers[{i}].caller: “{callers[i].Caller}” is no name of a VM and not “host”.";
            }

            if (!methods.Any(method => callers[i].Covers(method.Name)))
            {
                yield return $"callers[{i}].method: there is no “{callers[i].Method}”; there are {string.Join(", ", methods.Select(m => m.Name))}.";
            }
        }
    }
}
