// SPDX-License-Identifier: Apache-2.0
namespace Ghaf.Model;

/// <summary>An <see cref="AllowedCall"/> as it is seen by the VM that is called.</summary>
/// <param name="Caller">The VM that may call.</param>
/// <param name="Method">Service and method, such as <c>Applications/Start</c>; <c>Applications/*</c> is every method.</param>
public sealed record AllowedCaller(string Caller, string Method);
