// SPDX-License-Identifier: Apache-2.0
using System.Collections.Immutable;

namespace Ghaf.SupplyChain;

/// <summary>Which private key of which PKCS #11 token: a URI of RFC 7512, and the file with the PIN.</summary>
/// <remarks>
/// <code>
/// pkcs11:token=ghaf;object=db?pin-source=file:/home/me/db.pin
/// </code>
/// The PIN itself is not in it, for it is passed to tools on their command lines. A token with a keypad needs no
/// <c>pin-source</c>.
/// </remarks>
/// <param name="Attributes">Those of the path, percent-encoded as they were, such as <c>token=ghaf</c>.</param>
/// <param name="PinFile">Absolute; null if there is none.</param>
public sealed record TokenKey(ImmutableArray<string> Attributes, string? PinFile)
{
    private const string Scheme = "pkcs11:";
    private const string FileScheme = "file:";
    private const UnixFileMode Others = (UnixFileMode)0b111_111;

    /// <param name="text">One line.</param>
    /// <param name="place">Where it stands, for messages: a file, or an option.</param>
    /// <exception cref="TokenUnusableException">It is no URI of a private key, or tells the PIN.</exception>
    public static TokenKey Parse(string text, string place)
    {
        ArgumentNullException.ThrowIfNull(text);
        var uri = text.Trim();
        if (!uri.StartsWith(Scheme, StringComparison.Ordinal) || uri.Any(char.IsWhiteSpace))
        {
            throw Wrong(place, $"it is not one {Scheme} URI");
        }

        var (path, query) = Cut(uri[Scheme.Length..], '?');
        ImmutableArray<string> attributes = [.. path.Split(';', StringSplitOptions.RemoveEmptyEntries)];
        if (!attributes.Any(attribute => Name(attribute) is "object" or "id"))
        {
            throw Wrong(place, "it names no key: neither object= nor id=");
        }

        if (attributes.Any(attribute => Name(attribute) == "type" && attribute != "type=private"))
        {
            throw Wrong(place, "it names something else than a private key");
        }

        return new TokenKey(attributes, PinFileOf(query, place));
    }

    /// <summary>For a tool.</summary>
    /// <param name="pinFile">Where the tool sees <see cref="PinFile"/>.</param>
    public string ToUri(string? pinFile) =>
        Scheme + string.Join(';', Attributes.Where(attribute => Name(attribute) != "type").Append("type=private"))
        + (pinFile is null ? "" : $"?pin-source={FileScheme}{EscapePath(pinFile)}");

    /// <summary>The same key, as it is written to a file.</summary>
    public override string ToString() => ToUri(PinFile);

    /// <exception cref="TokenUnusableException">The file with the PIN is missing, or not for its owner only.</exception>
    public void RequirePinFile(string place)
    {
        if (PinFile is null)
        {
            return;
        }

        if (!File.Exists(PinFile))
        {
            throw new TokenUnusableException(place, $"its PIN is to be in {PinFile}, which is missing", "Write the PIN into that file, and nothing else.");
        }

        if ((File.GetUnixFileMode(PinFile) & Others) != 0)
        {
            throw new TokenUnusableException(place, $"others than you may read its PIN in {PinFile}", $"chmod 600 {PinFile}");
        }
    }

    private static string? PinFileOf(string query, string place)
    {
        string? file = null;
        foreach (var attribute in query.Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            var (name, value) = Cut(attribute, '=');
            file = name switch
            {
                "pin-source" when Uri.UnescapeDataString(value) is var source && source.StartsWith(FileScheme + "/", StringComparison.Ordinal) =>
                    Path.GetFullPath(source[FileScheme.Length..]),
                "pin-source" => throw Wrong(place, "its pin-source is not file: with an absolute path"),
                "pin-value" => throw Wrong(place, "it tells the PIN, which would be in command lines; name a file by pin-source="),
                "module-path" or "module-name" => throw Wrong(place, $"the module is p11-kit's to know, not {name}'s"),
                _ => throw Wrong(place, $"?{name}= is not understood"),
            };
        }

        return file;
    }

    private static TokenUnusableException Wrong(string place, string why) =>
        new(place, why, $"Write it like {Scheme}token=NAME;object=KEY?pin-source={FileScheme}/PATH.");

    private static string Name(string attribute) => Cut(attribute, '=').Before;

    private static (string Before, string After) Cut(string text, char at) =>
        text.IndexOf(at, StringComparison.Ordinal) is >= 0 and var index ? (text[..index], text[(index + 1)..]) : (text, "");

    private static string EscapePath(string path) => string.Join('/', path.Split('/').Select(Uri.EscapeDataString));
}
