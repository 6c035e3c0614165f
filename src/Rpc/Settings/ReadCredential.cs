// SPDX-License-Identifier: Apache-2.0
namespace Ghaf.Rpc;

/// <summary>The identity that the host gave to the VM, as a systemd credential.</summary>
public static class ReadCredential
{
    public const string Name = "ghaf.identity";

    /// <param name="vm">Whose it has to be.</param>
    /// <exception cref="InvalidSettingsException">There are no credentials, or it is somebody else's.</exception>
    /// <exception cref="IdentityException">It can't be read.</exception>
    public static Identity Identity(string vm)
    {
        var folder = Environment.GetEnvironmentVariable("CREDENTIALS_DIRECTORY")
            ?? throw new InvalidSettingsException($"CREDENTIALS_DIRECTORY is not set: the service needs ImportCredential={Name}.");
        var file = Path.Combine(folder, Name);
        var identity = Rpc.Identity.ReadFile(file);
        return identity.Name == vm
            ? identity
            : throw new InvalidSettingsException($"{file}: the identity is that of “{identity.Name}”, and this is “{vm}”; the host has to give each VM its own.");
    }
}
