// SPDX-License-Identifier: Apache-2.0
namespace Ghaf.Model;

/// <summary>Ways in that only a debug target may have.</summary>
internal static class DebugDoors
{
    private static readonly string[] Packages = ["dropbear", "dropbear-bin", "openssh-server", "telnetd"];

    // systemd-debug-generator(8), kernel-command-line(7), bootparam(7).
    private static readonly string[] Arguments =
        ["emergency", "init", "rd.break", "rdinit", "rescue", "single", "systemd.debug_shell", "systemd.debug-shell", "systemd.unit"];

    public static IEnumerable<Diagnostic> In(ComposedDevice device)
    {
        if (device.Target.Profile.DebugAccess)
        {
            if (device.Target.Profile.Name == "release")
            {
                yield return At(device.Location, device.Device.Name, "the release profile has DebugAccess");
            }

            yield break;
        }

        foreach (var (name, location, packages, arguments, files) in Systems(device))
        {
            foreach (var package in packages.Where(Packages.Contains))
            {
                yield return At(location, name, $"has the package {package}");
            }

            foreach (var argument in arguments.Where(a => Arguments.Contains(a.Name)))
            {
                yield return At(location, name, $"has the kernel argument {argument}");
            }

            foreach (var file in files.Where(IsDoor))
            {
                yield return At(file.Location, name, $"has {file.Path}");
            }
        }
    }

    private static IEnumerable<(string, SourceLocation, IEnumerable<string>, IEnumerable<KernelArgument>, IEnumerable<FileSpec>)> Systems(
        ComposedDevice device) =>
    [
        ("host", device.Location, device.Host.Packages, device.Host.KernelArguments, device.Host.Files),
        .. device.Vms.Select(vm => (
            vm.Name, vm.Location, vm.Packages.Concat(device.Guest.Packages), vm.KernelArguments.AsEnumerable(),
            ComposedFiles.Of(device, vm).AsEnumerable())),
    ];

    // A login without a password, our shell over vsock, somebody's key. A link to /dev/null shuts a door.
    private static bool IsDoor(FileSpec file) =>
        file.Target != "/dev/null"
        && (file.Path.Contains("getty@", StringComparison.Ordinal)
            || file.Path.Contains("ghaf-shell", StringComparison.Ordinal)
            || file.Path.Contains("debug-shell", StringComparison.Ordinal)
            || file.Path.EndsWith("/authorized_keys", StringComparison.Ordinal));

    private static Diagnostic At(SourceLocation location, string name, string message) =>
        DiagnosticRules.DebugDoor.At(location, name, message);
}
