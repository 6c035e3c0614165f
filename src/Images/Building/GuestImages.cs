// SPDX-License-Identifier: Apache-2.0
using Ghaf.Model;

namespace Ghaf.Images;

/// <summary>All that the host's root holds of its VMs.</summary>
/// <param name="Vmd">The daemon that manages them.</param>
internal sealed record GuestImages(
    StepResult Vmd, Kernel Kernel, StepResult Initrd, StepResult Base, IReadOnlyDictionary<VmPlan, StepResult> Layers)
{
    public StepKeyBuilder AddTo(StepKeyBuilder key) => key
        .With("vmd", Vmd.Key).With("guestKernel", Kernel.Package).With("guestInitrd", Initrd.Key).With("guestBase", Base.Key)
        .With("layers", Layers.Select(layer => $"{layer.Key.Name} {layer.Value.Key.Short}"));
}
