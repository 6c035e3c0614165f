// SPDX-License-Identifier: Apache-2.0
namespace Ghaf.EndToEnd.Tests;

/// <summary>A store with nothing in it, gone after the test.</summary>
internal sealed class EmptyStore : IDisposable
{
    public string Folder { get; } = Directory.CreateTempSubdirectory("ghaf-store-").FullName;

    public Dictionary<string, string?> Settings => new() { ["GHAF_STORE"] = Folder };

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
