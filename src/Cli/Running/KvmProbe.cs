// SPDX-License-Identifier: Apache-2.0
using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace Ghaf.Cli;

/// <summary>Whether this machine's KVM can be used, by asking it: the device node alone proves nothing.</summary>
internal static partial class KvmProbe
{
    public const string Device = "/dev/kvm";

    // linux/kvm.h: KVM_GET_API_VERSION is _IO(0xAE, 0), and its answer has been 12 since Linux 2.6.22.
    private const nuint GetApiVersion = 0xAE00;
    private const int ApiVersion = 12;

    /// <summary>Null if it can be used, or the reason why not: a clause without a full stop.</summary>
    public static string? WhyNot()
    {
        if (!File.Exists(Device))
        {
            return $"there is no {Device}";
        }

        try
        {
            using var file = File.OpenHandle(Device, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite);
            var version = Ioctl(file, GetApiVersion, 0);
            return version switch
            {
                ApiVersion => WhyNotNested(),
                < 0 => $"{Device} does not answer: {Marshal.GetLastPInvokeErrorMessage()}",
                _ => $"{Device} has interface {version} instead of {ApiVersion}",
            };
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return $"{Device} cannot be opened: {e.Message.TrimEnd('.')}";
        }
    }

    // The device is itself a host of VMs.
    private static string? WhyNotNested() =>
        Nested("kvm_intel") || Nested("kvm_amd") ? null : "KVM does not allow nested virtualization";

    private static bool Nested(string module)
    {
        var parameter = $"/sys/module/{module}/parameters/nested";
        return File.Exists(parameter) && File.ReadAllText(parameter).Trim() is "1" or "Y" or "y";
    }

    [LibraryImport("libc", EntryPoint = "ioctl", SetLastError = true)]
    private static partial int Ioctl(SafeFileHandle file, nuint request, nint argument);
}
