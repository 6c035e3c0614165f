// SPDX-License-Identifier: Apache-2.0
namespace Ghaf.Cli.Checking;

/// <summary>A part of a running device that can be killed.</summary>
/// <param name="What">For people, such as “suricata in ids-vm”.</param>
/// <param name="On">The VM, or the host.</param>
/// <param name="LosesVm">Whether the VM has to start anew; else only a program has to.</param>
/// <param name="KillAsync">Kills it; of a program, returns when another process is there in its place.</param>
internal sealed record Fault(string What, string On, bool LosesVm, Func<CheckContext, CancellationToken, Task> KillAsync);
