// SPDX-License-Identifier: Apache-2.0
using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Ghaf.Exec;

namespace Ghaf.Images;

/// <summary>Reads what apt-get prints.</summary>
internal static partial class AptAnswer
{
    /// <summary>The addresses in the output of <c>--print-uris</c>.</summary>
    /// <remarks>
    /// <code>'http://deb.debian.org/debian/pool/main/b/bash/bash_5.2.37-2%2bb10_amd64.deb' bash_5….deb 1500792 MD5Sum:…</code>
    /// </remarks>
    public static IEnumerable<string> Addresses(string output) =>
        output.Split('\n').Where(line => line.StartsWith('\'')).Select(line => line[1..line.IndexOf('\'', 1)]);

    /// <summary>The failure of an <c>install</c> in terms of the request.</summary>
    public static GhafException Explain(
        ToolFailedException failure, string output, ImmutableArray<string> request, string suites)
    {
        var unknown = Unknown().Matches(failure.ErrorEnd).Select(match => match.Groups["name"].Value).Distinct().ToList();
        return unknown.Count > 0
            ? new UnknownPackageException(unknown, request, suites)
            : new UnsatisfiableRequestException(request, (output + "\n" + failure.ErrorEnd).Trim(), failure);
    }

    // E: Unable to locate package nosuch
    // E: Package 'nosuch' has no installation candidate
    [GeneratedRegex(@"^E: (Unable to locate package (?<name>\S+)|Package '(?<name>[^']+)' has no installation candidate)", RegexOptions.Multiline)]
    private static partial Regex Unknown();
}
