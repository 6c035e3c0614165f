// SPDX-License-Identifier: Apache-2.0
namespace Ghaf.Protocol;

/// <summary>
/// How the running host is made, in its own words: facts without a judgement. It can be no better than the host itself;
/// who wants to know which host speaks looks at what was measured at its start.
/// </summary>
/// <param name="CollectionSeconds">How long it took to find all this out.</param>
/// <param name="Screens">Everything by which the kernel would draw: <c>/sys/class/drm/card0</c>, <c>/dev/fb0</c>.</param>
/// <param name="Partitions">Of all disks.</param>
/// <param name="Units">All that systemd has loaded and that are not just names.</param>
public sealed record HostPosture(
    double CollectionSeconds,
    KernelPosture Kernel,
    NetworkPosture Network,
    RootPosture Root,
    FirmwarePosture Firmware,
    IReadOnlyList<string> Screens,
    IReadOnlyList<HostPartition> Partitions,
    IReadOnlyList<HostUnit> Units,
    IReadOnlyList<HostProcess> Processes);
