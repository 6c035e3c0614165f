// SPDX-License-Identifier: Apache-2.0
namespace Ghaf.Images;

/// <summary>What a disk is laid out of.</summary>
/// <param name="Programs">See <see cref="SignBoot"/>.</param>
/// <param name="Root">The host's file system.</param>
/// <param name="Verity">See <see cref="SealVerity"/>.</param>
/// <param name="Measured">See <see cref="SignMeasurements"/>; null for a device that keeps nothing.</param>
internal sealed record DiskContent(StepResult Programs, StepResult Root, StepResult Verity, VerityTable Table, StepResult? Measured);
