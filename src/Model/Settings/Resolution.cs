// SPDX-License-Identifier: Apache-2.0
using System.Collections.Immutable;

namespace Ghaf.Model;

/// <summary>The settings of one system, from all layers: gives what holds, and keeps who set it and who disagreed.</summary>
/// <param name="name">What origins and diagnostics call the system: <c>net-vm</c>, <c>host</c>, <c>guest</c>.</param>
internal sealed class Resolution(string name, ImmutableArray<Setting> settings, SealingNotes notes)
{
    private readonly ILookup<SettingKey, Setting> _settings = settings.ToLookup(s => s.Key);

    public string Name => name;

    /// <summary>Where the value that holds was set; null when nobody did.</summary>
    public SourceLocation? PlaceOf(SettingKey key) => Ranked(_settings[key]).FirstOrDefault()?.Origin.Location;

    public IEnumerable<Setting> Removals(SettingKey key) => _settings[key].Where(s => s.Action == SettingAction.Remove);

    public T Get<T>(ScalarKey<T> key)
    {
        var ranked = Ranked(_settings[key]);
        if (ranked.IsEmpty)
        {
            return key.Fallback;
        }

        Compare(key.Name, ranked, key);
        notes.Add($"{name}.{key.Name}", Chain(key, ranked));
        return (T)ranked[0].Value!;
    }

    /// <summary>In the order of layers, and within a layer in that of the calls.</summary>
    public ImmutableArray<T> Get<T>(ListKey<T> key)
        where T : notnull
    {
        var all = _settings[key].ToList();
        var cleared = all.Where(s => s.Action == SettingAction.Clear).Select(s => s.Origin).MaxBy(o => o.Rank);
        var held = new List<(int Order, Setting Setting)>();
        var elements = all.Select((setting, order) => (setting, order)).Where(s => s.setting.Action != SettingAction.Clear);
        foreach (var same in elements.GroupBy(s => key.IdentityOf((T)s.setting.Value!), StringComparer.Ordinal))
        {
            var ranked = Ranked(same.Select(s => s.setting));
            Compare($"{key.Name}[{same.Key}]", ranked, key);
            var gone = cleared is not null && cleared.Rank > ranked[0].Origin.Rank;
            var chain = Chain(key, ranked);
            notes.Add(
                $"{name}.{key.Name}[{same.Key}]",
                gone ? [new OriginPlan(cleared!.Layer, cleared.Forced, cleared.Location.ToString(), "replaced"), .. chain] : chain);
            if (!gone && ranked[0].Action == SettingAction.Set)
            {
                held.Add((same.First(s => s.setting == ranked[0]).order, ranked[0]));
            }
        }

        return [.. held.OrderBy(h => h.Setting.Origin.Layer).ThenBy(h => h.Order).Select(h => (T)h.Setting.Value!)];
    }

    private static ImmutableArray<Setting> Ranked(IEnumerable<Setting> settings) =>
        [.. settings.OrderByDescending(s => s.Origin.Rank)];

    private void Compare(string path, ImmutableArray<Setting> ranked, SettingKey key)
    {
        var first = ranked[0];
        var other = ranked.TakeWhile(s => s.Origin.Rank == first.Origin.Rank)
            .FirstOrDefault(s => s.Action != first.Action || !Equals(s.Value, first.Value));
        if (other is not null)
        {
            notes.Disagree(name, path, Said(key, first), first.Origin, Said(key, other), other.Origin);
        }
    }

    private static ImmutableArray<OriginPlan> Chain(SettingKey key, ImmutableArray<Setting> ranked) =>
        [.. ranked.Select(s => new OriginPlan(s.Origin.Layer, s.Origin.Forced, s.Origin.Location.ToString(), Said(key, s))).Distinct()];

    private static string Said(SettingKey key, Setting setting) =>
        setting.Action == SettingAction.Remove ? "removed" : key.Show(setting.Value);
}
