// SPDX-License-Identifier: Apache-2.0
namespace Ghaf.Exec;

/// <summary>Recognises what bubblewrap says when the machine does not let it work.</summary>
internal static class BubblewrapFailure
{
    // bwrap: No permissions to create a new namespace, likely because the kernel does not allow non-privileged …
    // bwrap: Creating new namespace failed: Operation not permitted
    // bwrap: Creating new namespace failed: nesting depth or /proc/sys/user/max_*_namespaces exceeded (ENOSPC)
    // bwrap: setting up uid map: Permission denied
    // bwrap: loopback: Failed RTM_NEWADDR: Operation not permitted
    private static readonly string[] Refusals =
    [
        "bwrap: No permissions to creat", "bwrap: Creating new namespace failed", "bwrap: setting up uid map",
        "bwrap: loopback: Failed",
    ];

    public static GhafException? Explain(ToolFailedException failure)
    {
        var said = failure.ErrorEnd.Split('\n')
            .FirstOrDefault(line => Refusals.Any(refusal => line.StartsWith(refusal, StringComparison.Ordinal)));
        return said is null ? null : new UserNamespacesUnavailableException(said, failure);
    }
}
