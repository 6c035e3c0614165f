// SPDX-License-Identifier: Apache-2.0
namespace Ghaf.Model;

/// <summary>A file or link of a root file system. Exactly one of content, source and target is set.</summary>
public sealed record FilePlan
{
    public required string Path { get; init; }

    /// <summary>Permission bits in octal, for example <c>0644</c>; null for a link.</summary>
    public string? Mode { get; init; }

    /// <summary>The text itself.</summary>
    public string? Content { get; init; }

    /// <summary>A file under <c>modules/files</c>, whose content the builder reads.</summary>
    public string? Source { get; init; }

    /// <summary>Where a symbolic link leads.</summary>
    public string? Target { get; init; }
}
