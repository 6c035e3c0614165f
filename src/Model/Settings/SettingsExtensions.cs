// SPDX-License-Identifier: Apache-2.0
using System.Collections.Immutable;

namespace Ghaf.Model;

internal static class SettingsExtensions
{
    /// <summary>The same settings in this layer.</summary>
    /// <param name="own">Whether they are of this system alone. Default: yes.</param>
    public static ImmutableArray<Setting> In(this IEnumerable<Setting> settings, Layer layer, bool own = true) =>
        [.. settings.Select(s => s with { Origin = s.Origin with { Layer = layer, Own = own } })];
}
