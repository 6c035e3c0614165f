// SPDX-License-Identifier: Apache-2.0
using System.Text;

namespace Ghaf.Runners.Scripts;

/// <summary>Quotes what a shell would otherwise read in its own way.</summary>
internal static class ShellText
{
    private const string Plain = "_@%+=:,./-";

    /// <summary>A command that a shell reads back as it was, an option with its value on each line.</summary>
    public static string CommandLine(string program, IEnumerable<string> arguments)
    {
        var line = new StringBuilder(Word(program));
        foreach (var argument in arguments)
        {
            line.Append(argument.StartsWith('-') ? " \\\n  " : " ").Append(Word(argument));
        }

        return line.ToString();
    }

    public static string Word(string text) =>
        text.Length > 0 && text.All(c => char.IsAsciiLetterOrDigit(c) || Plain.Contains(c, StringComparison.Ordinal))
            ? text
            : "'" + text.Replace("'", "'\\''", StringComparison.Ordinal) + "'";
}
