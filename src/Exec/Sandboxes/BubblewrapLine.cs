// SPDX-License-Identifier: Apache-2.0
using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace Ghaf.Exec;

/// <summary>Turns a sandbox into a bubblewrap command line.</summary>
internal static class BubblewrapLine
{
    private const string FilterDescriptor = "9";
    private static readonly string[] MergedFolders = ["bin", "sbin", "lib", "lib64"];
    private static readonly string[] OwnFolders = ["etc", "var"];

    public static Command Of(Sandbox sandbox, string program, ReadOnlySpan<string> arguments)
    {
        var toolchain = Path.GetFullPath(sandbox.ToolchainRoot);
        string[] line =
        [
            .. Start(toolchain),
            "--unshare-all", "--unshare-user", "--uid", "0", "--gid", "0", "--hostname", "ghaf",
            "--die-with-parent", "--new-session", "--clearenv", "--cap-add", "ALL",
            .. sandbox.Network ? ["--share-net"] : Array.Empty<string>(),
            .. sandbox.SuppressChown || sandbox.SuppressSync ? ["--seccomp", FilterDescriptor] : Array.Empty<string>(),
            .. Root(sandbox, toolchain),
            "--proc", "/proc", "--dev", "/dev", "--tmpfs", "/tmp", "--tmpfs", "/run",
            .. sandbox.ReadOnlyBind.SelectMany(bind => Mount("--ro-bind", bind)),
            .. sandbox.Bind.SelectMany(bind => Mount("--bind", bind)),
            .. sandbox.DeviceBind.SelectMany(bind => Mount("--dev-bind", bind)),
            .. EnvironmentOf(sandbox).SelectMany(pair => new[] { "--setenv", pair.Key, pair.Value }),
            "--chdir", sandbox.WorkingDirectory, "--", program, .. arguments,
        ];
        var command = new Command(line[0], [.. line.AsSpan(1)])
        {
            // bubblewrap itself must not pick up LD_PRELOAD or a locale of the machine.
            Environment = ImmutableSortedDictionary<string, string>.Empty.Add("PATH", "/usr/bin:/bin:/usr/sbin:/sbin"),
            DisplayName = program,
            Explain = BubblewrapFailure.Explain,
        };
        return sandbox.SuppressChown || sandbox.SuppressSync
            ? WithFilter(command, CallFilter.WriteTo(sandbox.FilterFolder, sandbox.SuppressChown, sandbox.SuppressSync))
            : command;
    }

    // The loader is called by its path, because the machine may have another libc, or none where Debian has it.
    private static IEnumerable<string> Start(string toolchain)
    {
        var (loader, libraries) = RuntimeInformation.OSArchitecture switch
        {
            Architecture.X64 => ("usr/lib64/ld-linux-x86-64.so.2", "usr/lib/x86_64-linux-gnu"),
            Architecture.Arm64 => ("usr/lib/ld-linux-aarch64.so.1", "usr/lib/aarch64-linux-gnu"),
            var other => throw new PlatformNotSupportedException($"There is no toolchain for {other} build machines."),
        };
        return
        [
            Path.Combine(toolchain, loader), "--library-path", Path.Combine(toolchain, libraries),
            Path.Combine(toolchain, "usr/bin/bwrap"),
        ];
    }

    private static IEnumerable<string> Root(Sandbox sandbox, string toolchain)
    {
        if (sandbox.Root is { } root)
        {
            return [sandbox.RootReadOnly ? "--ro-bind" : "--bind", Path.GetFullPath(root), "/"];
        }

        return
        [
            "--ro-bind", Path.Combine(toolchain, "usr"), "/usr",
            .. MergedFolders.SelectMany(name => new[] { "--symlink", "usr/" + name, "/" + name }),
            .. OwnFolders.SelectMany(name => new[] { "--ro-bind-try", Path.Combine(toolchain, name), "/" + name }),
            "--dir", "/root",
        ];
    }

    private static string[] Mount(string how, BindMount bind) => [how, Path.GetFullPath(bind.Source), bind.Target];

    private static SortedDictionary<string, string> EnvironmentOf(Sandbox sandbox)
    {
        var all = new SortedDictionary<string, string>(StringComparer.Ordinal)
        {
            ["HOME"] = "/root",
            ["LC_ALL"] = "C.UTF-8",
            ["PATH"] = "/usr/sbin:/usr/bin:/sbin:/bin",
        };
        if (sandbox.SourceDateEpoch is { } epoch)
        {
            all["SOURCE_DATE_EPOCH"] = epoch.ToString();
        }

        foreach (var (name, value) in sandbox.Environment)
        {
            all[name] = value;
        }

        return all;
    }

    // .NET closes every descriptor but the first three in its children, so a shell opens the filter for bubblewrap.
    private static Command WithFilter(Command command, string filter) => command with
    {
        Program = "/bin/sh",
        Arguments = ["-c", $"exec \"$@\" {FilterDescriptor}<\"$0\"", filter, command.Program, .. command.Arguments],
    };
}
