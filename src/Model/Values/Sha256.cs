// SPDX-License-Identifier: Apache-2.0
using System.Security.Cryptography;
using System.Text;

namespace Ghaf.Model;

/// <summary>A SHA-256 digest; its text form is 64 lower-case hexadecimal digits.</summary>
public readonly record struct Sha256
{
    private readonly string? _hex;

    private Sha256(string hex) => _hex = hex;

    /// <summary>The 64 digits.</summary>
    public string Hex => _hex ?? throw new InvalidOperationException("This digest was never set.");

    /// <exception cref="FormatException">The text is not 64 hexadecimal digits.</exception>
    public static Sha256 Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return TryParse(text, out var digest)
            ? digest
            : throw new FormatException($"“{text}” is not a SHA-256 digest (64 hexadecimal digits).");
    }

    public static bool TryParse(string? text, out Sha256 digest)
    {
        digest = default;
        if (text is not { Length: 64 } || !text.All(char.IsAsciiHexDigit))
        {
            return false;
        }

        digest = new Sha256(text.ToLowerInvariant());
        return true;
    }

    public static Sha256 FromBytes(ReadOnlySpan<byte> digest) => Parse(Convert.ToHexString(digest));

    public static Sha256 Of(ReadOnlySpan<byte> data) => FromBytes(SHA256.HashData(data));

    public static Sha256 Of(string text) => Of(Encoding.UTF8.GetBytes(text));

    public override string ToString() => Hex;
}
