// SPDX-License-Identifier: Apache-2.0
namespace Ghaf.Images;

/// <summary>Something that kernel-hardening-checker asks for and a device does without, and why.</summary>
/// <param name="System"><c>host</c>, <c>guest</c> for every VM, <c>all</c>, or <c>fragment:NAME</c> for kernels made with that fragment.</param>
/// <param name="Place">File and line.</param>
public sealed record AcceptedFailure(string System, string Option, string Reason, string Place)
{
    public bool IsFor(KernelRecipe kernel)
    {
        ArgumentNullException.ThrowIfNull(kernel);
        return System == AcceptedFailures.All || System == kernel.System
            || kernel.Fragments.Any(fragment => System == AcceptedFailures.Fragment + fragment);
    }
}
