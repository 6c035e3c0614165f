// SPDX-License-Identifier: Apache-2.0
using Ghaf.Cli.Checking;
using Ghaf.Cli.Sizes;
using Ghaf.Model;
using Ghaf.Protocol;

namespace Ghaf.Cli.Tests.Checking;

/// <summary>A host that meets every requirement; tests take something of it away.</summary>
internal static class GoodHost
{
    public const string RootHash = "4d5f";

    public static DevicePlan Plan { get; } = Repository.Plan with { Target = "vm-release", DebugAccess = false };

    public static HostPosture Posture { get; } = new(
        1.5,
        new KernelPosture(
            "6.12.48-ghaf",
            string.Join(' ', [.. Plan.Host.KernelArguments, "root=/dev/dm-0"]),
            [new KernelParameter("kernel.kptr_restrict", "2", "2"), new KernelParameter("net.ipv4.tcp_syncookies", "1")],
            Lockdown: "confidentiality"),
        new NetworkPosture([new SocketTry("AF_INET", "EAFNOSUPPORT"), new SocketTry("AF_INET6", "EAFNOSUPPORT")], []),
        new RootPosture(
            [
                new HostMount("/", "erofs", "/dev/dm-0", ["ro"]), new HostMount("/run", "tmpfs", "tmpfs", ["rw"]),
                new HostMount("/tmp", "tmpfs", "tmpfs", ["rw"]), new HostMount("/var", "tmpfs", "tmpfs", ["rw"]),
                new HostMount("/etc/machine-id", "tmpfs", "tmpfs", ["ro"]),
            ],
            [new WriteTry("/", "EROFS"), new WriteTry("/etc", "EROFS")],
            [],
            ["/usr/bin/mount", "/usr/bin/qemu-system-x86_64", "/usr/lib/ghaf/vmd", "/usr/lib/x86_64-linux-gnu/libc.so.6"],
            600,
            new VerityPosture(RootHash, true, ["panic_on_corruption"])),
        new FirmwarePosture(true, false, "systemd-boot 257.8", "ghaf_1+2-1.efi", "/EFI/Linux/ghaf_1+2-1.efi"),
        [],
        [
            new HostPartition("vda2", "vm-release-a", 512 << 20), new HostPartition("vda3", "vm-release-a-verity", 5 << 20),
            new HostPartition("vda4", "_empty", 512 << 20), new HostPartition("vda5", "_empty", 5 << 20),
        ],
        [
            new HostUnit("ghaf-vmd.service", "active", "running"), new HostUnit("systemd-journald.service", "active", "running"),
            new HostUnit("dev-vda.device", "active", "plugged"), new HostUnit("serial-getty@ttyS0.service", "inactive", "dead"),
        ],
        [
            new HostProcess("/usr/lib/systemd/systemd", 0, ""), new HostProcess("/usr/lib/ghaf/vmd", 0, "ghaf-vmd.service"),
            new HostProcess("/usr/lib/systemd/systemd-journald", 0, "systemd-journald.service"),
        ]);

    public static HostEvidence Evidence { get; } =
        new(Plan, Posture, new SizeReport("vm-release", 95_000_000, 100_000_000, 200_000_000, [], []), RootHash);

    public static HostEvidence Root(Func<RootPosture, RootPosture> change) => With(p => p with { Root = change(p.Root) });

    public static HostEvidence Kernel(Func<KernelPosture, KernelPosture> change) => With(p => p with { Kernel = change(p.Kernel) });

    public static HostEvidence WithProgram(string path) => Root(root => root with { Programs = [.. root.Programs, path] });

    public static HostEvidence With(Func<HostPosture, HostPosture> change) => Evidence with { Posture = change(Posture) };
}
