// SPDX-License-Identifier: Apache-2.0
namespace Ghaf.Guest.Processes;

/// <summary>Starts programs, so that tests need no systemd.</summary>
internal interface IRunProgram
{
    /// <param name="program">By its absolute path.</param>
    /// <param name="arguments">An element each; there is no shell.</param>
    /// <param name="limit">After that it is killed with its children.</param>
    Task<ProgramResult> RunAsync(string program, IReadOnlyList<string> arguments, TimeSpan limit, CancellationToken cancellation);
}
