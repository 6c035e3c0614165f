// SPDX-License-Identifier: Apache-2.0
using Ghaf.Exec;

namespace Ghaf.Cli;

/// <summary>The path of a socket would be longer than the 107 bytes that the kernel allows.</summary>
internal sealed class RunFolderTooLongException(string folder)
    : GhafException($"The folder {folder} is too long a path for sockets.", "Set XDG_RUNTIME_DIR to a shorter folder, or unset it.")
{
    public override ExitCode ExitCode => ExitCode.Environment;
}
