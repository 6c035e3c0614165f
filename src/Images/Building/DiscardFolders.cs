// SPDX-License-Identifier: Apache-2.0
namespace Ghaf.Images;

/// <summary>
/// Removes working folders while the build goes on: ten thousand files take seconds on a busy disk, and nothing waits for
/// them to be gone. A folder that is left by a killed build is removed as every other leftover of the store.
/// </summary>
internal sealed class DiscardFolders(Store store) : IAsyncDisposable
{
    private readonly Lock _adding = new();
    private readonly List<Task> _removals = [];

    /// <summary>The folder is not there any more when this returns.</summary>
    /// <param name="folder">In the temporary folder of a step whose lock we hold.</param>
    public void Add(string folder)
    {
        var step = Path.GetFileName(Path.GetDirectoryName(folder)!);
        var name = $"{step}.{Path.GetFileName(folder)}";
        var held = StoreLock.TryTake(Path.Combine(store.Locks, name));
        if (held is null)
        {
            // Another build still removes its folder of that name.
            Leftovers.RemoveTree(folder);
            return;
        }

        var moved = Path.Combine(store.Temporary, name);
        Leftovers.RemoveTree(moved);
        Directory.Move(folder, moved);
        lock (_adding)
        {
            _removals.Add(Task.Run(() =>
            {
                using (held)
                {
                    Leftovers.RemoveTree(moved);
                }
            }));
        }
    }

    /// <summary>Waits until all are gone.</summary>
    public async ValueTask DisposeAsync() => await Task.WhenAll(_removals);
}
