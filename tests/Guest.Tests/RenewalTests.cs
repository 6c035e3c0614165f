// SPDX-License-Identifier: Apache-2.0
using Ghaf.Guest.Services;
using Ghaf.Rpc;
using Ghaf.Rpc.Contracts;
using Google.Protobuf;
using Grpc.Core;

namespace Ghaf.Guest.Tests;

public class RenewalTests
{
    [Fact]
    public async Task A_new_certificate_is_shown_from_then_on_and_kept()
    {
        await using var agent = await RunningAgent.StartAsync();
        using var channel = agent.Connect();
        var request = await channel.Guest.CreateSigningRequestAsync(new());
        using var certificate = agent.Authority.IssueFor("curl-vm", request.SigningRequest.ToByteArray(), 2 * Some.Day);
        var answer = await channel.Guest.TakeCertificateAsync(Chain(certificate.RawData));
        var expires = new DateTimeOffset(certificate.NotAfter).ToUnixTimeSeconds();
        Assert.Equal(expires, answer.ExpiresUnixSeconds);

        // On the open connection and on a new one.
        Assert.Equal(expires, (await channel.Guest.GetStatusAsync(new())).IdentityExpiresUnixSeconds);
        using var later = agent.Connect();
        Assert.Equal(expires, (await later.Guest.GetStatusAsync(new())).IdentityExpiresUnixSeconds);

        // The next process begins with it.
        using var next = IdentityKeeper.Choose(agent.Given, agent.KeptIdentity);
        Assert.Equal(certificate.Thumbprint, next.Certificate.Thumbprint);
    }

    [Fact]
    public async Task Rejects_a_certificate_that_was_not_asked_for()
    {
        await using var agent = await RunningAgent.StartAsync();
        using var channel = agent.Connect();
        using var pending = new PendingIdentity("curl-vm");
        using var certificate = agent.Authority.IssueFor("curl-vm", pending.SigningRequest, Some.Day);
        var refusal = await Refused(channel, certificate.RawData);
        Assert.Equal("No signing request is open; ask for one first.", refusal.Status.Detail);

        await channel.Guest.CreateSigningRequestAsync(new());
        refusal = await Refused(channel, certificate.RawData);
        Assert.StartsWith("The new certificate does not fit the key of the last signing request", refusal.Status.Detail);
        Assert.False(File.Exists(agent.KeptIdentity));
        await channel.Guest.GetStatusAsync(new());
    }

    [Fact]
    public void A_kept_identity_counts_only_while_it_is_the_better_one()
    {
        var folder = Directory.CreateTempSubdirectory("ghaf-keeper-");
        var file = Path.Combine(folder.FullName, "identity.pem");
        using var authority = DeviceAuthority.Create(10 * Some.Day);
        using var given = authority.Issue("curl-vm", Some.Day);
        Assert.Same(given, IdentityKeeper.Choose(given, null));
        Assert.Same(given, IdentityKeeper.Choose(given, file));

        using var longer = authority.Issue("curl-vm", 2 * Some.Day);
        longer.WriteFile(file);
        Assert.Equal(longer.Certificate.Thumbprint, IdentityKeeper.Choose(given, file).Certificate.Thumbprint);
        Assert.Same(longer, IdentityKeeper.Choose(longer, file));

        // The host gave the VM another authority: what is kept belongs to the past.
        using var another = DeviceAuthority.Create(10 * Some.Day);
        using var anew = another.Issue("curl-vm", Some.Day);
        Assert.Same(anew, IdentityKeeper.Choose(anew, file));
        folder.Delete(recursive: true);
    }

    private static TakeCertificateRequest Chain(byte[] certificate) => new() { Chain = { ByteString.CopyFrom(certificate) } };

    private static async Task<RpcException> Refused(GuestChannel channel, byte[] certificate)
    {
        var refusal = await Assert.ThrowsAsync<RpcException>(async () => await channel.Guest.TakeCertificateAsync(Chain(certificate)));
        Assert.Equal(StatusCode.InvalidArgument, refusal.StatusCode);
        return refusal;
    }
}
