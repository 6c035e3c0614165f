// SPDX-License-Identifier: Apache-2.0
using System.Text;

namespace Ghaf.Runners.Units;

/// <summary>Quotes what a systemd unit would otherwise read in its own way: systemd.service(5), “Command lines”.</summary>
internal static class UnitText
{
    /// <summary>A command for <c>ExecStart=</c>, an option with its value on each line.</summary>
    public static string CommandLine(string program, IEnumerable<string> arguments)
    {
        var line = new StringBuilder(Argument(program));
        foreach (var argument in arguments)
        {
            line.Append(argument.StartsWith('-') ? " \\\n    " : " ").Append(Argument(argument));
        }

        return line.ToString();
    }

    /// <summary>One argument of <c>ExecStart=</c>.</summary>
    public static string Argument(string text)
    {
        var quoted = new StringBuilder();
        foreach (var c in text)
        {
            quoted.Append(c switch
            {
                '\\' => @"\\",
                '"' => "\\\"",
                '%' => "%%",
                '$' => "$$",
                _ => c.ToString(),
            });
        }

        return text.Length > 0 && !text.Any(c => char.IsWhiteSpace(c) || c is '"' or '\'' or ';')
            ? quoted.ToString()
            : $"\"{quoted}\"";
    }
}
