// SPDX-License-Identifier: Apache-2.0
using Ghaf.Model;

namespace Ghaf.Modules.Host;

/// <summary>
/// What a host needs to keep its VMs' volumes: LUKS2 on a partition of its own, whose key the machine's TPM gives out to
/// images that the owner signed.
/// </summary>
public static class EncryptedStorage
{
    public static HostSpec On(HostSpec host)
    {
        ArgumentNullException.ThrowIfNull(host);
        return host
            .Packages(
            [
                "cryptsetup-bin", "systemd-cryptsetup", "e2fsprogs",

                // The TPMs of the VMs.
                "swtpm",

                // systemd-cryptsetup opens these when it finds them.
                "libtss2-esys-3.0.2-0t64", "libtss2-mu-4.0.1-0t64", "libtss2-rc0t64", "libtss2-tcti-device0t64",
            ])
            .KeptFiles(
            [
                "/usr/sbin/cryptsetup", "/usr/bin/systemd-cryptenroll", "/usr/bin/systemd-cryptsetup", "/usr/sbin/mkfs.ext4",
                "/etc/mke2fs.conf", "/usr/bin/swtpm", "/usr/lib/*/libtss2-esys.so.0*", "/usr/lib/*/libtss2-mu.so.0*",
                "/usr/lib/*/libtss2-rc.so.0*", "/usr/lib/*/libtss2-tcti-device.so.0*",
            ])
            .KernelFragments(["ext4"])
            .KernelModules(["dm_crypt", "xts", "ext4", "tpm_crb", "tpm_tis", "vfat", "nls_ascii", "nls_cp437"]);
    }
}
