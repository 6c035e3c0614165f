// SPDX-License-Identifier: Apache-2.0
using System.Security.Cryptography.X509Certificates;
using System.Text.RegularExpressions;

namespace Ghaf.Rpc;

/// <summary>The names of those who call and are called: that of a VM, or <c>host</c>.</summary>
public static partial class PeerName
{
    /// <summary>The host's.</summary>
    public const string Host = "host";

    /// <summary>Lower-case letters, digits and inner hyphens, a letter first, at most 63.</summary>
    public static bool IsValid(string name) => Form().IsMatch(name);

    /// <summary>The one name that a certificate is for; null when it has none, more than one, or one of another form.</summary>
    public static string? Of(X509Certificate2 certificate)
    {
        ArgumentNullException.ThrowIfNull(certificate);
        var extensions = certificate.Extensions.OfType<X509SubjectAlternativeNameExtension>();
        return extensions.SelectMany(e => e.EnumerateDnsNames()).ToArray() is [var name] && IsValid(name) ? name : null;
    }

    [GeneratedRegex("^[a-z]([a-z0-9-]{0,61}[a-z0-9])?\\z", RegexOptions.CultureInvariant)]
    private static partial Regex Form();
}
