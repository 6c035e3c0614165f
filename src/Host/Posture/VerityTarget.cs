// SPDX-License-Identifier: Apache-2.0
using System.Globalization;
using Ghaf.Host.Native;
using Ghaf.Protocol;

namespace Ghaf.Host.Posture;

/// <summary>
/// The table of the device under the root, from the kernel itself (Documentation/admin-guide/device-mapper/verity.rst):
/// <code>
/// 1 254:2 254:3 4096 4096 65536 1 sha256 4d5f…roothash 9a01…salt 1 panic_on_corruption
/// V
/// </code>
/// </summary>
internal static class VerityTarget
{
    private const string Kind = "verity";
    private const int HashAt = 8;
    private const int OptionsAt = 11;

    /// <summary>Null when the root is no verified device.</summary>
    public static VerityPosture? OfRoot(HostTree host)
    {
        // 26 1 254:0 / / ro,relatime - erofs /dev/root ro
        var number = host.Lines("proc/1/mountinfo").Select(line => line.Split(' '))
            .FirstOrDefault(words => words.Length > 4 && words[4] == "/")?[2].Split(':');
        return number is [var major, var minor] && host.Text($"sys/dev/block/{major}:{minor}/dm/name") is not null
            && uint.TryParse(major, CultureInfo.InvariantCulture, out var first) && uint.TryParse(minor, CultureInfo.InvariantCulture, out var second)
            && DeviceMapper.Ask(host.PathOf("dev/mapper/control"), first, second) is { } answer
            ? Parse(answer.Kind, answer.Table, answer.Status)
            : null;
    }

    public static VerityPosture? Parse(string kind, string table, string status) =>
        kind == Kind && table.Split(' ') is { Length: > HashAt } words
            ? new VerityPosture(words[HashAt], status.StartsWith('V'), words.Length > OptionsAt ? words[OptionsAt..] : [])
            : null;
}
