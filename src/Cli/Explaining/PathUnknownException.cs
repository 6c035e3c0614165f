// SPDX-License-Identifier: Apache-2.0
using Ghaf.Exec;

namespace Ghaf.Cli;

/// <summary>A plan has nothing at a path.</summary>
internal sealed class PathUnknownException(string target, string path, IEnumerable<string> known)
    : GhafException($"The plan of {target} has nothing at “{path}”.", Mending(path, known))
{
    public override ExitCode ExitCode => ExitCode.Usage;

    private static string Mending(string path, IEnumerable<string> known)
    {
        var near = NearNames.Of(path, known).ToList();
        return near.Count > 0
            ? $"Did you mean {string.Join(" or ", near)}?"
            : "Write VM and option, such as net-vm.memory; the VM alone lists all its values.";
    }
}
