// SPDX-License-Identifier: Apache-2.0
using System.Collections.Immutable;
using Ghaf.Exec;

namespace Ghaf.Images;

/// <summary>The kernel's configuration is not what its fragments say: something they do not name is missing or in the way.</summary>
public sealed class OptionsIgnoredException(string system, ImmutableArray<KernelOption> ignored, KernelConfig config)
    : GhafException(
        $"The kernel of the {system} cannot be what its fragments say:\n"
            + string.Join('\n', ignored.Select(option =>
                $"- {option.Place}: {option.Name} is to be {option.Value}, and is {config.ValueOf(option.Name)}")),
        "Look up what the option depends on (`depends on`, `select` in the kernel's Kconfig files), and set or unset that too; "
            + "or take the line out.")
{
    /// <summary>The lines that have no effect.</summary>
    public ImmutableArray<KernelOption> Ignored { get; } = ignored;

    public override ExitCode ExitCode => ExitCode.DefinitionInvalid;
}
