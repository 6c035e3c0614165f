// SPDX-License-Identifier: Apache-2.0
namespace Ghaf.Protocol;

/// <summary>A process of the host that is not the kernel's.</summary>
/// <param name="Program">The file that it runs.</param>
/// <param name="User">The number of its user.</param>
/// <param name="Unit">The unit that started it; empty for systemd itself.</param>
public sealed record HostProcess(string Program, int User, string Unit);
