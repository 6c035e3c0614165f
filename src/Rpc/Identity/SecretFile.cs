// SPDX-License-Identifier: Apache-2.0
namespace Ghaf.Rpc;

/// <summary>A file that nobody but its owner may read.</summary>
internal static class SecretFile
{
    /// <exception cref="IdentityException">It can't be read.</exception>
    public static string Read(string path)
    {
        try
        {
            return File.ReadAllText(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new IdentityException($"{path} can't be read: {e.Message}", e);
        }
    }

    /// <summary>Whole or not at all.</summary>
    public static void Write(string path, string text)
    {
        var temporary = path + ".new";
        File.Delete(temporary);
        var options = new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.Write,
            UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite,
        };
        using (var writer = new StreamWriter(temporary, options))
        {
            writer.Write(text);
        }

        File.Move(temporary, path, overwrite: true);
    }
}
