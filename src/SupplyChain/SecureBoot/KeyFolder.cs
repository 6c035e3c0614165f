// SPDX-License-Identifier: Apache-2.0
namespace Ghaf.SupplyChain;

/// <summary>Where the keys of Secure Boot lie. For its owner only, and nothing of it is for git.</summary>
/// <remarks>
/// <code>
/// owner                    a GUID that UEFI keeps with each certificate
/// PK.crt  KEK.crt  db.crt  certificates, PEM
/// PK.key  KEK.key  db.key  private keys, PEM, mode 0600
/// db.uri                   instead of db.key: the URI of a private key in a PKCS #11 token
/// pcr.key  pcr.pub         vouches for what a TPM measures of our images; no firmware knows of it
/// enroll/                  what a firmware is told to trust: PK.auth, KEK.auth, db.auth; PEM of others in KEK/ and db/
/// </code>
/// A build needs <c>db.key</c> or <c>db.uri</c>, and <c>pcr.key</c> only. The two others can be kept elsewhere once <c>enroll/</c> is made.
/// </remarks>
/// <param name="Path">Absolute.</param>
public sealed record KeyFolder(string Path)
{
    /// <summary>The variables of UEFI in the order in which a boot loader may set them: the platform key ends the setup mode.</summary>
    public static IReadOnlyList<string> Variables { get; } = ["db", "KEK", "PK"];

    /// <summary>The name of the key of measurements.</summary>
    public const string Measurements = "pcr";

    public string Owner => System.IO.Path.Combine(Path, "owner");

    /// <summary>What goes into a firmware.</summary>
    public string Enrolment => System.IO.Path.Combine(Path, "enroll");

    public bool Exists => File.Exists(Owner);

    /// <summary>In a checkout or a project.</summary>
    public static KeyFolder In(string checkout) => new(System.IO.Path.Combine(checkout, ".ghaf", "secureboot"));

    public string Certificate(string variable) => System.IO.Path.Combine(Path, variable + ".crt");

    public string PublicKey(string name) => System.IO.Path.Combine(Path, name + ".pub");

    public string PrivateKey(string variable) => System.IO.Path.Combine(Path, variable + ".key");

    /// <summary>See <see cref="SupplyChain.TokenKey"/>.</summary>
    public string TokenKey => System.IO.Path.Combine(Path, "db.uri");

    public string Update(string variable) => System.IO.Path.Combine(Enrolment, variable + ".auth");

    /// <summary>Certificates of others that are trusted too.</summary>
    public string Others(string variable) => System.IO.Path.Combine(Enrolment, variable);
}
