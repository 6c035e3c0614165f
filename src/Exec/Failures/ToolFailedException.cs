// SPDX-License-Identifier: Apache-2.0
namespace Ghaf.Exec;

/// <summary>A tool ended with a status other than 0.</summary>
public sealed class ToolFailedException(string program, int status, string commandLine, string errorEnd)
    : GhafException(
        $"{program} {DescribeStatus(status)}." + (errorEnd.Length == 0 ? " It said nothing." : " It said:\n" + errorEnd),
        "Replay it with: " + commandLine)
{
    public string Program { get; } = program;

    /// <summary>The exit status; 128 + n if signal n ended the tool.</summary>
    public int Status { get; } = status;

    /// <summary>A line that a POSIX shell runs in the same way.</summary>
    public string CommandLine { get; } = commandLine;

    /// <summary>The last lines the tool wrote to its standard error.</summary>
    public string ErrorEnd { get; } = errorEnd;

    public override ExitCode ExitCode => ExitCode.ToolFailed;

    private static string DescribeStatus(int status) =>
        status is > 128 and < 128 + 65 ? $"was ended by signal {status - 128}" : $"failed with exit status {status}";
}
