// SPDX-License-Identifier: Apache-2.0
using System.Security.Cryptography.X509Certificates;
using System.Text.Json;
using Ghaf.Exec;
using Ghaf.Images;
using Ghaf.SupplyChain;

namespace Ghaf.EndToEnd.Tests;

/// <summary>The private key that programs are signed with is in a PKCS #11 token, and never leaves it.</summary>
[Collection(Machine.Name)]
public sealed class TokenTests(BuiltCheckout built) : IDisposable
{
    private const string Loader = "usr/lib/systemd/boot/efi/systemd-bootx64.efi";
    private readonly string _scratch = Directory.CreateTempSubdirectory("ghaf-signed-").FullName;

    [Fact]
    public async Task A_token_signs_like_a_key_file_and_a_wrong_PIN_or_key_is_refused()
    {
        var tools = await OpenAsync(PackageRequests.TokenSigner);
        var loader = Path.Combine((await OpenAsync(PackageRequests.Toolchain)).ToolchainRoot, Loader);
        await using var token = await SoftToken.StartAsync(tools, "db", "other");
        var keys = new KeyFolder(Path.Combine(_scratch, "keys", "secureboot"));
        var certified = await CertifyTokenKey.RunAsync(
            tools, TokenKey.Parse(token.Uri("db"), "test"), token.Address, "test", "A/B+C", TimeProvider.System, CancellationToken.None);
        CreateKeys.Run(keys, "Test", replace: false, TimeProvider.System, certified);
        using (var certificate = X509Certificate2.CreateFromPem(certified.Certificate))
        {
            Assert.Equal("CN=\"A/B+C db\"", certificate.Subject);
        }

        var first = await SignAsync("first.efi");
        Assert.Equal(SignatureState.Trusted, ReadSignatures.Run(first, "", ReadKeys.Run(keys)).State);
        Assert.Equal(first, await SignAsync("second.efi"));
        await SignsLikeItsFileAsync(token, tools, loader);

        await RefusesAsync(token.Uri("db", pinFile: token.WrongPinFile()), "the PIN is wrong");
        await RefusesAsync(token.Uri("nothing"), "the token has no such private key");
        await RefusesAsync(token.Uri("db", token: "another"), "no token that the p11-kit server has fits it");
        await RefusesAsync("pkcs11:token=ghaf;object=db", "the token asks for a PIN, and none is named");
        await RefusesAsync(token.Uri("other"), $"{keys.Certificate("db")} is the certificate of another key");

        async Task<byte[]> SignAsync(string name)
        {
            var signed = Path.Combine(_scratch, name);
            await OpenSigner.Run(keys, token.Address).SignAsync(tools, loader, signed, CancellationToken.None);
            return await File.ReadAllBytesAsync(signed);
        }

        async Task RefusesAsync(string uri, string why)
        {
            await File.WriteAllTextAsync(keys.TokenKey, uri);
            var refused = await Assert.ThrowsAsync<TokenUnusableException>(() => SignAsync("refused.efi"));
            Assert.Equal($"The key in a token that {keys.TokenKey} names cannot be used: {why}.", refused.What);
            Assert.False(File.Exists(Path.Combine(_scratch, "refused.efi")));
        }
    }

    [Fact]
    public async Task A_device_is_built_with_a_key_in_a_token()
    {
        await using var token = await SoftToken.StartAsync(await OpenAsync(PackageRequests.TokenSigner), "db");
        var settings = new Dictionary<string, string?> { [TokenServer.Variable] = token.Address };
        var keys = KeyFolder.In(built.Checkout.Folder);
        var aside = Path.Combine(_scratch, "aside");
        Directory.Move(keys.Path, aside);
        try
        {
            using var created = await GhafRun.RunAsync(built.Checkout, ["secureboot", "keys", "create", "--token", token.Uri("db")], settings);
            created.ShouldEndWith(0);
            using var build = await GhafRun.RunAsync(built.Checkout, ["build", "vm-debug", "--format", "json"], settings);
            build.ShouldEndWith(0);
            var disk = JsonDocument.Parse(build.Output).RootElement.GetProperty("disk").GetString()!;
            Assert.NotEqual(built.Disk, disk);
            using var status = await GhafRun.RunAsync(built.Checkout, ["secureboot", "status", disk]);
            status.ShouldEndWith(0);
            Assert.Contains($"signed by CN=Ghaf {Path.GetFileName(built.Checkout.Folder)} db", status.Output);
            Assert.False(File.Exists(keys.PrivateKey("db")));

            // What is built needs the token no more; what is new does.
            using var again = await GhafRun.RunAsync(built.Checkout, ["build", "vm-debug"]);
            again.ShouldEndWith(0);
        }
        finally
        {
            if (Directory.Exists(keys.Path))
            {
                Directory.Delete(keys.Path, recursive: true);
            }

            Directory.Move(aside, keys.Path);
        }
    }

    private async Task SignsLikeItsFileAsync(SoftToken token, Sandbox tools, string loader)
    {
        var keys = new KeyFolder(Path.Combine(_scratch, "files", "secureboot"));
        CreateKeys.Run(keys, "Test", replace: false, TimeProvider.System);
        await token.ImportAsync("imported", keys.PrivateKey("db"));
        var byFile = Path.Combine(_scratch, "by-file.efi");
        await OpenSigner.Run(keys, null).SignAsync(await OpenAsync(PackageRequests.Toolchain), loader, byFile, CancellationToken.None);
        File.Delete(keys.PrivateKey("db"));
        await File.WriteAllTextAsync(keys.TokenKey, token.Uri("imported"));
        var byToken = Path.Combine(_scratch, "by-token.efi");
        await OpenSigner.Run(keys, token.Address).SignAsync(tools, loader, byToken, CancellationToken.None);
        Assert.Equal(await File.ReadAllBytesAsync(byFile), await File.ReadAllBytesAsync(byToken));
    }

    public void Dispose() => Directory.Delete(_scratch, recursive: true);

    private async Task<Sandbox> OpenAsync(IReadOnlyCollection<string> request)
    {
        var packageLock = await PackageLock.LoadAsync(Path.Combine(built.Checkout.Folder, PackageLock.FileName));
        return await OpenToolchain.RunAsync(packageLock, new Store(), null, CancellationToken.None, request);
    }
}
