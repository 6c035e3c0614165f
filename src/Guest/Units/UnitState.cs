// SPDX-License-Identifier: Apache-2.0
namespace Ghaf.Guest.Units;

/// <summary>A unit in systemd's own words; empty where it has none.</summary>
internal sealed record UnitState(string Id, string Load, string Active, string Sub, string Result, long Restarts)
{
    /// <summary>What <see cref="Parse"/> reads.</summary>
    public const string Properties = "Id,LoadState,ActiveState,SubState,Result,NRestarts";

    /// <param name="text">
    /// The output of <c>systemctl show</c>, a block for each unit:
    /// <code>
    /// Id=dnsmasq.service
    /// ActiveState=active
    /// </code>
    /// </param>
    public static IReadOnlyList<UnitState> Parse(string text) =>
        [.. text.Split("\n\n").Select(PropertiesOf).Where(p => p.Count > 0).Select(From)];

    public static IReadOnlyDictionary<string, string> PropertiesOf(string block)
    {
        var properties = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var line in block.Split('\n'))
        {
            if (line.IndexOf('=') is > 0 and var equals)
            {
                properties[line[..equals]] = line[(equals + 1)..];
            }
        }

        return properties;
    }

    private static UnitState From(IReadOnlyDictionary<string, string> properties)
    {
        string Word(string name) => properties.GetValueOrDefault(name, "");
        return new UnitState(
            Word("Id"), Word("LoadState"), Word("ActiveState"), Word("SubState"), Word("Result"),
            long.TryParse(Word("NRestarts"), out var restarts) ? restarts : 0);
    }
}
