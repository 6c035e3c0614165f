// SPDX-License-Identifier: Apache-2.0
namespace Ghaf.Host.State;

/// <summary>What the storage is made and opened with: programs and calls of the system.</summary>
internal interface IStateTools
{
    /// <summary>Runs a program to its end.</summary>
    /// <returns>What it printed.</returns>
    /// <exception cref="StateException">It failed; with its own words.</exception>
    Task<string> RunAsync(string[] command, CancellationToken cancel);

    /// <exception cref="StateException">It does not mount.</exception>
    void Mount(string device, string folder, string type, bool readOnly);

    void Unmount(string folder);

    void GiveTo(string path, uint user);
}
