// SPDX-License-Identifier: Apache-2.0
namespace Ghaf.Protocol;

/// <summary>An application of a VM.</summary>
/// <param name="Vm">The VM that it is in.</param>
/// <param name="Id">What callers call it.</param>
/// <param name="Title">What people read.</param>
/// <param name="State">systemd's word: active, activating, deactivating, inactive, failed.</param>
public sealed record ApplicationStatus(string Vm, string Id, string Title, string State);
