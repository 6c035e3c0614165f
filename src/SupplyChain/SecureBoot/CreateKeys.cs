// SPDX-License-Identifier: Apache-2.0
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Ghaf.SupplyChain;

/// <summary>Makes the keys of Secure Boot: a platform key, a key exchange key, and the key that programs are signed with.</summary>
public static class CreateKeys
{
    // What UEFI asks of every firmware; larger ones are not verified by all.
    private const int KeySize = 2048;
    private const int Years = 15;
    private const UnixFileMode OwnersFolder = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
    private const UnixFileMode OwnersFile = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    /// <param name="folder">Appears at once, complete, or not at all.</param>
    /// <param name="name">Goes into the certificates, so that people know whose they are.</param>
    /// <param name="replace">Whether keys that are there may be lost.</param>
    /// <param name="programs">Signs programs instead of a key that is made here.</param>
    /// <exception cref="KeysExistException">There are keys, also when another process made them meanwhile.</exception>
    public static void Run(KeyFolder folder, string name, bool replace, TimeProvider time, CertifiedTokenKey? programs = null)
    {
        ArgumentNullException.ThrowIfNull(folder);
        ArgumentNullException.ThrowIfNull(time);
        if (folder.Exists && !replace)
        {
            throw new KeysExistException(folder.Path);
        }

        var parent = Path.GetDirectoryName(folder.Path)!;
        KeepFromGit(parent);
        var half = new KeyFolder($"{folder.Path}.{Environment.ProcessId}.new");
        Directory.CreateDirectory(half.Path, OwnersFolder);
        try
        {
            Write(half, name, time.GetUtcNow(), programs);
            EnrollKeys.Run(half);
            if (replace && Directory.Exists(folder.Path))
            {
                Directory.Delete(folder.Path, recursive: true);
            }

            Directory.Move(half.Path, folder.Path);
        }
        catch (IOException) when (folder.Exists)
        {
            throw new KeysExistException(folder.Path);
        }
        finally
        {
            if (Directory.Exists(half.Path))
            {
                Directory.Delete(half.Path, recursive: true);
            }
        }
    }

    private static void KeepFromGit(string folder)
    {
        Directory.CreateDirectory(folder, OwnersFolder);
        File.WriteAllText(Path.Combine(folder, ".gitignore"), "*\n");
    }

    /// <summary>From when until when the certificates are valid. No firmware looks at it.</summary>
    internal static (DateTimeOffset From, DateTimeOffset To) Validity(DateTimeOffset now) => (now.AddDays(-1), now.AddYears(Years));

    private static void Write(KeyFolder folder, string name, DateTimeOffset now, CertifiedTokenKey? programs)
    {
        var (from, to) = Validity(now);
        File.WriteAllText(folder.Owner, $"{Guid.NewGuid()}\n");
        foreach (var variable in KeyFolder.Variables)
        {
            if (variable == "db" && programs is not null)
            {
                File.WriteAllText(folder.Certificate(variable), programs.Certificate);
                WriteForOwner(folder.TokenKey, $"{programs.Key}\n");
                continue;
            }

            using var key = RSA.Create(KeySize);
            var request = new CertificateRequest(
                $"CN={name} {variable}", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
            using var certificate = request.CreateSelfSigned(from, to);
            File.WriteAllText(folder.Certificate(variable), certificate.ExportCertificatePem() + "\n");
            WriteForOwner(folder.PrivateKey(variable), key.ExportPkcs8PrivateKeyPem() + "\n");
        }

        // A TPM knows keys, not certificates.
        using var measurements = RSA.Create(KeySize);
        File.WriteAllText(folder.PublicKey(KeyFolder.Measurements), measurements.ExportSubjectPublicKeyInfoPem() + "\n");
        WriteForOwner(folder.PrivateKey(KeyFolder.Measurements), measurements.ExportPkcs8PrivateKeyPem() + "\n");
    }

    // With these rights from the first moment.
    private static void WriteForOwner(string file, string text)
    {
        using var stream = new FileStream(
            file, new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, UnixCreateMode = OwnersFile });
        using var writer = new StreamWriter(stream);
        writer.Write(text);
    }
}
