// SPDX-License-Identifier: Apache-2.0
using Ghaf.Exec;

namespace Ghaf.Cli;

/// <summary>Git does not know a revision of the checkout.</summary>
internal sealed class RevisionUnknownException(string revision, string said)
    : GhafException($"Git has no “{revision}” here: {said}", "Use what `git log` lists, such as HEAD~1 or a tag.")
{
    public override ExitCode ExitCode => ExitCode.Usage;
}
