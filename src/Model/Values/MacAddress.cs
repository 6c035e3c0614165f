// SPDX-License-Identifier: Apache-2.0
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace Ghaf.Model;

/// <summary>An Ethernet address, written as six pairs of lower-case digits: <c>02:47:…</c>.</summary>
public readonly partial record struct MacAddress
{
    private readonly string? _text;

    private MacAddress(string text) => _text = text;

    /// <exception cref="FormatException">The text is not six pairs of lower-case hexadecimal digits.</exception>
    public static MacAddress Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Pattern().IsMatch(text)
            ? new MacAddress(text)
            : throw new FormatException($"“{text}” is not a MAC address such as 02:47:00:00:00:01.");
    }

    /// <summary>
    /// A locally administered address that depends on the names alone, so that it stays when VMs are added or moved.
    /// </summary>
    public static MacAddress Generate(params ReadOnlySpan<string> names)
    {
        var digest = SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('/', names)));
        return new MacAddress($"02:47:{digest[0]:x2}:{digest[1]:x2}:{digest[2]:x2}:{digest[3]:x2}");
    }

    /// <summary>Whether it stands for several receivers: the lowest bit of the first byte.</summary>
    internal bool IsGroup => _text is not null && (Convert.ToByte(_text[..2], 16) & 1) == 1;

    public override string ToString() => _text ?? throw new InvalidOperationException("This address was never set.");

    [GeneratedRegex("^[0-9a-f]{2}(:[0-9a-f]{2}){5}$", RegexOptions.CultureInvariant)]
    private static partial Regex Pattern();
}
