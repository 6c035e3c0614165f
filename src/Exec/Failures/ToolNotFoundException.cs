// SPDX-License-Identifier: Apache-2.0
namespace Ghaf.Exec;

/// <summary>A program that has to be started is not there.</summary>
public sealed class ToolNotFoundException(string program, string mend)
    : GhafException($"The program “{program}” was not found.", mend)
{
    public string Program { get; } = program;

    public override ExitCode ExitCode => ExitCode.Environment;
}
