// SPDX-License-Identifier: Apache-2.0
using Ghaf.Model;

namespace Modules;

/// <summary>Whoever logs in to a VM reads where he is.</summary>
public static class Greeting
{
    public static FeatureSpec Feature { get; } = new FeatureSpec("greeting")
        .OnAllVms(vm => vm.Files([FileSpec.Copy("/etc/motd", "the-name/greeting")]));
}
