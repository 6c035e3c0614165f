// SPDX-License-Identifier: Apache-2.0
using Ghaf.Model;

namespace Ghaf.Modules.Profiles;

/// <summary>For people: nothing to log in to, and nothing that sealing would call a door for debugging.</summary>
public static class Release
{
    public static ProfileSpec Profile { get; } = new ProfileSpec("release")
        .OnHost(host => host.Files([FileSpec.Mask("serial-getty@.service")]))
        .OnAllVms(vm => vm.Files([FileSpec.Mask("serial-getty@.service")]));
}
