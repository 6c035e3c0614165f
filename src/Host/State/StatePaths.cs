// SPDX-License-Identifier: Apache-2.0
using Ghaf.Runners;

namespace Ghaf.Host.State;

/// <summary>Where the parts of a device's storage lie.</summary>
/// <param name="Root">The directory in which all of them lie; a test's own tree, or <c>/</c>.</param>
internal sealed record StatePaths(string Root)
{
    /// <summary>The name of the opened storage for the device mapper.</summary>
    public const string Mapping = "ghaf-state";

    /// <summary>The encrypted partition.</summary>
    public string Partition => Path.Combine(Root, $"dev/disk/by-partlabel/{HostPaths.StateLabel}");

    /// <summary>The partition's content, once it is open.</summary>
    public string Opened => Path.Combine(Root, $"dev/mapper/{Mapping}");

    /// <summary>Where the content is mounted.</summary>
    public string Mounted => Path.Combine(Root, HostPaths.State.TrimStart('/'));

    /// <summary>Memory for what must not reach a disk.</summary>
    public string Secrets => Path.Combine(Root, HostPaths.Secrets.TrimStart('/'));

    /// <summary>The only key until the TPM has one of its own; gone afterwards.</summary>
    public string FirstKey => Path.Combine(Secrets, "first-key");

    /// <summary>The recovery key, from its making until somebody has seen it.</summary>
    public string RecoveryKey => Path.Combine(Secrets, "recovery-key");

    /// <summary>Says, until the machine is off, that the storage is open.</summary>
    public string Open => Path.Combine(Secrets, "open");

    /// <summary>Why the storage is not open, for the VMs that need it.</summary>
    public string Failure => Path.Combine(Root, "run/ghaf/state.failed");

    /// <summary>Says, in the storage, that the recovery key was shown.</summary>
    public string Shown => Path.Combine(Mounted, ".recovery-key-shown");

    /// <summary>Where the EFI system partition is mounted for a moment.</summary>
    public string Boot => Path.Combine(Secrets, "esp");

    /// <summary>The signatures that systemd's tools look for: systemd-cryptsetup(8).</summary>
    public string Signature => Path.Combine(Root, "run/systemd/tpm2-pcr-signature.json");

    /// <summary>The key that they are checked with, a part of the verified image.</summary>
    public string PublicKey => Path.Combine(Root, HostPaths.PcrPublicKey.TrimStart('/'));

    /// <summary>The firmware's variable with the identifier of the partition that the boot loader came from.</summary>
    public string BootPartitionVariable =>
        Path.Combine(Root, "sys/firmware/efi/efivars/LoaderDevicePartUUID-4a67b082-0a4c-41cf-b6c7-440b29bb8c4f");
}
