// SPDX-License-Identifier: Apache-2.0
using Ghaf.Exec;
using Ghaf.Model;

namespace Ghaf.Cli;

/// <summary>What definitions answered, by <see cref="DefinitionKey"/>: compiling one again costs seconds.</summary>
/// <param name="folder">Usually <c>plans/</c> in the store.</param>
internal sealed class AnswerCache(string folder)
{
    public static AnswerCache InStore(string? store = null) => new(Path.Combine(store ?? StoreLocation.Default(), "plans"));

    public string? Find(Sha256 key)
    {
        try
        {
            return File.ReadAllText(PathOf(key));
        }
        catch (IOException)
        {
            return null;
        }
    }

    /// <summary>Appears at once or not at all.</summary>
    public void Keep(Sha256 key, string answer)
    {
        Directory.CreateDirectory(folder);
        var half = $"{PathOf(key)}.{Environment.ProcessId}.new";
        try
        {
            File.WriteAllText(half, answer);
            File.Move(half, PathOf(key), overwrite: true);
        }
        finally
        {
            File.Delete(half);
        }
    }

    private string PathOf(Sha256 key) => Path.Combine(folder, key.Hex + ".json");
}
