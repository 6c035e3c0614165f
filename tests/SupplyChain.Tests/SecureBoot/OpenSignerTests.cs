// SPDX-License-Identifier: Apache-2.0
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Ghaf.Images;

namespace Ghaf.SupplyChain.Tests.SecureBoot;

public sealed class OpenSignerTests : IDisposable
{
    private readonly ScratchFolder _scratch = new();

    private KeyFolder Keys => KeyFolder.In(_scratch.Path);

    [Fact]
    public void A_key_in_a_file_is_signed_with_by_the_toolchain()
    {
        CreateKeys.Run(Keys, "Test", replace: false, TimeProvider.System);
        Assert.Equal(PackageRequests.Toolchain, Assert.IsType<SignWithKeyFile>(OpenSigner.Run(Keys, null)).Tools);
    }

    [Fact]
    public void A_key_in_a_token_is_named_by_a_file_for_its_owner_only_and_trusted_like_others()
    {
        var programs = Certified("pkcs11:token=ghaf;object=db?pin-source=file:/home/me/pin");
        CreateKeys.Run(Keys, "Test", replace: false, TimeProvider.System, programs);
        Assert.False(File.Exists(Keys.PrivateKey("db")));
        Assert.Equal("pkcs11:token=ghaf;object=db;type=private?pin-source=file:/home/me/pin\n", File.ReadAllText(Keys.TokenKey));
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Keys.TokenKey));
        var signer = Assert.IsType<SignWithToken>(OpenSigner.Run(Keys, null));
        Assert.Equal([programs.Certificate], signer.Enrolled.Programs);
        Assert.Equal(PackageRequests.TokenSigner, signer.Tools);
        Assert.NotEmpty(signer.Enrolled.Updates["db"]);
    }

    [Fact]
    public void Two_keys_that_sign_are_refused()
    {
        CreateKeys.Run(Keys, "Test", replace: false, TimeProvider.System);
        File.WriteAllText(Keys.TokenKey, "pkcs11:object=db");
        var refused = Assert.Throws<KeysUnusableException>(() => OpenSigner.Run(Keys, null));
        Assert.Contains(Keys.PrivateKey("db"), refused.What);
        Assert.Contains(Keys.TokenKey, refused.What);
    }

    [Fact]
    public void A_file_that_names_no_key_is_named_itself()
    {
        CreateKeys.Run(Keys, "Test", replace: false, TimeProvider.System, Certified("pkcs11:object=db"));
        File.WriteAllText(Keys.TokenKey, "pkcs11:token=ghaf");
        Assert.Contains(Keys.TokenKey, Assert.Throws<TokenUnusableException>(() => OpenSigner.Run(Keys, null)).What);
    }

    public void Dispose() => _scratch.Dispose();

    private static CertifiedTokenKey Certified(string uri)
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=Token db", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        using var certificate = request.CreateSelfSigned(DateTimeOffset.UtcNow, DateTimeOffset.UtcNow.AddYears(1));
        return new CertifiedTokenKey(TokenKey.Parse(uri, "test"), certificate.ExportCertificatePem() + "\n");
    }
}
