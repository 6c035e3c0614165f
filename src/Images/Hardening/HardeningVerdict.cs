// SPDX-License-Identifier: Apache-2.0
using System.Collections.Immutable;

namespace Ghaf.Images;

/// <summary>What is to be said of a system's hardening.</summary>
/// <param name="Ok">How many things are as the checker wants them.</param>
/// <param name="Accepted">Fail, with a reason.</param>
/// <param name="Unknown">Fail, because the checker asks for an option that this version of the kernel does not have.</param>
/// <param name="Faults">Fail, and nobody says why.</param>
public sealed record HardeningVerdict(
    int Ok,
    ImmutableArray<(HardeningAnswer Answer, AcceptedFailure By)> Accepted,
    ImmutableArray<HardeningAnswer> Unknown,
    ImmutableArray<HardeningAnswer> Faults)
{
    /// <summary>Whether all is well: nothing unexplained, and not too much explained.</summary>
    public bool IsGood => Faults.IsEmpty && Accepted.Length <= AcceptedFailures.Most;

    /// <param name="known">Every option that this version of the kernel has.</param>
    public static HardeningVerdict Of(
        KernelRecipe kernel, ImmutableArray<HardeningAnswer> answers, ImmutableArray<AcceptedFailure> accepted, ImmutableHashSet<string> known)
    {
        var failed = answers.Where(answer => !answer.IsOk).ToList();
        var unknown = failed.Where(answer => answer.Type == "kconfig" && !known.Contains(answer.Option)).ToImmutableArray();
        var explained = (from answer in failed.Except(unknown)
                         let reason = accepted.FirstOrDefault(one => one.Option == answer.Option && one.IsFor(kernel))
                         where reason is not null
                         select (answer, reason)).ToImmutableArray();
        return new(
            answers.Count(answer => answer.IsOk),
            explained,
            unknown,
            [.. failed.Except(unknown).Except(explained.Select(one => one.answer))]);
    }
}
