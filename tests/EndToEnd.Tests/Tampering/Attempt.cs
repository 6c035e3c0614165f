// SPDX-License-Identifier: Apache-2.0
namespace Ghaf.EndToEnd.Tests.Tampering;

/// <summary>A way to lay hands on a device's disk, and what becomes of it. The page about tampering is made of these.</summary>
/// <param name="What">What was changed.</param>
/// <param name="Layer">Which layer refuses it.</param>
/// <param name="Trace">What the serial console says; a regular expression.</param>
/// <param name="Target">The device that it is tried on.</param>
/// <param name="ChangeAsync">Does it.</param>
/// <param name="Ignored">
/// The device starts as if nothing had been changed: the trace is then how its kernel was started, in <c>/proc/cmdline</c>.
/// </param>
internal sealed record Attempt(
    string What, string Layer, string Trace, string Target, Func<TamperedMachine, Task> ChangeAsync, bool Ignored = false)
{
    public override string ToString() => What;
}
