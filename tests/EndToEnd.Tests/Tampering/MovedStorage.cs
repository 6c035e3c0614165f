// SPDX-License-Identifier: Apache-2.0
namespace Ghaf.EndToEnd.Tests.Tampering;

/// <summary>The attempt that StorageTests makes: a disk with what a device keeps, in another machine.</summary>
internal static class MovedStorage
{
    public const string What = "the machine around the disk: a VM's volume, moved";
    public const string Layer = "the other machine's TPM, which does not have the key";
    public const string Trace = "This machine's TPM does not open it";
}
