// SPDX-License-Identifier: Apache-2.0
namespace Ghaf.Model;

/// <summary>One value of a plan.</summary>
/// <param name="Path">Such as <c>net-vm.memory</c>.</param>
/// <param name="Value">As in the plan's JSON.</param>
public sealed record PlanValue(string Path, string Value);
