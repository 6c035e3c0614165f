// SPDX-License-Identifier: Apache-2.0
using System.Collections.Immutable;
using Ghaf.Exec;
using Ghaf.Model;

namespace Ghaf.Cli;

/// <summary>What definitions answered, by <see cref="DefinitionKey"/>: compiling one again costs seconds.</summary>
/// <param name="folder">Usually <c>plans/</c> in the store. It has a folder for each answer, whose time is its last use.</param>
internal sealed class AnswerCache(string folder, TimeProvider time)
{
    public static AnswerCache InStore(TimeProvider time, string? store = null) =>
        new(Path.Combine(store ?? StoreLocation.Default(), "plans"), time);

    public Answer? Find(Sha256 key)
    {
        try
        {
            var answer = new Answer(PathOf(key));
            Directory.SetLastWriteTimeUtc(PathOf(key), time.GetUtcNow().UtcDateTime);
            return answer;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>Appears at once or not at all. The first one stays: the same key gives the same answer.</summary>
    public Answer Keep(Sha256 key, ImmutableArray<SealedTarget> targets)
    {
        var half = Temporary(PathOf(key));
        try
        {
            Directory.CreateDirectory(half);
            Answer.Write(half, targets);
            if (!Directory.Exists(PathOf(key)))
            {
                Directory.Move(half, PathOf(key));
            }
        }
        catch (IOException) when (Find(key) is not null)
        {
            // Another process was quicker.
        }
        finally
        {
            Remove(half);
        }

        return new Answer(PathOf(key));
    }

    /// <summary>Removes the answers that nobody asked for since then.</summary>
    /// <returns>How many are gone and left, and the bytes of those gone.</returns>
    public (int Removed, int Kept, long Freed) RemoveUnused(DateTimeOffset since)
    {
        var (removed, kept, freed) = (0, 0, 0L);
        if (!Directory.Exists(folder))
        {
            return (removed, kept, freed);
        }

        foreach (var entry in new DirectoryInfo(folder).EnumerateFileSystemInfos())
        {
            if (entry.LastWriteTimeUtc >= since.UtcDateTime)
            {
                kept++;
                continue;
            }

            removed++;
            freed += entry is DirectoryInfo answer ? answer.EnumerateFiles().Sum(file => file.Length) : ((FileInfo)entry).Length;
            Remove(entry.FullName);
        }

        return (removed, kept, freed);
    }

    // Renamed first: nobody must find half an answer.
    private static void Remove(string path)
    {
        if (Directory.Exists(path))
        {
            var doomed = Temporary(path);
            Directory.Move(path, doomed);
            Directory.Delete(doomed, recursive: true);
        }
        else
        {
            File.Delete(path);
        }
    }

    private static string Temporary(string path) => $"{path}.{Environment.ProcessId}.{Guid.NewGuid():N}";

    private string PathOf(Sha256 key) => Path.Combine(folder, key.Hex);
}
