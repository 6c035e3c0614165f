// SPDX-License-Identifier: Apache-2.0
using System.Collections.Immutable;

namespace Ghaf.Model;

/// <summary>What sealing learns on its way: the origins of values, and mistakes.</summary>
internal sealed class SealingNotes
{
    private readonly Dictionary<string, ImmutableArray<OriginPlan>> _origins = new(StringComparer.Ordinal);
    private readonly List<Diagnostic> _diagnostics = [];

    public IEnumerable<Diagnostic> Diagnostics => _diagnostics;

    public bool Has(string path) => _origins.ContainsKey(path);

    public void Add(Diagnostic diagnostic) => _diagnostics.Add(diagnostic);

    public void Add(string path, ImmutableArray<OriginPlan> chain) => _origins[path] = chain;

    /// <summary>A value that nobody wrote down: it follows from a declaration.</summary>
    public void Derived(string path, SourceLocation from, string value) =>
        Add(path, [new OriginPlan(Layer.Base, false, from.ToString(), value) { Derived = true }]);

    /// <summary>Two settings of the same rank want different things: one diagnostic that names both places.</summary>
    public void Disagree(string system, string path, string one, Origin first, string two, Origin second)
    {
        var rule = path.StartsWith("files[", StringComparison.Ordinal)
            ? DiagnosticRules.FileTwice
            : DiagnosticRules.SettingsDisagree;
        _diagnostics.Add(rule.At(
            second.Location, system, $"{path} is {Brief(two)} here and {Brief(one)} at {first}; neither is stronger"));
    }

    public ImmutableArray<ValueOrigins> Origins() =>
        [.. _origins.OrderBy(o => o.Key, StringComparer.Ordinal).Select(o => new ValueOrigins(o.Key, o.Value))];

    private static string Brief(string text) => text.Contains('\n') ? "another text" : $"“{text}”";
}
