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
    private readonly SafeFileHandle _file;

    private StoreLock(SafeFileHandle file) => _file = file;

    /// <summary>Takes the lock, or returns null if somebody else has it.</summary>
    public static StoreLock? TryTake(string path)
    {
        // FileShare.ReadWrite keeps .NET from taking a lock of its own on the same file. Descriptors are close-on-exec,
        // so no child can hold the lock after us.
        var file = File.OpenHandle(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.ReadWrite);
        if (Flock(file, Exclusive | NonBlocking) == 0)
        {
            return new StoreLock(file);
        }

        var error = Marshal.GetLastPInvokeError();
        file.Dispose();
        return error == WouldBlock
            ? null
            : throw new IOException($"flock {path}: {Marshal.GetPInvokeErrorMessage(error)}", error);
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

    [LibraryImport("libc", EntryPoint = "flock", SetLastError = true)]
    private static partial int Flock(SafeFileHandle file, int operation);
}
