// SPDX-License-Identifier: Apache-2.0
using Ghaf.Exec;

namespace Ghaf.Images;

/// <summary>Lets a step say which folder it writes to and which results it reads.</summary>
internal static class SandboxBinds
{
    extension(Sandbox sandbox)
    {
        public Sandbox With(string folder, string at) =>
            sandbox with { Bind = sandbox.Bind.Add(new BindMount(folder, at)) };

        public Sandbox WithReadOnly(string folder, string at) =>
            sandbox with { ReadOnlyBind = sandbox.ReadOnlyBind.Add(new BindMount(folder, at)) };
    }
}
