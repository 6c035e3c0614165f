// SPDX-License-Identifier: Apache-2.0
using System.Security.Cryptography.X509Certificates;
using Ghaf.Host.Agents;
using Ghaf.Rpc;

namespace Ghaf.Host.Tests;

public sealed class DeviceIdentitiesTests : IDisposable
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    private readonly string _folder = Directory.CreateTempSubdirectory("ghaf-identities-").FullName;
    private readonly StringWriter _log = new();

    private string Authority => Path.Combine(_folder, "authority.pem");

    public void Dispose()
    {
        _log.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public void The_first_start_makes_an_authority_and_an_identity_for_each_VM_that_only_their_owner_may_read()
    {
        using var identities = Open("net-vm", "app-vm");
        Assert.Equal("host", identities.Host.Name);
        foreach (var vm in (string[])["net-vm", "app-vm"])
        {
            using var identity = Identity.ReadFile(FileOf(vm));
            Assert.Equal(vm, identity.Name);
            Assert.Equal(identities.Host.Authority.RawData, identity.Authority.RawData);
        }

        Assert.Equal(
            ["authority.pem", "identity-app-vm.pem", "identity-net-vm.pem"],
            Directory.GetFiles(_folder).Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal));
        Assert.All(Directory.GetFiles(_folder), file => Assert.Equal(OwnerOnly, File.GetUnixFileMode(file)));
        Assert.Equal("", _log.ToString());
    }

    [Fact]
    public void A_second_start_keeps_what_is_there_and_makes_only_what_is_missing()
    {
        Open("net-vm", "app-vm").Dispose();
        var before = (Authority: File.ReadAllText(Authority), Net: File.ReadAllText(FileOf("net-vm")), App: File.ReadAllText(FileOf("app-vm")));
        File.Delete(FileOf("app-vm"));
        using var identities = Open("net-vm", "app-vm", "new-vm");
        Assert.Equal(before.Authority, File.ReadAllText(Authority));
        Assert.Equal(before.Net, File.ReadAllText(FileOf("net-vm")));
        Assert.NotEqual(before.App, File.ReadAllText(FileOf("app-vm")));
        Assert.All(
            (string[])["app-vm", "new-vm"],
            vm =>
            {
                using var identity = Identity.ReadFile(FileOf(vm));
                Assert.Equal((vm, identities.Host.Authority.Thumbprint), (identity.Name, identity.Authority.Thumbprint));
                Assert.Equal(OwnerOnly, File.GetUnixFileMode(FileOf(vm)));
            });
        Assert.Equal("", _log.ToString());
    }

    [Fact]
    public void An_authority_that_cannot_be_read_is_made_anew_with_all_identities_and_the_log_says_so()
    {
        Open("net-vm", "app-vm").Dispose();
        string[] before = [.. Directory.GetFiles(_folder).Order().Select(File.ReadAllText)];
        File.WriteAllText(Authority, "rubbish");
        before[0] = "rubbish";
        using var identities = Open("net-vm", "app-vm");
        Assert.All(
            Directory.GetFiles(_folder).Order().Select(File.ReadAllText).Zip(before), pair => Assert.NotEqual(pair.Second, pair.First));
        foreach (var vm in (string[])["net-vm", "app-vm"])
        {
            using var identity = Identity.ReadFile(FileOf(vm));
            Assert.Equal(identities.Host.Authority.Thumbprint, identity.Authority.Thumbprint);
        }

        Assert.Equal(OwnerOnly, File.GetUnixFileMode(Authority));
        var line = Assert.Single(_log.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries));
        Assert.StartsWith(
            "The authority is made anew, and VMs answer again after their next start: The authority is no certificate with its key in PEM: ", line);
    }

    [Fact]
    public void A_start_that_was_interrupted_leaves_no_VM_with_an_identity_of_another_authority()
    {
        Open("net-vm", "app-vm").Dispose();
        File.WriteAllText(Authority, "rubbish");
        Assert.Throws<DirectoryNotFoundException>(() => Open("net-vm", "missing/folder"));
        using var identities = Open("net-vm", "app-vm");
        foreach (var vm in (string[])["net-vm", "app-vm"])
        {
            using var identity = Identity.ReadFile(FileOf(vm));
            Assert.Equal(identities.Host.Authority.Thumbprint, identity.Authority.Thumbprint);
        }
    }

    [Fact]
    public void A_certificate_is_for_the_VM_that_was_asked_whatever_its_request_says()
    {
        using var identities = Open("net-vm");
        using var pending = new PendingIdentity("host");
        using var certificate = X509CertificateLoader.LoadCertificate(identities.IssueFor("net-vm", pending.SigningRequest));
        Assert.Equal("net-vm", PeerName.Of(certificate));
        Assert.Equal("net-vm", new PeerCheck(identities.Host.Authority).Check(certificate, PeerRole.Server).Name);
        using var current = Identity.ReadFile(FileOf("net-vm"));
        using var renewed = pending.Complete([certificate.RawData], current);
        Assert.Equal("net-vm", renewed.Name);
    }

    [Fact]
    public void Rejects_what_is_no_signing_request()
    {
        using var identities = Open("net-vm");
        var fault = Assert.Throws<IdentityException>(() => identities.IssueFor("net-vm", [1, 2, 3]));
        Assert.StartsWith("The signing request of “net-vm” is refused: ", fault.Message);
    }

    [Fact]
    public void A_prepared_identity_takes_the_place_of_the_one_before()
    {
        using var identities = Open("net-vm");
        using var before = Identity.ReadFile(FileOf("net-vm"));
        identities.Prepare("net-vm", FileOf("net-vm"));
        using var after = Identity.ReadFile(FileOf("net-vm"));
        Assert.Equal("net-vm", after.Name);
        Assert.Equal(before.Authority.Thumbprint, after.Authority.Thumbprint);
        Assert.NotEqual(before.Certificate.Thumbprint, after.Certificate.Thumbprint);
        Assert.Equal(OwnerOnly, File.GetUnixFileMode(FileOf("net-vm")));
    }

    [Fact]
    public void A_probe_beside_the_daemon_reads_its_authority_and_makes_none()
    {
        Assert.Throws<IdentityException>(() => DeviceIdentities.Read(Authority, TimeProvider.System));
        Assert.False(File.Exists(Authority));
        using var identities = Open();
        using var read = DeviceIdentities.Read(Authority, TimeProvider.System);
        Assert.Equal(identities.Host.Authority.Thumbprint, read.Host.Authority.Thumbprint);
    }

    private string FileOf(string vm) => Path.Combine(_folder, $"identity-{vm}.pem");

    private DeviceIdentities Open(params string[] vms) => DeviceIdentities.Open(
        Authority, vms.Select(vm => (Path.GetFileName(vm), FileOf(vm))), TimeProvider.System, new Log(_log, TimeProvider.System));
}
