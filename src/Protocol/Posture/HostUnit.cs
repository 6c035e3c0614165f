// SPDX-License-Identifier: Apache-2.0
namespace Ghaf.Protocol;

/// <summary>A unit of the host's systemd.</summary>
/// <param name="Active"><c>active</c>, <c>failed</c>, …</param>
/// <param name="Sub"><c>running</c>, <c>exited</c>, <c>mounted</c>, …</param>
public sealed record HostUnit(string Name, string Active, string Sub);
