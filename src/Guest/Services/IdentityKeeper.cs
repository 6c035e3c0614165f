// SPDX-License-Identifier: Apache-2.0
using Ghaf.Rpc;

namespace Ghaf.Guest.Services;

/// <summary>
/// Takes a new identity when the old one is about to end. The agent itself ends when nobody asks, so the new one is kept in
/// its runtime folder: memory of the VM, which is gone with it.
/// </summary>
/// <param name="file">Where a renewed identity is kept; null when there is no such folder, then it is lost with this process.</param>
internal sealed class IdentityKeeper(CurrentIdentity current, string? file) : IDisposable
{
    private readonly Lock _gate = new();
    private PendingIdentity? _pending;

    /// <summary>The identity to start with: the renewed one, if it is of the same authority and name and ends later.</summary>
    public static Identity Choose(Identity given, string? file)
    {
        if (file is null || !File.Exists(file))
        {
            return given;
        }

        var renewed = Identity.ReadFile(file);
        return renewed.Name == given.Name && renewed.Expires > given.Expires
            && renewed.Authority.RawDataMemory.Span.SequenceEqual(given.Authority.RawDataMemory.Span) ? renewed : given;
    }

    public byte[] Request()
    {
        lock (_gate)
        {
            _pending?.Dispose();
            _pending = new PendingIdentity(current.Value.Name);
            return _pending.SigningRequest;
        }
    }

    /// <exception cref="IdentityException">Nothing was requested, or this is not the certificate for it.</exception>
    public Identity Take(IReadOnlyList<byte[]> chain)
    {
        lock (_gate)
        {
            var pending = _pending ?? throw new IdentityException("No signing request is open; ask for one first.");
            var identity = pending.Complete(chain, current.Value);
            if (file is not null)
            {
                identity.WriteFile(file);
            }

            current.Replace(identity);
            pending.Dispose();
            _pending = null;
            return identity;
        }
    }

    public void Dispose() => _pending?.Dispose();
}
