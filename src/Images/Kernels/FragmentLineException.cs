// SPDX-License-Identifier: Apache-2.0
using Ghaf.Exec;

namespace Ghaf.Images;

/// <summary>A fragment of the kernel's configuration has a line that says nothing.</summary>
public sealed class FragmentLineException(string file, int line, string text) : GhafException(
    $"{file}:{line} is neither an option of the kernel nor a comment: {text}",
    "Write CONFIG_NAME=VALUE, or # CONFIG_NAME is not set.")
{
    public override ExitCode ExitCode => ExitCode.DefinitionInvalid;
}
