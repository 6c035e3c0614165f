// SPDX-License-Identifier: Apache-2.0
using System.Collections.Immutable;
using Ghaf.Images;

namespace Ghaf.Cli.Sizes;

/// <summary>What one VM takes, or what all of them share.</summary>
/// <param name="Name">The VM's, or <c>shared base</c>, <c>kernel</c>, <c>initrd</c>.</param>
/// <param name="Bytes">Its file in the host's root.</param>
/// <param name="Parts">What that is made of, the largest first; none for a kernel.</param>
internal sealed record VmSize(string Name, long Bytes, ImmutableArray<PartSize> Parts);
