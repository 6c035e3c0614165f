// SPDX-License-Identifier: Apache-2.0
using Ghaf.Exec;
using Ghaf.Images;
using Ghaf.Model;
using Ghaf.Runners.Emulation;

namespace Ghaf.Cli;

/// <summary>Puts the emulator into a sandbox of the toolchain that sees its disk, its run folder and nothing else.</summary>
internal static class EmulatorSandbox
{
    /// <summary>The sandbox's root, in the run folder.</summary>
    public const string RootFolder = "root";

    // In the background when its socket is there; it ends with the emulator's connection.
    private const string Tpm =
        """swtpm socket --tpm2 --tpmstate=dir="$TPM" --ctrl=type=unixio,path="$TPM_SOCKET" --flags=startup-clear --terminate --daemon || exit 1""";

    private static readonly string[] MergedFolders = ["bin", "sbin", "lib", "lib64"];

    public static Command Enter(DevicePlan plan, BuiltDevice built, EmulationOptions options, Outside outside)
    {
        Directory.CreateDirectory(options.Memory.Tpm);
        var sandbox = new Sandbox
        {
            ToolchainRoot = built.Toolchain,
            Root = MakeRoot(options.Folder, outside.Resolver),
            ReadOnlyBind =
            [
                new BindMount(Path.Combine(built.Toolchain, "usr"), "/usr"),
                .. options.WritesDisk ? (BindMount[])[] : [options.Disk],
            ],
            Bind = options.Memory.Folder == options.Folder ? [options.Folder] : [options.Folder, options.Memory.Folder],
            DeviceBind = options.Kvm ? [KvmProbe.Device] : [],
            Network = outside.Network,

            // Where the emulator keeps what the device writes to its disk; the file has no name there.
            Environment = System.Collections.Immutable.ImmutableSortedDictionary<string, string>.Empty
                .Add("TMPDIR", options.Folder).Add("FOLDER", options.Folder)
                .Add("TPM", options.Memory.Tpm).Add("TPM_SOCKET", new EmulationPaths(options.Folder).Tpm),
        };
        var script = $"{Tpm}\n{outside.Prelude}\nexec \"$@\"\n";
        return sandbox.Wrap(
            "/usr/bin/busybox",
            ["sh", "-c", script, "sh", EmulatedMachineCommand.Program, .. EmulatedMachineCommand.Arguments(plan, options)])
            with
        {
            DisplayName = EmulatedMachineCommand.Program,
            FailureThrows = false,
        };
    }

    // The toolchain's own root has no /etc/resolv.conf to mount over, and is read-only.
    private static string MakeRoot(string folder, string resolver)
    {
        var root = Path.Combine(folder, RootFolder);
        var etc = Directory.CreateDirectory(Path.Combine(root, "etc")).FullName;
        File.WriteAllText(Path.Combine(etc, "resolv.conf"), resolver);

        // No group: dnsmasq would change to it, which the namespace of an ordinary user does not allow.
        File.WriteAllText(Path.Combine(etc, "passwd"), "root:x:0:0:root:/root:/bin/sh\n");
        foreach (var name in MergedFolders)
        {
            File.CreateSymbolicLink(Path.Combine(root, name), "usr/" + name);
        }

        Directory.CreateDirectory(Path.Combine(root, "var", "tmp"));
        return root;
    }
}
