// SPDX-License-Identifier: Apache-2.0
namespace Ghaf.Cli;

/// <summary>Finds the errors in what a build said.</summary>
internal static class CompilerOutput
{
    private const int MostLines = 30;

    /// <summary>
    /// Each error once, as <c>file(line,column): error CS1002: ; expected</c>; all of the text if no line is an error.
    /// </summary>
    public static string Condense(string text)
    {
        // /work/devices/vm.cs(12,5): error CS1002: ; expected [/work/devices/vm.csproj]
        var lines = text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var errors = lines
            .Where(line => line.Contains(": error ", StringComparison.Ordinal))
            .Select(line => line.EndsWith(']') && line.LastIndexOf(" [", StringComparison.Ordinal) is > 0 and var at ? line[..at] : line)
            .Distinct()
            .ToArray();
        var shown = errors.Length > 0 ? errors : lines;
        return shown.Length <= MostLines
            ? string.Join('\n', shown)
            : string.Join('\n', shown[..MostLines]) + $"\n… and {shown.Length - MostLines} more";
    }
}
