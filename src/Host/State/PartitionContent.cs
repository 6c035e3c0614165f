// SPDX-License-Identifier: Apache-2.0
namespace Ghaf.Host.State;

/// <summary>What a partition holds, by its first bytes.</summary>
internal enum PartitionContent
{
    /// <summary>Nothing: zeros.</summary>
    Blank,

    /// <summary>Encrypted storage whose making was interrupted: nobody has written to it.</summary>
    HalfMade,

    /// <summary>Encrypted storage.</summary>
    Encrypted,

    /// <summary>Something that is not ours.</summary>
    Foreign,
}
