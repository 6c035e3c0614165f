// SPDX-License-Identifier: Apache-2.0
using System.Text;

namespace Ghaf.Exec;

/// <summary>Writes commands as lines that can be pasted into a POSIX shell.</summary>
public static class ShellLine
{
    public static string Of(Command command)
    {
        ArgumentNullException.ThrowIfNull(command);
        var line = new StringBuilder();
        if (command.WorkingDirectory is { } folder)
        {
            line.Append("cd ").Append(Quote(folder)).Append(" && ");
        }

        if (command.Environment is { } environment)
        {
            line.Append("env -i ");
            foreach (var (name, value) in environment)
            {
                line.Append(Quote(name + "=" + value)).Append(' ');
            }
        }

        line.Append(Quote(command.Program));
        foreach (var argument in command.Arguments)
        {
            line.Append(' ').Append(Quote(argument));
        }

        if (command.OutputFile is { } file)
        {
            line.Append(" > ").Append(Quote(file));
        }

        return line.ToString();
    }

    /// <summary>The word as it is if the shell gives no character in it a meaning, otherwise in single quotes.</summary>
    public static string Quote(string word)
    {
        ArgumentNullException.ThrowIfNull(word);
        return word.Length > 0 && word.All(IsPlain) ? word : "'" + word.Replace("'", "'\\''", StringComparison.Ordinal) + "'";
    }

    private static bool IsPlain(char c) => char.IsAsciiLetterOrDigit(c) || "-_./:=,+@%".Contains(c, StringComparison.Ordinal);
}
