// SPDX-License-Identifier: Apache-2.0
namespace Ghaf.Model;

/// <summary>The line of a definition that declared something; the file is relative to the checkout.</summary>
public readonly record struct SourceLocation(string File, int Line)
{
    // Directory.Build.props maps the checkout to this prefix, so that paths do not depend on where it lies.
    private const string CheckoutPrefix = "/ghaf/";

    /// <summary>From <c>[CallerFilePath]</c> and <c>[CallerLineNumber]</c>.</summary>
    public static SourceLocation FromCaller(string file, int line)
    {
        ArgumentNullException.ThrowIfNull(file);
        var relative = file.StartsWith(CheckoutPrefix, StringComparison.Ordinal) ? file[CheckoutPrefix.Length..] : file;
        return new SourceLocation(relative, line);
    }

    public override string ToString() => $"{File}:{Line}";
}
