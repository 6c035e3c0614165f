// SPDX-License-Identifier: Apache-2.0
using Ghaf.Images;
using Ghaf.Model;

namespace Ghaf.Devices.Tests;

/// <summary>What the kernels of the shipped devices are made of lies in this checkout.</summary>
public class KernelFragmentFileTests
{
    private static readonly string Folder = SourceTree.PathOf("modules/files/kernel");

    public static TheoryData<string> Devices => [.. ShippedDevices.Names];

    [Theory]
    [MemberData(nameof(Devices))]
    public async Task Every_fragment_of_a_compiled_kernel_has_a_file(string device) => Assert.All(
        (await ShippedDevices.PlansAsync(device)).SelectMany(plan => KernelRecipe.Of(plan))
            .Where(recipe => recipe is { IsCompiled: true, Architecture: "amd64" })
            .SelectMany(recipe => recipe.Fragments).Distinct(),
        name => Assert.True(
            File.Exists(Path.Combine(Folder, name + ".config")) || File.Exists(Path.Combine(Folder, name + ".amd64.config")), name));

    [Theory]
    [MemberData(nameof(Devices))]
    public async Task Release_targets_compile_the_kernels_of_host_and_VMs_and_debug_targets_do_not(string device) => Assert.All(
        await ShippedDevices.PlansAsync(device),
        plan => Assert.All(KernelRecipe.Of(plan), recipe => Assert.Equal(plan.Profile == "release", recipe.IsCompiled)));
}
