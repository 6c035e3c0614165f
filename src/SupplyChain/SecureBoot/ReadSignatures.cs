// SPDX-License-Identifier: Apache-2.0
using System.Collections.Immutable;
using System.Formats.Asn1;
using System.Security.Cryptography.X509Certificates;
using Ghaf.Images;

namespace Ghaf.SupplyChain;

/// <summary>Says of a UEFI program whether a firmware that trusts some keys would start it.</summary>
public static class ReadSignatures
{
    /// <param name="file">The program.</param>
    /// <param name="path">Its name in the result.</param>
    /// <param name="keys">What the firmware trusts.</param>
    public static SignedProgram Run(byte[] file, string path, EnrolledKeys keys)
    {
        ArgumentNullException.ThrowIfNull(keys);
        if (PeImage.TryRead(file) is not { } image)
        {
            return new SignedProgram(path, SignatureState.NoProgram, [], null);
        }

        var signatures = image.Signatures().Select(TryRead).OfType<ProgramSignature>().ToImmutableArray();
        var signers = signatures.Select(signature => signature.Issuer).Distinct().ToImmutableArray();
        var hash = image.Hash();
        if (signatures.IsEmpty)
        {
            return new SignedProgram(path, SignatureState.Unsigned, [], Convert.ToHexStringLower(hash));
        }

        var fitting = signatures.Where(signature => signature.Program.AsSpan().SequenceEqual(hash)).ToList();
        var trusted = keys.Programs.Select(pem => X509Certificate2.CreateFromPem(pem)).ToList();
        var state = fitting.Count == 0 ? SignatureState.Altered
            : fitting.Any(signature => trusted.Any(signature.IsBy)) ? SignatureState.Trusted
            : SignatureState.Foreign;
        trusted.ForEach(certificate => certificate.Dispose());
        return new SignedProgram(path, state, signers, Convert.ToHexStringLower(hash));
    }

    private static ProgramSignature? TryRead(byte[] signature)
    {
        try
        {
            return ProgramSignature.Read(signature);
        }
        catch (AsnContentException)
        {
            return null;
        }
    }
}
