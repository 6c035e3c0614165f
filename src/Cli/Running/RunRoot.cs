// SPDX-License-Identifier: Apache-2.0
using Ghaf.Runners.Emulation;

namespace Ghaf.Cli;

/// <summary>The folder with a folder for each running device. Only its user can look into it.</summary>
internal sealed record RunRoot(string Path)
{
    public const UnixFileMode Private = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    /// <summary><c>$XDG_RUNTIME_DIR/ghaf</c>, or <c>/tmp/ghaf-UID</c> with the user's number.</summary>
    public static RunRoot Default() =>
        Choose(Environment.GetEnvironmentVariable("XDG_RUNTIME_DIR"), FileOwner.Myself);

    internal static RunRoot Choose(string? runtime, int user)
    {
        var own = $"/tmp/ghaf-{user}";
        return System.IO.Path.IsPathRooted(runtime) && Directory.Exists(runtime)
            ? new RunRoot(System.IO.Path.Combine(runtime, "ghaf"))
            : new RunRoot(own);
    }

    /// <summary>Makes the folder, or makes sure that it is ours: anybody can make one in <c>/tmp</c>.</summary>
    /// <exception cref="NoSuchRunException">It belongs to somebody else.</exception>
    public void Ensure()
    {
        Directory.CreateDirectory(Path, Private);
        if (FileOwner.Of(Path) != FileOwner.Myself)
        {
            throw new NoSuchRunException($"{Path} belongs to somebody else.", "Set XDG_RUNTIME_DIR to a folder of your own.");
        }
    }

    /// <exception cref="RunFolderTooLongException">The kernel would refuse the sockets in it.</exception>
    public string FolderOf(string target)
    {
        var folder = System.IO.Path.Combine(Path, target);
        return System.Text.Encoding.UTF8.GetByteCount(folder) <= EmulationPaths.LongestFolder
            ? folder
            : throw new RunFolderTooLongException(folder);
    }

    /// <summary>The devices that run now.</summary>
    public IEnumerable<RunningDevice> Running() => !Directory.Exists(Path)
        ? []
        : Directory.EnumerateDirectories(Path)
            .Order(StringComparer.Ordinal)
            .Select(folder => (Folder: folder, Owner: RunFolder.RunningOwnerOf(folder)))
            .Where(found => found.Owner is not null)
            .Select(found => new RunningDevice(System.IO.Path.GetFileName(found.Folder), found.Owner!.Value, found.Folder));

    /// <summary>The only running device, or the one of that name.</summary>
    /// <exception cref="NoSuchRunException">None runs, or several and none is named.</exception>
    public RunningDevice Find(string? target)
    {
        RunningDevice[] all = [.. Running()];
        if (target is not null)
        {
            return all.FirstOrDefault(device => device.Target == target)
                ?? throw new NoSuchRunException($"{target} is not running.", $"Start it with `ghaf run {target}`.");
        }

        return all switch
        {
            [var only] => only,
            [] => throw new NoSuchRunException("No device is running.", "Start one with `ghaf run TARGET` in another terminal."),
            _ => throw new NoSuchRunException(
                $"Several devices are running: {string.Join(", ", all.Select(d => d.Target))}.",
                "Say which one with --target."),
        };
    }
}
