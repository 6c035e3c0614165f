// SPDX-License-Identifier: Apache-2.0
using System.Text.RegularExpressions;

namespace Ghaf.Images;

/// <summary>One of a reduced host's <c>keptFiles</c>: <c>/usr/bin/kmod</c>, <c>/usr/lib/sysctl.d/*</c>, <c>/usr/share/zoneinfo/</c>.</summary>
internal sealed class KeptPattern
{
    private readonly Regex? _form;

    public KeptPattern(string text)
    {
        Text = text;
        Path = RootTree.UnderUsr(text.Trim('/'));
        if (text.Contains('*', StringComparison.Ordinal) || text.EndsWith('/'))
        {
            var form = Regex.Escape(Path).Replace(@"\*", "[^/]*", StringComparison.Ordinal);
            _form = new Regex($"^{form}{(text.EndsWith('/') ? "(/.*)?" : "")}$", RegexOptions.CultureInvariant);
        }
    }

    /// <summary>As it was written.</summary>
    public string Text { get; }

    /// <summary>Without a slash at either end, where it lies.</summary>
    public string Path { get; }

    /// <summary>Whether it names one thing, which then has to be there.</summary>
    public bool IsExact => _form is null;

    public bool Matches(string path) => _form?.IsMatch(path) ?? path == Path;
}
