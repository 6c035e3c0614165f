// SPDX-License-Identifier: Apache-2.0
namespace Ghaf.Cli.Hardware;

/// <summary>Where a machine's tree of files comes from. Paths start with <c>/</c> and have no link among their folders.</summary>
internal interface ITreeSource
{
    /// <summary>The target of a link as it is written; null if there is none at this path.</summary>
    string? LinkAt(string path);

    /// <summary>The content of a file; null if there is none or it may not be read.</summary>
    string? TextAt(string path);

    /// <summary>The names in a folder, in no order; empty if there is none.</summary>
    IEnumerable<string> NamesAt(string path);
}
