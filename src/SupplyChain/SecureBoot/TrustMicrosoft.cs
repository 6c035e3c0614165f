// SPDX-License-Identifier: Apache-2.0
namespace Ghaf.SupplyChain;

/// <summary>
/// Adds Microsoft's certificates to what a firmware is told to trust, or takes them away: with them it starts the option ROMs of
/// graphics and network cards, and boot media of most distributions, and Microsoft may revoke programs.
/// </summary>
public static class TrustMicrosoft
{
    // Of Debian's package python3-virt-firmware.
    private const string Certificates = "usr/lib/python3/dist-packages/virt/firmware/certs";

    private static readonly (string Variable, string Name)[] Files =
    [
        ("KEK", "MicrosoftCorporationKEKCA2011.pem"),
        ("KEK", "MicrosoftCorporationKEK2KCA2023.pem"),
        ("db", "MicrosoftCorporationUEFICA2011.pem"),
        ("db", "MicrosoftUEFICA2023.pem"),
    ];

    /// <param name="toolchain">The root of the toolchain, which has the certificates.</param>
    public static void Add(KeyFolder folder, string toolchain)
    {
        ArgumentNullException.ThrowIfNull(folder);
        foreach (var (variable, name) in Files)
        {
            Directory.CreateDirectory(folder.Others(variable));
            File.Copy(
                Path.Combine(toolchain, Certificates, name), Path.Combine(folder.Others(variable), name), overwrite: true);
        }
    }

    public static void Remove(KeyFolder folder)
    {
        ArgumentNullException.ThrowIfNull(folder);
        foreach (var (variable, name) in Files)
        {
            if (Directory.Exists(folder.Others(variable)))
            {
                File.Delete(Path.Combine(folder.Others(variable), name));
            }
        }
    }
}
