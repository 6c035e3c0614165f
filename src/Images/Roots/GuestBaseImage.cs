// SPDX-License-Identifier: Apache-2.0
namespace Ghaf.Images;

/// <summary>What all VMs have in common: the base's packages, and our agent.</summary>
internal static class GuestBaseImage
{
    private const int Revision = 2;

    public static async Task<StepResult> RunAsync(
        BuildContext context, StepResult root, Task<StepResult> agent, CancellationToken cancellation)
    {
        var guestd = await agent;
        return await FormatErofs.RunAsync(
            context,
            "guest-base",
            context.Key("GuestBaseTree", Revision).With("root", root.Key).With("guestd", guestd.Key),
            () =>
            {
                var tree = ComposeRoot.Read(root);
                GuestPrograms.AddTo(tree, GuestPrograms.Guestd, guestd);
                return tree;
            },
            cancellation);
    }
}
