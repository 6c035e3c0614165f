// SPDX-License-Identifier: Apache-2.0
using System.Security.Cryptography.X509Certificates;
using Ghaf.Exec;
using Ghaf.Images;
using Ghaf.Model;

namespace Ghaf.SupplyChain;

/// <summary>Signs with the private key in a PKCS #11 token that <c>db.uri</c> of a key folder names.</summary>
public sealed class SignWithToken : ISignPrograms
{
    private readonly KeyFolder _folder;
    private readonly string? _server;
    private readonly TokenKey _key;

    /// <param name="server">The value of <see cref="TokenServer.Variable"/>. Not looked at before something is signed.</param>
    /// <exception cref="KeysUnusableException">A file is missing or damaged.</exception>
    /// <exception cref="TokenUnusableException"><c>db.uri</c> names no key.</exception>
    public SignWithToken(KeyFolder folder, string? server)
    {
        ArgumentNullException.ThrowIfNull(folder);
        _folder = folder;
        _server = server;
        _key = TokenKey.Parse(ReadKeys.Text(folder.TokenKey), folder.TokenKey);
        Enrolled = ReadKeys.Run(folder);
        Certificate = Sha256.Of(Enrolled.Programs[0]);
    }

    public Sha256 Certificate { get; }

    public EnrolledKeys Enrolled { get; }

    public IReadOnlyCollection<string> Tools => PackageRequests.TokenSigner;

    public async Task SignAsync(Sandbox tools, string program, string signed, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(tools);
        var token = LentToken.Of(tools, _key, _server, _folder.TokenKey);
        await RequireFitAsync(token, cancellation).ConfigureAwait(false);
        string[] key = ["--private-key=" + token.Uri, "--private-key-source=provider:pkcs11"];
        await SignProgram.RunAsync(token.Tools, Enrolled.Programs[0], key, program, signed, cancellation).ConfigureAwait(false);
    }

    // A firmware would refuse what another key has signed than that of the certificate.
    private async Task RequireFitAsync(LentToken token, CancellationToken cancellation)
    {
        using var inToken = await ReadTokenKey.RunAsync(token, cancellation).ConfigureAwait(false);
        using var certificate = ReadKeys.CertificateOf(_folder, "db");
        using var certified = certificate.GetRSAPublicKey();
        if (certified is null || !certified.ExportRSAPublicKey().AsSpan().SequenceEqual(inToken.ExportRSAPublicKey()))
        {
            throw new TokenUnusableException(
                _folder.TokenKey, $"{_folder.Certificate("db")} is the certificate of another key",
                "Put the certificate of the token's key there, or name the key that it belongs to.");
        }
    }
}
