// SPDX-License-Identifier: Apache-2.0
using Ghaf.Exec;

namespace Ghaf.Cli;

/// <summary>There is no such template.</summary>
internal sealed class TemplateUnknownException(string name, IReadOnlyCollection<string> known)
    : GhafException($"There is no template “{name}”.", Nearest(name, known))
{
    public override ExitCode ExitCode => ExitCode.Usage;

    private static string Nearest(string name, IReadOnlyCollection<string> known)
    {
        string[] near = [.. NearNames.Of(name, known)];
        return (near.Length > 0 ? $"Did you mean {string.Join(" or ", near)}? " : "") + $"There are: {string.Join(", ", known)}.";
    }
}
