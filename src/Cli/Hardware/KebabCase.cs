// SPDX-License-Identifier: Apache-2.0
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Ghaf.Cli.Hardware;

/// <summary>Names as definitions and as C# write them.</summary>
internal static partial class KebabCase
{
    /// <summary>“Integrated Camera” as <c>integrated-camera</c>; empty if the text has no letter and no digit of ASCII.</summary>
    public static string Of(string text) => string.Join('-', Word().Matches(text).Select(match => match.Value.ToLowerInvariant()));

    public static bool IsName(string text) => Name().IsMatch(text);

    /// <summary>The name <c>usb-controller-1</c> as the identifier <c>UsbController1</c>.</summary>
    public static string ToPascal(string name)
    {
        var all = new StringBuilder();
        foreach (var word in Word().Matches(name).Select(match => match.Value))
        {
            all.Append(char.ToUpper(word[0], CultureInfo.InvariantCulture)).Append(word.AsSpan(1));
        }

        return all.Length > 0 && char.IsAsciiLetter(all[0]) ? all.ToString() : "Device" + all;
    }

    [GeneratedRegex("[A-Za-z0-9]+", RegexOptions.CultureInvariant)]
    private static partial Regex Word();

    [GeneratedRegex("^[a-z][a-z0-9]*(-[a-z0-9]+)*$", RegexOptions.CultureInvariant)]
    private static partial Regex Name();
}
