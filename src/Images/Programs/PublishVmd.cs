// SPDX-License-Identifier: Apache-2.0
namespace Ghaf.Images;

/// <summary>The host daemon, <c>vmd</c>.</summary>
internal static class PublishVmd
{
    internal static NativeProgram Program { get; } = new(
        "vmd", nameof(PublishVmd), "Compile the host daemon", 1, "src/Host", ["src/Journal", "src/Protocol", "src/Model", "src/Rpc", "src/Runners"]);

    public static Task<StepResult> RunAsync(BuildContext context, string checkout, CancellationToken cancellation) =>
        PublishNative.RunAsync(context, Program, checkout, cancellation);
}
