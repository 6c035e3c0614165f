// SPDX-License-Identifier: Apache-2.0
namespace Ghaf.Rpc.Tests;

public sealed class PendingIdentityTests : IDisposable
{
    private readonly DeviceAuthority _authority = Some.Authority();
    private readonly Identity _current;
    private readonly PendingIdentity _pending = new("net-vm");

    public PendingIdentityTests() => _current = _authority.Issue("net-vm", Some.Day);

    public void Dispose()
    {
        _pending.Dispose();
        _current.Dispose();
        _authority.Dispose();
    }

    [Fact]
    public void Accepts_the_certificate_for_its_request()
    {
        using var identity = _pending.Complete([Issue("net-vm", _authority)], _current);
        Assert.Equal("net-vm", identity.Name);
        Assert.True(identity.Certificate.HasPrivateKey);
    }

    [Fact]
    public void Accepts_the_authority_behind_it()
    {
        using var identity = _pending.Complete([Issue("net-vm", _authority), _authority.Certificate.RawData], _current);
        Assert.Equal("net-vm", identity.Name);
    }

    [Fact]
    public void Rejects_another_name()
    {
        var fault = Rejects(Issue("host", _authority));
        Assert.Equal("The new certificate is for “host”, and this is “net-vm”.", fault.Message);
    }

    [Fact]
    public void Rejects_another_authority()
    {
        using var other = Some.Authority();
        Rejects(Issue("net-vm", other));
        Rejects(Issue("net-vm", other), other.Certificate.RawData);
        Rejects(Issue("net-vm", _authority), other.Certificate.RawData);
    }

    [Fact]
    public void Rejects_a_certificate_for_another_key()
    {
        using var other = new PendingIdentity("net-vm");
        using var certificate = _authority.IssueFor("net-vm", other.SigningRequest, Some.Day);
        Assert.StartsWith("The new certificate does not fit the key of the last signing request: ", Rejects(certificate.RawData).Message);
    }

    [Fact]
    public void Rejects_no_certificate_and_garbage()
    {
        Rejects();
        Rejects("nothing"u8.ToArray());
    }

    private IdentityException Rejects(params byte[][] chain) =>
        Assert.Throws<IdentityException>(() => _pending.Complete(chain, _current));

    private byte[] Issue(string name, DeviceAuthority authority)
    {
        using var certificate = authority.IssueFor(name, _pending.SigningRequest, Some.Day);
        return certificate.RawData;
    }
}
