// SPDX-License-Identifier: Apache-2.0
namespace Ghaf.Images;

/// <summary>How packages are fetched.</summary>
public sealed record FetchOptions
{
    /// <summary>Default: <see cref="Mirrors.Default"/>.</summary>
    public Mirrors Mirrors { get; init; } = Mirrors.Default;

    /// <summary>Files fetched at once. Default: 8.</summary>
    public int Parallel { get; init; } = 8;

    /// <summary>How often one address is tried when it drops, stalls or answers 5xx. Default: 4.</summary>
    public int Attempts { get; init; } = 4;

    /// <summary>Without a byte for so long, a connection counts as dead. Default: 20 s.</summary>
    public TimeSpan StallTimeout { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>Before the second attempt; doubled before each further one. Default: 0.5 s.</summary>
    public TimeSpan Backoff { get; init; } = TimeSpan.FromMilliseconds(500);

    public IProgress<FetchProgress>? Progress { get; init; }

    /// <summary>Receives lines for people, for example about a mirror that served wrong bytes.</summary>
    public IProgress<string>? Messages { get; init; }
}
