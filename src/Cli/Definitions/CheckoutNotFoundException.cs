// SPDX-License-Identifier: Apache-2.0
using Ghaf.Exec;

namespace Ghaf.Cli;

/// <summary>ghaf was started outside of any folder with devices.</summary>
internal sealed class CheckoutNotFoundException(string from)
    : GhafException(
        $"There is no folder with devices at or above {from}.",
        "Make a project with `ghaf init`, or start `./ghaf` of a checkout, which works from any folder.")
{
    public override ExitCode ExitCode => ExitCode.Usage;
}
