// SPDX-License-Identifier: Apache-2.0
using Ghaf.Exec;
using Ghaf.Images;

namespace Ghaf.SupplyChain;

/// <summary>Signs with <c>pcr.key</c> of a key folder. Flags were tried with systemd-measure 257.</summary>
public sealed class SignMeasurementsWithKeyFile : ISignMeasurements
{
    private const string Private = "/keys/pcr.key";
    private const string Public = "/keys/pcr.pub";
    private readonly KeyFolder _folder;

    /// <exception cref="KeysUnusableException">A file is missing.</exception>
    public SignMeasurementsWithKeyFile(KeyFolder folder)
    {
        ArgumentNullException.ThrowIfNull(folder);
        _folder = folder;
        if (!File.Exists(folder.PrivateKey(KeyFolder.Measurements)))
        {
            throw new KeysUnusableException(folder.PrivateKey(KeyFolder.Measurements), "it is missing");
        }

        PublicKey = ReadKeys.Text(folder.PublicKey(KeyFolder.Measurements));
    }

    public string PublicKey { get; }

    public async Task<string> SignAsync(Sandbox tools, IEnumerable<string> sections, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(tools);

        // The files are lent to one sandbox, and the line of its command, which may be logged, has their names only.
        var lent = tools with
        {
            ReadOnlyBind =
            [
                .. tools.ReadOnlyBind,
                new BindMount(_folder.PrivateKey(KeyFolder.Measurements), Private),
                new BindMount(_folder.PublicKey(KeyFolder.Measurements), Public),
            ],
        };
        string[] arguments =
        [
            // The storage is opened before systemd would measure a phase of the boot, and nothing measures one later.
            "sign", "--bank=sha256", "--phase=", "--private-key=" + Private, "--public-key=" + Public, .. sections,
        ];
        var signed = await lent.Wrap("/usr/lib/systemd/systemd-measure", arguments).RunAsync(cancellation).ConfigureAwait(false);
        return signed.Output;
    }
}
