// SPDX-License-Identifier: Apache-2.0
using System.Globalization;
using Ghaf.Guest.Settings;

namespace Ghaf.Guest.Applications;

/// <summary>Whether a value is of its argument's kind. It becomes one element of a command line, which no shell ever reads.</summary>
internal static class CheckArgument
{
    public const int MaximumLength = 4096;

    /// <summary>What is wrong with it, for people; null when it may be given to the program.</summary>
    public static string? FaultOf(ArgumentKind kind, string value)
    {
        if (value.Length > MaximumLength)
        {
            return $"it is longer than {MaximumLength} characters";
        }

        // Also what ends a line elsewhere than in ASCII.
        if (value.Any(c => char.IsControl(c) || c is '\u2028' or '\u2029'))
        {
            return "it has control characters";
        }

        return kind switch
        {
            ArgumentKind.Url => IsUrl(value) ? null : "it has to be an absolute address of http or https, such as https://example.org/",
            ArgumentKind.Path => IsPath(value) ? null : "it has to be an absolute path without “.”, “..” and doubled slashes",
            ArgumentKind.Text => value is not ['-', ..] and not "" ? null : "it has to be text that does not begin with a hyphen",
            _ => IsNumber(value) ? null : "it has to be a whole number",
        };
    }

    private static bool IsUrl(string value) =>
        !value.Any(char.IsWhiteSpace)
        && (value.StartsWith("http://", StringComparison.OrdinalIgnoreCase) || value.StartsWith("https://", StringComparison.OrdinalIgnoreCase))
        && Uri.TryCreate(value, UriKind.Absolute, out var uri) && uri.Host.Length > 0;

    private static bool IsPath(string value) => value is ['/', ..] && Path.GetFullPath(value) == value;

    private static bool IsNumber(string value) =>
        long.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
        && number.ToString(CultureInfo.InvariantCulture) == value;
}
