// SPDX-License-Identifier: Apache-2.0
using System.Globalization;

namespace Ghaf.Host;

/// <summary>Text of others that ends up in a person's terminal: it may not move the cursor there or turn writing around.</summary>
internal static class PlainText
{
    /// <summary>The text with what is not plain replaced by question marks, cut at a length in characters.</summary>
    public static string Clean(string text, int longest)
    {
        var clean = new string([.. text.Take(longest).Select(c => IsPlain(c) ? c : '?')]);
        return clean.Length > 0 && char.IsHighSurrogate(clean[^1]) ? clean[..^1] : clean;
    }

    public static bool IsPlain(char c) => char.IsSurrogate(c) || char.GetUnicodeCategory(c) is not
        (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator
        or UnicodeCategory.ParagraphSeparator or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned);
}
