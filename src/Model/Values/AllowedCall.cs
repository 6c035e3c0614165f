// SPDX-License-Identifier: Apache-2.0
namespace Ghaf.Model;

/// <summary>A call of the control plane that a VM may make; every other is refused.</summary>
/// <param name="On">The VM that is called, <c>host</c>, or <see cref="EveryVm"/>.</param>
/// <param name="Method">Service and method, such as <c>Applications/Start</c>; <c>Applications/*</c> is every method.</param>
public sealed record AllowedCall(string On, string Method)
{
    /// <summary>Stands for every other VM of the device; the plan names them.</summary>
    public const string EveryVm = "*";

    public override string ToString() => $"{On}:{Method}";
}
