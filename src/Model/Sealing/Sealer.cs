// SPDX-License-Identifier: Apache-2.0
using System.Collections.Immutable;

namespace Ghaf.Model;

/// <summary>Turns declarations into a plan, or into all diagnostics at once.</summary>
public static class Sealer
{
    /// <param name="target">The name of one of the device's targets.</param>
    public static SealResult Seal(DeviceSpec device, string target)
    {
        ArgumentNullException.ThrowIfNull(device);
        var targets = TargetSpec.AllOf(device);
        return targets.FirstOrDefault(t => t.Name == target) is { } found
            ? Seal(found)
            : Refused([DiagnosticRules.TargetUnknown.At(
                device.Location,
                device.Name,
                $"has no target “{target}”; it has {string.Join(", ", targets.Select(t => t.Name))}")]);
    }

    public static SealResult Seal(TargetSpec target)
    {
        ArgumentNullException.ThrowIfNull(target);
        var notes = new SealingNotes();
        var composed = ComposedDevice.Compose(target, notes);
        var checks = DeviceChecks.Run(composed).Concat(VmChecks.Run(composed)).Concat(NetworkChecks.Run(composed))
            .Concat(PassthroughChecks.Run(composed)).Concat(FileChecks.Run(composed));
        var sorted = notes.Diagnostics.Concat(checks).OrderBy(d => d.File, StringComparer.Ordinal).ThenBy(d => d.Line)
            .ThenBy(d => d.Id, StringComparer.Ordinal).Distinct().ToImmutableArray();
        return sorted.IsEmpty ? new SealResult(CompilePlan.Of(composed, notes), []) : Refused(sorted);
    }

    private static SealResult Refused(ImmutableArray<Diagnostic> diagnostics) => new(null, diagnostics);
}
