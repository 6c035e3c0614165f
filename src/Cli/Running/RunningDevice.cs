// SPDX-License-Identifier: Apache-2.0
namespace Ghaf.Cli;

/// <summary>A device that a `ghaf run` keeps running.</summary>
/// <param name="Pid">The process of that ghaf; 0 in its first moment.</param>
/// <param name="Folder">Its sockets and logs.</param>
internal sealed record RunningDevice(string Target, int Pid, string Folder);
