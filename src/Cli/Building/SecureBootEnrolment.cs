// SPDX-License-Identifier: Apache-2.0
using Ghaf.Images;
using Ghaf.SupplyChain;

namespace Ghaf.Cli;

/// <summary>Decides what firmware is told to trust. Images built from now on carry it, and the emulator has it.</summary>
internal static class SecureBootEnrolment
{
    public static async Task RunAsync(Session session, KeyFolder keys, bool microsoft, CancellationToken cancellation)
    {
        if (microsoft)
        {
            var tools = await OpenTools.RunAsync(session, cancellation).ConfigureAwait(false);
            TrustMicrosoft.Add(keys, tools.ToolchainRoot);
        }
        else
        {
            TrustMicrosoft.Remove(keys);
        }

        EnrollKeys.Run(keys);
    }
}
