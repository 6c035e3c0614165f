// SPDX-License-Identifier: Apache-2.0
using System.Collections.Immutable;

namespace Ghaf.Images;

/// <summary>What the file systems of a built device are made of.</summary>
/// <param name="Host">The host's root, in which the others lie.</param>
/// <param name="GuestBase">The one that all VMs share; null without VMs.</param>
/// <param name="Vms">The layer of each, by name, in the order in which they start.</param>
public sealed record BuiltImages(
    ImageContents Host, ImageContents? GuestBase, ImmutableArray<(string Name, ImageContents Contents)> Vms)
{
    /// <summary>The name of the shared base among the host's parts.</summary>
    public const string SharedBase = "shared base";

    internal static BuiltImages Of(StepResult host, GuestImages? guests) => new(
        ImageContents.Read(host.Folder),
        guests is null ? null : ImageContents.Read(guests.Base.Folder),
        guests is null ? [] : [.. guests.Layers.Select(layer => (layer.Key.Name.Value, ImageContents.Read(layer.Value.Folder)))]);
}
