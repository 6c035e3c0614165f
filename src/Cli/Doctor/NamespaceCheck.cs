// SPDX-License-Identifier: Apache-2.0
using Ghaf.Exec;

namespace Ghaf.Cli;

/// <summary>Whether a process may get namespaces of its own, which every sandbox needs.</summary>
internal sealed class NamespaceCheck : IDoctorCheck
{
    public async Task<DoctorFinding> CheckAsync(CancellationToken cancellation)
    {
        // unshare is part of util-linux and needs nothing of ghaf's own toolchain, which may not be there yet.
        var probe = Command.Of("unshare", "--user", "--map-root-user", "--mount", "--pid", "--net", "--fork", "true") with
        {
            FailureThrows = false,
        };
        var result = await probe.RunAsync(cancellation).ConfigureAwait(false);
        return new DoctorFinding(
            "User namespaces",
            result.Status == 0,
            Needed: true,
            result.Status == 0 ? "allowed" : result.Error.Trim(),
            new UserNamespacesUnavailableException(result.Error.Trim()).Mend);
    }
}
