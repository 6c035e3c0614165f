// SPDX-License-Identifier: Apache-2.0
using Ghaf.Rpc;

namespace Ghaf.Host.Agents;

/// <summary>
/// The authority of this run of the device, and what it issues. It is made when the device starts and lives in memory: no key is in an
/// image or on a disk, and what one run issued is worth nothing in the next.
/// </summary>
internal sealed class DeviceIdentities : IDisposable
{
    // As long as any run: an identity ends with its authority, and clocks may be wrong.
    private static readonly TimeSpan Lifetime = TimeSpan.FromDays(3650);

    private readonly DeviceAuthority _authority;

    private DeviceIdentities(DeviceAuthority authority)
    {
        _authority = authority;
        Host = authority.Issue(PeerName.Host, Lifetime);
    }

    /// <summary>Who calls when vmd calls.</summary>
    public Identity Host { get; }

    /// <summary>The one of before, if vmd itself was started again, or a new one; with it an identity for each VM that has none yet.</summary>
    /// <param name="authorityFile">Nobody but root may enter its folder.</param>
    public static DeviceIdentities Open(string authorityFile, IEnumerable<(string Name, string File)> vms, TimeProvider time, Log log)
    {
        var (authority, isNew) = OpenAuthority(authorityFile, time, log);
        var identities = new DeviceIdentities(authority);
        foreach (var (name, file) in vms.Where(vm => isNew || !File.Exists(vm.File)))
        {
            identities.Prepare(name, file);
        }

        // Last: whoever is interrupted before makes all of it anew, and no VM keeps an identity of an authority that is gone.
        if (isNew)
        {
            authority.WriteFile(authorityFile);
        }

        return identities;
    }

    /// <summary>Only reads; for a probe beside the daemon.</summary>
    /// <exception cref="IdentityException">The daemon has made none.</exception>
    public static DeviceIdentities Read(string authorityFile, TimeProvider time) => new(DeviceAuthority.ReadFile(authorityFile, time));

    /// <summary>An identity for somebody else.</summary>
    public Identity Issue(string name) => _authority.Issue(name, Lifetime);

    /// <summary>The certificate for a key that a VM made itself, DER.</summary>
    /// <exception cref="IdentityException">The request is none.</exception>
    public byte[] IssueFor(string name, byte[] signingRequest)
    {
        using var certificate = _authority.IssueFor(name, signingRequest, Lifetime);
        return certificate.RawData;
    }

    /// <summary>Makes the identity with which a VM starts the next time.</summary>
    public void Prepare(string name, string file)
    {
        using var identity = Issue(name);
        identity.WriteFile(file);
    }

    public void Dispose()
    {
        Host.Dispose();
        _authority.Dispose();
    }

    private static (DeviceAuthority Authority, bool IsNew) OpenAuthority(string file, TimeProvider time, Log log)
    {
        if (File.Exists(file))
        {
            try
            {
                return (DeviceAuthority.ReadFile(file, time), false);
            }
            catch (IdentityException e)
            {
                log.Write($"The authority is made anew, and VMs answer again after their next start: {e.Message}");
            }
        }

        return (DeviceAuthority.Create(Lifetime, time: time), true);
    }
}
