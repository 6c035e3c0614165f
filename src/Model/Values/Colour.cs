// SPDX-License-Identifier: Apache-2.0
using System.Text.RegularExpressions;

namespace Ghaf.Model;

/// <summary>A colour, written <c>#rrggbb</c> with lower-case hexadecimal digits.</summary>
public readonly partial record struct Colour
{
    private readonly string? _text;

    private Colour(string text) => _text = text;

    /// <exception cref="FormatException">The text is not a number sign and six lower-case hexadecimal digits.</exception>
    public static Colour Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Pattern().IsMatch(text)
            ? new Colour(text)
            : throw new FormatException($"“{text}” is not a colour such as #1d99f3.");
    }

    public override string ToString() => _text ?? throw new InvalidOperationException("This colour was never set.");

    [GeneratedRegex("^#[0-9a-f]{6}$", RegexOptions.CultureInvariant)]
    private static partial Regex Pattern();
}
