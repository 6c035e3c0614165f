// SPDX-License-Identifier: Apache-2.0
using Ghaf.Exec;
using Ghaf.Images;

namespace Ghaf.SupplyChain;

/// <summary>Signs with <c>pcr.key</c> of a key folder.</summary>
public sealed class SignMeasurementsWithKeyFile : ISignMeasurements
{
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

    // The line of the command, which may be logged, has the file's name only.
    public Sandbox Lend(Sandbox tools)
    {
        ArgumentNullException.ThrowIfNull(tools);
        return tools with
        {
            ReadOnlyBind = tools.ReadOnlyBind.Add(
                new BindMount(_folder.PrivateKey(KeyFolder.Measurements), ISignMeasurements.PrivateKeyFile)),
        };
    }
}
