// SPDX-License-Identifier: Apache-2.0
namespace Ghaf.Exec;

/// <summary>Finds programs as a shell does.</summary>
public static class ProgramPath
{
    /// <summary>The path of the program, or null if there is none that we may run.</summary>
    /// <param name="program">A path, or a name looked up in <paramref name="path"/>.</param>
    /// <param name="path">Folders separated by colons; by default our own <c>PATH</c>, then the sbin folders.</param>
    public static string? Find(string program, string? path = null)
    {
        ArgumentNullException.ThrowIfNull(program);
        if (program.Contains('/', StringComparison.Ordinal))
        {
            return IsExecutable(program) ? program : null;
        }

        path ??= Environment.GetEnvironmentVariable("PATH") + ":/usr/sbin:/usr/bin:/sbin:/bin";
        return path.Split(':', StringSplitOptions.RemoveEmptyEntries)
            .Select(folder => Path.Combine(folder, program))
            .FirstOrDefault(IsExecutable);
    }

    /// <exception cref="ToolNotFoundException">It is not there.</exception>
    public static string Require(string program, string mend, string? path = null) =>
        Find(program, path) ?? throw new ToolNotFoundException(program, mend);

    private static bool IsExecutable(string file) =>
        File.Exists(file)
        && (File.GetUnixFileMode(file) & (UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute)) != 0;
}
