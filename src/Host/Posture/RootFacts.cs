// SPDX-License-Identifier: Apache-2.0
using System.Runtime.InteropServices;
using Ghaf.Host.Native;
using Ghaf.Protocol;

namespace Ghaf.Host.Posture;

/// <summary>Looks at the root file system: how it is mounted, whether it can be written, and every file of it.</summary>
internal static class RootFacts
{
    private const UnixFileMode SetId = UnixFileMode.SetUser | UnixFileMode.SetGroup;
    private const UnixFileMode Execute = UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;

    private static readonly string[] MustNotBeWritable = ["/", "/etc", "/usr", "/usr/lib/ghaf"];

    // Not the root's: the kernel's, or made at each start.
    private static readonly string[] Others = ["dev", "proc", "run", "sys", "tmp", "var"];

    public static RootPosture Read(HostTree host)
    {
        var setId = new List<string>();
        var programs = new List<string>();
        var files = 0;
        foreach (var path in Walk(host))
        {
            files++;
            var mode = File.GetUnixFileMode(path);
            if ((mode & SetId) != 0)
            {
                setId.Add(host.NameOf(path));
            }

            if ((mode & Execute) != 0 || Path.GetFileName(path).Contains(".so", StringComparison.Ordinal))
            {
                programs.Add(host.NameOf(path));
            }
        }

        setId.Sort(StringComparer.Ordinal);
        programs.Sort(StringComparer.Ordinal);
        return new RootPosture(
            MountFacts.Read(host),
            [.. MustNotBeWritable.Select(folder => TryToWrite(host, folder))],
            setId,
            programs,
            files,
            VerityTarget.OfRoot(host));
    }

    private static IEnumerable<string> Walk(HostTree host)
    {
        var open = new Stack<string>(host.Names("/").Except(Others).Select(name => host.PathOf(name)));
        while (open.TryPop(out var path))
        {
            var entry = new FileInfo(path);
            if (entry.LinkTarget is not null)
            {
                continue;
            }

            if (!entry.Attributes.HasFlag(FileAttributes.Directory))
            {
                yield return path;
                continue;
            }

            foreach (var name in host.Names(host.NameOf(path)))
            {
                open.Push(Path.Combine(path, name));
            }
        }
    }

    private static WriteTry TryToWrite(HostTree host, string folder)
    {
        var file = host.PathOf($"{folder}/.ghaf-posture");
        var number = LibC.Create(file, LibC.OpenReadWrite | LibC.OpenCreate | LibC.OpenExclusive | LibC.OpenCloexec, 0x180);
        if (number < 0)
        {
            return new WriteTry(folder, ErrorNames.Of(Marshal.GetLastPInvokeError()));
        }

        _ = LibC.Close(number);
        File.Delete(file);
        return new WriteTry(folder, null);
    }
}
