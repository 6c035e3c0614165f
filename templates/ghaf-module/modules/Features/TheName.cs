// SPDX-License-Identifier: Apache-2.0
using Ghaf.Model;

namespace Modules.Features;

/// <summary>Something that a device can do and that touches several systems.</summary>
public static class TheName
{
    // Static files lie in modules/files/ and are copied with FileSpec.Copy.
    public static FeatureSpec Feature { get; } = new FeatureSpec("the-name")
        .OnAllVms(vm => vm.Files([FileSpec.Text("/etc/ghaf/the-name.conf", "enabled=yes\n")]));
}
