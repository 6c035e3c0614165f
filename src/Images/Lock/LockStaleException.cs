// SPDX-License-Identifier: Apache-2.0
using Ghaf.Exec;

namespace Ghaf.Images;

/// <summary>The lock was made for other requests.</summary>
public sealed class LockStaleException(IReadOnlyCollection<string> request)
    : GhafException(
        $"The lock has no package set for this request: {string.Join(' ', request)}.",
        "Run `ghaf lock` and commit the new ghaf.lock.")
{
    public IReadOnlyCollection<string> Request { get; } = request;

    public override ExitCode ExitCode => ExitCode.LockStale;
}
