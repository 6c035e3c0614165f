// SPDX-License-Identifier: Apache-2.0
namespace Ghaf.Images;

/// <summary>The agent in every VM, <c>guestd</c>.</summary>
internal static class PublishGuestd
{
    /// <summary>Where it lies in a VM.</summary>
    public const string Place = "usr/lib/ghaf/guestd";

    internal static NativeProgram Program { get; } = new(
        "guestd", nameof(PublishGuestd), "Compile the guest agent", 1, "src/Guest", ["src/Journal", "src/Rpc"]);

    public static Task<StepResult> RunAsync(BuildContext context, string checkout, CancellationToken cancellation) =>
        PublishNative.RunAsync(context, Program, checkout, cancellation);
}
