// SPDX-License-Identifier: Apache-2.0
using System.Globalization;
using System.Text;

namespace Ghaf.Cli.Hardware;

/// <summary>Text of a machine in source code: whatever a device calls itself, it stays text.</summary>
internal static class CSharpText
{
    /// <summary>A literal with its quotes.</summary>
    public static string Quote(string text)
    {
        var all = new StringBuilder("\"");
        foreach (var c in text)
        {
            all.Append(c switch
            {
                '"' => "\\\"",
                '\\' => "\\\\",
                _ when char.IsControl(c) || char.IsSurrogate(c) || c is '\u2028' or '\u2029' =>
                    string.Create(CultureInfo.InvariantCulture, $"\\u{(int)c:x4}"),
                _ => c.ToString(),
            });
        }

        return all.Append('"').ToString();
    }

    /// <summary>Within a documentation comment, on its line.</summary>
    public static string Comment(string text) => new StringBuilder(
        string.Concat(text.Select(c => char.IsControl(c) || char.IsSurrogate(c) || c is '\u2028' or '\u2029' ? ' ' : c)))
        .Replace("&", "&amp;").Replace("<", "&lt;").Replace(">", "&gt;").ToString();
}
