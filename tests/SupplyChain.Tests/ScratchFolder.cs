// SPDX-License-Identifier: Apache-2.0
namespace Ghaf.SupplyChain.Tests;

/// <summary>A temporary folder that goes with the test.</summary>
public sealed class ScratchFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("ghaf-test-").FullName;

    public string File(string name) => System.IO.Path.Combine(Path, name);

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
