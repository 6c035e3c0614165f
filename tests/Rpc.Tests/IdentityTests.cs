// SPDX-License-Identifier: Apache-2.0
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Ghaf.Rpc.Tests;

public sealed class IdentityTests : IDisposable
{
    private readonly DeviceAuthority _authority = Some.Authority();

    public void Dispose() => _authority.Dispose();

    [Fact]
    public void An_identity_survives_its_bundle()
    {
        using var identity = _authority.Issue("net-vm", Some.Day);
        using var read = Identity.FromPem(identity.ToPem());
        Assert.Equal("net-vm", read.Name);
        Assert.Equal(identity.Certificate.Thumbprint, read.Certificate.Thumbprint);
        Assert.Equal(_authority.Certificate.Thumbprint, read.Authority.Thumbprint);
        Assert.True(read.Certificate.HasPrivateKey);
        Assert.InRange(read.Expires, DateTimeOffset.UtcNow, DateTimeOffset.UtcNow + Some.Day);
    }

    [Fact]
    public void A_file_of_it_is_its_owners_only()
    {
        var folder = Directory.CreateTempSubdirectory("ghaf-identity-");
        var path = Path.Combine(folder.FullName, "identity.pem");
        using var identity = _authority.Issue("net-vm", Some.Day);
        identity.WriteFile(path);
        identity.WriteFile(path);
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(path));
        using var read = Identity.ReadFile(path);
        Assert.Equal("net-vm", read.Name);
        folder.Delete(recursive: true);
    }

    [Fact]
    public void A_missing_file_is_named()
    {
        var fault = Assert.Throws<IdentityException>(() => Identity.ReadFile("/nowhere/ghaf.identity"));
        Assert.StartsWith("/nowhere/ghaf.identity can't be read: ", fault.Message);
    }

    [Fact]
    public void Rejects_a_bundle_of_two_devices()
    {
        using var other = Some.Authority();
        using var identity = _authority.Issue("net-vm", Some.Day);
        var mixed = identity.ToPem().Replace(_authority.Certificate.ExportCertificatePem(), other.Certificate.ExportCertificatePem());
        var fault = Assert.Throws<IdentityException>(() => Identity.FromPem(mixed, "ghaf.identity"));
        Assert.StartsWith("ghaf.identity: the certificate of “net-vm” was not issued by the authority behind it", fault.Message);
    }

    [Fact]
    public void Rejects_a_bundle_without_an_authority()
    {
        using var identity = _authority.Issue("net-vm", Some.Day);
        var alone = identity.ToPem().Replace(_authority.Certificate.ExportCertificatePem(), "");
        var fault = Assert.Throws<IdentityException>(() => Identity.FromPem(alone, "ghaf.identity"));
        Assert.Equal("ghaf.identity: there are 1 certificates, and two are needed: the machine's and the authority's.", fault.Message);
    }

    [Fact]
    public void Rejects_a_bundle_with_the_key_of_another()
    {
        using var one = _authority.Issue("net-vm", Some.Day);
        using var other = _authority.Issue("net-vm", Some.Day);
        var mixed = other.ToPem().Replace(other.Certificate.ExportCertificatePem(), one.Certificate.ExportCertificatePem());
        Assert.Throws<IdentityException>(() => Identity.FromPem(mixed));
    }

    [Fact]
    public void An_authority_survives_its_bundle()
    {
        using var read = DeviceAuthority.FromPem(_authority.ToPem());
        using var identity = read.Issue("net-vm", Some.Day);
        Assert.Equal("net-vm", new PeerCheck(_authority.Certificate).Check(identity.Certificate, PeerRole.Server).Name);
    }

    [Fact]
    public void Rejects_an_identity_as_an_authority()
    {
        using var identity = _authority.Issue("net-vm", Some.Day);
        Assert.Throws<IdentityException>(() => DeviceAuthority.FromPem(identity.ToPem()));
    }

    [Fact]
    public void A_certificate_begins_a_year_back_and_ends_no_later_than_its_authority()
    {
        using var identity = _authority.Issue("net-vm", 100 * Some.Day);
        Assert.InRange(DateTime.Now - identity.Certificate.NotBefore, 365 * Some.Day, (365 * Some.Day) + TimeSpan.FromMinutes(5));
        Assert.Equal(_authority.Certificate.NotAfter, identity.Certificate.NotAfter);
    }

    [Theory]
    [InlineData("")]
    [InlineData("Net-VM")]
    [InlineData("-vm")]
    [InlineData("vm-")]
    [InlineData("*")]
    [InlineData("net-vm.example")]
    [InlineData("net-vm\n")]
    public void Rejects_a_name(string name) => Assert.Throws<ArgumentException>(() => _authority.Issue(name, Some.Day));

    [Fact]
    public void The_name_in_a_request_does_not_count()
    {
        using var pending = new PendingIdentity("host");
        using var certificate = _authority.IssueFor("net-vm", pending.SigningRequest, Some.Day);
        Assert.Equal("net-vm", PeerName.Of(certificate));
        Assert.Equal("CN=net-vm", certificate.Subject);
    }

    [Fact]
    public void Extensions_in_a_request_do_not_count()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=host", key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName("host");
        request.CertificateExtensions.Add(names.Build());
        using var certificate = _authority.IssueFor("net-vm", request.CreateSigningRequest(), Some.Day);
        Assert.Equal("net-vm", PeerName.Of(certificate));
        Assert.False(certificate.Extensions.OfType<X509BasicConstraintsExtension>().Single().CertificateAuthority);
    }

    [Fact]
    public void Rejects_a_request_whose_signature_is_forged()
    {
        using var pending = new PendingIdentity("net-vm");
        var forged = pending.SigningRequest.ToArray();
        using (var proof = _authority.IssueFor("net-vm", forged, Some.Day))
        {
            Assert.Equal("net-vm", PeerName.Of(proof));
        }

        // Of somebody else's key: the last byte belongs to the signature.
        forged[^1] ^= 1;
        var fault = Assert.Throws<IdentityException>(() => _authority.IssueFor("net-vm", forged, Some.Day));
        Assert.StartsWith("The signing request of “net-vm” is refused: ", fault.Message);
    }

    [Fact]
    public void Rejects_what_is_no_request() =>
        Assert.Throws<IdentityException>(() => _authority.IssueFor("net-vm", "nothing"u8.ToArray(), Some.Day));

    [Fact]
    public void Rejects_a_key_of_another_curve()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP384);
        var request = new CertificateRequest("CN=net-vm", key, HashAlgorithmName.SHA256).CreateSigningRequest();
        var fault = Assert.Throws<IdentityException>(() => _authority.IssueFor("net-vm", request, Some.Day));
        Assert.Equal("The key of “net-vm” is not of the curve P-256; make another one.", fault.Message);
    }

    [Fact]
    public void Rejects_a_key_of_RSA()
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=net-vm", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1).CreateSigningRequest();
        Assert.Throws<IdentityException>(() => _authority.IssueFor("net-vm", request, Some.Day));
    }
}
