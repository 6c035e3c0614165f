// SPDX-License-Identifier: Apache-2.0
namespace Ghaf.Cli;

/// <summary>Whether the emulator can use the processor's virtualization.</summary>
internal sealed class KvmCheck : IDoctorCheck
{
    public Task<DoctorFinding> CheckAsync(CancellationToken cancellation)
    {
        var why = KvmProbe.WhyNot();
        return Task.FromResult(new DoctorFinding(
            "KVM",
            why is null,
            Needed: false,
            why is null ? $"{KvmProbe.Device} works, with nested virtualization" : $"{why}; `ghaf run` emulates the processor, about ten times slower",
            "Load kvm_intel or kvm_amd with nested=1, and let your user open /dev/kvm (usually: group kvm)."));
    }
}
