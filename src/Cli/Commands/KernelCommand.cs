// SPDX-License-Identifier: Apache-2.0
using System.CommandLine;
using Ghaf.Images;
using Command = System.CommandLine.Command;

namespace Ghaf.Cli;

/// <summary><c>ghaf kernel build|config|check</c></summary>
internal static class KernelCommand
{
    public static Command Create(Session session) => new("kernel", "The kernels that a target compiles for its host and its VMs")
    {
        KernelBuildCommand.Create(session),
        KernelConfigCommand.Create(session),
        KernelCheckCommand.Create(session),
    };

    /// <summary>Whose kernel.</summary>
    public static Argument<string?> System(bool isRequired)
    {
        var system = new Argument<string?>("SYSTEM")
        {
            Description = isRequired ? "host, or guest for the one of all VMs" : "host or guest; both if none is given",
            HelpName = "host|guest",
            Arity = isRequired ? ArgumentArity.ExactlyOne : ArgumentArity.ZeroOrOne,
        };
        system.Validators.Add(result =>
        {
            if (result.Tokens is [var word] && word.Value is not (KernelRecipe.HostSystem or KernelRecipe.GuestSystem))
            {
                result.AddError($"“{word.Value}” has no kernel of its own; there are host and guest.");
            }
        });
        return system;
    }
}
