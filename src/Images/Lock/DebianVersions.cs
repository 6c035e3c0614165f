// SPDX-License-Identifier: Apache-2.0
namespace Ghaf.Images;

/// <summary>The order of Debian's versions, as deb-version(7) says.</summary>
/// <remarks><c>1.0~rc1 &lt; 1.0 &lt; 1.0+b1 &lt; 1.0.1 &lt; 1:0.9</c></remarks>
internal static class DebianVersions
{
    /// <returns>Negative if <paramref name="a"/> is older, positive if it is newer, 0 if they rank the same.</returns>
    public static int Compare(string a, string b)
    {
        var (left, right) = (Split(a), Split(b));
        var order = CompareParts(left.Epoch, right.Epoch);
        order = order != 0 ? order : CompareParts(left.Upstream, right.Upstream);
        return order != 0 ? order : CompareParts(left.Revision, right.Revision);
    }

    private static (string Epoch, string Upstream, string Revision) Split(string version)
    {
        var colon = version.IndexOf(':', StringComparison.Ordinal);
        var rest = version[(colon + 1)..];
        var dash = rest.LastIndexOf('-');
        return (
            colon < 0 ? "" : version[..colon],
            dash < 0 ? rest : rest[..dash],
            dash < 0 ? "" : rest[(dash + 1)..]);
    }

    // Alternately a run of other characters and a number, each possibly empty.
    private static int CompareParts(ReadOnlySpan<char> a, ReadOnlySpan<char> b)
    {
        while (!a.IsEmpty || !b.IsEmpty)
        {
            var order = CompareText(ref a, ref b);
            order = order != 0 ? order : CompareNumber(ref a, ref b);
            if (order != 0)
            {
                return order;
            }
        }

        return 0;
    }

    private static int CompareText(ref ReadOnlySpan<char> a, ref ReadOnlySpan<char> b)
    {
        while (StartsWithText(a) || StartsWithText(b))
        {
            var order = Rank(a).CompareTo(Rank(b));
            if (order != 0)
            {
                return order;
            }

            a = a[1..];
            b = b[1..];
        }

        return 0;
    }

    private static int CompareNumber(ref ReadOnlySpan<char> a, ref ReadOnlySpan<char> b)
    {
        var left = TakeNumber(ref a);
        var right = TakeNumber(ref b);
        return left.Length != right.Length ? left.Length.CompareTo(right.Length) : left.SequenceCompareTo(right);
    }

    private static ReadOnlySpan<char> TakeNumber(ref ReadOnlySpan<char> text)
    {
        var end = text.IndexOfAnyExceptInRange('0', '9');
        var number = end < 0 ? text : text[..end];
        text = text[number.Length..];
        return number.TrimStart('0');
    }

    private static bool StartsWithText(ReadOnlySpan<char> text) => !text.IsEmpty && !char.IsAsciiDigit(text[0]);

    // A tilde sorts even before the end, letters before everything else.
    private static int Rank(ReadOnlySpan<char> text) => text switch
    {
        [] => 0,
        ['~', ..] => -1,
        [>= '0' and <= '9', ..] => 0,
        [var letter, ..] when char.IsAsciiLetter(letter) => letter,
        [var other, ..] => other + 256,
    };
}
