// SPDX-License-Identifier: Apache-2.0
using Ghaf.Exec;
using Ghaf.Images;
using Ghaf.Model;

namespace Ghaf.SupplyChain;

/// <summary>Signs with <c>db.key</c> of a key folder.</summary>
public sealed class SignWithKeyFile : ISignPrograms
{
    private const string Key = "/keys/db.key";
    private readonly KeyFolder _folder;

    /// <exception cref="KeysUnusableException">A file is missing or damaged.</exception>
    public SignWithKeyFile(KeyFolder folder)
    {
        _folder = folder;
        Enrolled = ReadKeys.Run(folder);
        Certificate = Sha256.Of(Enrolled.Programs[0]);
    }

    public Sha256 Certificate { get; }

    public EnrolledKeys Enrolled { get; }

    public IReadOnlyCollection<string> Tools => PackageRequests.Toolchain;

    public Task SignAsync(Sandbox tools, string program, string signed, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(tools);

        // The tool would only say that it cannot read its key.
        using (SigningKey.Load(_folder.Certificate("db"), _folder.PrivateKey("db")))
        {
        }

        // The file is lent to one sandbox, and the line of its command, which may be logged, has the name only.
        var lent = tools with { ReadOnlyBind = tools.ReadOnlyBind.Add(new BindMount(_folder.PrivateKey("db"), Key)) };
        return SignProgram.RunAsync(lent, Enrolled.Programs[0], ["--private-key=" + Key], program, signed, cancellation);
    }
}
