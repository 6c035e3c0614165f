// SPDX-License-Identifier: Apache-2.0
using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace Ghaf.Images;

/// <summary>An advisory lock on a file. The kernel frees it when the holder ends, by kill -9 too.</summary>
/// <remarks>Lock files are never deleted: a waiter could hold the old one while somebody else makes a new one.</remarks>
public sealed partial class StoreLock : IDisposable
{
    private const int Exclusive = 2;
    private const int NonBlocking = 4;
    private const int WouldBlock = 11;
    private const int ReadWrite = 0x2;
    private const int Create = 0x40;
    private const int CloseOnExec = 0x80000;
    private readonly SafeFileHandle _file;

    private StoreLock(SafeFileHandle file) => _file = file;

    /// <summary>Takes the lock, or returns null if somebody else has it.</summary>
    public static StoreLock? TryTake(string path)
    {
        // Not File.OpenHandle: whatever its FileShare, it takes a shared flock of its own, and throws if we hold ours.
        // Close-on-exec, so that no child can hold the lock after us.
        var file = Open(path, ReadWrite | Create | CloseOnExec, 0x1b4); // rw-rw-r--
        if (file.IsInvalid)
        {
            throw Failure("open", path, Marshal.GetLastPInvokeError());
        }

        if (Flock(file, Exclusive | NonBlocking) == 0)
        {
            return new StoreLock(file);
        }

        var error = Marshal.GetLastPInvokeError();
        file.Dispose();
        return error == WouldBlock
            ? null
            : throw Failure("flock", path, error);
    }

    /// <summary>Waits for the lock; <paramref name="onWait"/> is called once if somebody else has it.</summary>
    public static async Task<StoreLock> TakeAsync(
        string path, Action onWait, TimeProvider time, CancellationToken cancellation)
    {
        var told = false;
        while (true)
        {
            if (TryTake(path) is { } taken)
            {
                return taken;
            }

            if (!told)
            {
                told = true;
                onWait();
            }

            await Task.Delay(TimeSpan.FromMilliseconds(100), time, cancellation).ConfigureAwait(false);
        }
    }

    public void Dispose() => _file.Dispose();

    private static IOException Failure(string call, string path, int error) =>
        new($"{call} {path}: {Marshal.GetPInvokeErrorMessage(error)}", error);

    [LibraryImport("libc", EntryPoint = "open", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial SafeFileHandle Open(string path, int flags, int mode);

    [LibraryImport("libc", EntryPoint = "flock", SetLastError = true)]
    private static partial int Flock(SafeFileHandle file, int operation);
}
