// SPDX-License-Identifier: Apache-2.0
namespace Ghaf.Images;

/// <summary>The lock file as a file.</summary>
internal static class PackageLockFile
{
    /// <exception cref="LockUnreadableException">It is missing or may not be read.</exception>
    public static async Task<string> ReadAsync(string path, CancellationToken cancellation)
    {
        try
        {
            return await File.ReadAllTextAsync(path, cancellation).ConfigureAwait(false);
        }
        catch (Exception missing) when (missing is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new LockUnreadableException(path, 0, "There is no such file.", missing);
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            throw new LockUnreadableException(path, 0, $"It cannot be read: {refused.Message}", refused, "It has to be a file that you may read.");
        }
    }

    /// <summary>The new text appears under the name all at once; until then the old file stays as it is.</summary>
    public static async Task WriteAsync(string path, string text, CancellationToken cancellation)
    {
        var full = Path.GetFullPath(path);
        var half = $"{full}.{Environment.ProcessId}.new";
        try
        {
            await File.WriteAllTextAsync(half, text, cancellation).ConfigureAwait(false);
            cancellation.ThrowIfCancellationRequested();
            File.Move(half, full, overwrite: true);
        }
        catch (IOException failure) when (DiskFull.Recognise(failure, Path.GetDirectoryName(full)!) is { } none)
        {
            throw none;
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            throw new LockNotWritableException(full, refused);
        }
        finally
        {
            RemoveQuietly(half);
        }
    }

    private static void RemoveQuietly(string half)
    {
        try
        {
            File.Delete(half);
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            // Where nothing may be written, nothing was.
        }
    }
}
