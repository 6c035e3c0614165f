// SPDX-License-Identifier: Apache-2.0
using Ghaf.Exec;

namespace Ghaf.Cli;

/// <summary>There is no such target.</summary>
internal sealed class TargetUnknownException(string what, string mend) : GhafException(what, mend)
{
    private const int MostListed = 8;

    public override ExitCode ExitCode => ExitCode.Usage;

    /// <param name="known">All targets there are.</param>
    public static TargetUnknownException For(TargetName name, IReadOnlyCollection<string> known)
    {
        string[] near = [.. NearNames.Of(name.Text, known)];
        return new TargetUnknownException(
            $"There is no target “{name}”.",
            near.Length > 0 ? $"Did you mean {string.Join(" or ", near)}? `ghaf show` lists all."
            : known.Count == 0 ? "No definition in devices/ has a target."
            : known.Count <= MostListed ? $"Targets are: {string.Join(", ", known)}."
            : "`ghaf show` lists all targets.");
    }
}
