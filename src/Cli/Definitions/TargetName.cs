// SPDX-License-Identifier: Apache-2.0
using System.Text.RegularExpressions;

namespace Ghaf.Cli;

/// <summary>A device in one of its profiles: <c>lenovo-x1-carbon-gen11-debug</c> is that device, profile <c>debug</c>.</summary>
internal readonly partial record struct TargetName(string Device, string Profile)
{
    /// <exception cref="TargetUnknownException">There is no profile in it, or it cannot be a file's name.</exception>
    public static TargetName Parse(string text) =>
        Pattern().Match(text) is { Success: true } match
            ? new TargetName(match.Groups["device"].Value, match.Groups["profile"].Value)
            : throw new TargetUnknownException(
                $"“{text}” is not a target.",
                "A target is a device and a profile, such as vm-debug. `ghaf show` lists them.");

    public override string ToString() => $"{Device}-{Profile}";

    [GeneratedRegex("^(?<device>[a-z0-9][a-z0-9_.-]*)-(?<profile>[a-z0-9]+)$", RegexOptions.CultureInvariant)]
    private static partial Regex Pattern();
}
