// SPDX-License-Identifier: Apache-2.0
using System.Text;

namespace Ghaf.EndToEnd.Tests.Tampering;

/// <summary>docs/reference/tampering.md</summary>
internal static class TamperingPage
{
    public const string Path = "docs/reference/tampering.md";

    public static string Of(IEnumerable<Attempt> attempts)
    {
        var page = new StringBuilder("""
            # Tampering

            What becomes of a device whose disk somebody has changed. Each line is tried by `tests/run nightly` on a booted machine; this page is
            made by that test. The trace is what the serial console says; of what is ignored, how the kernel was started in spite of it; of storage,
            why its VM is failed.

            | what was changed | who refuses it | trace |
            |---|---|---|

            """);
        foreach (var attempt in attempts)
        {
            page.Append($"| {attempt.What} | {attempt.Layer} | `{attempt.Trace.Replace("|", "` or `", StringComparison.Ordinal)}` |\n");
        }

        page.Append($"| {MovedStorage.What} | {MovedStorage.Layer} | `{MovedStorage.Trace}` |\n");
        return page.ToString();
    }
}
