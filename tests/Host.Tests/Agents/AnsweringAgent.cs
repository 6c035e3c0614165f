// SPDX-License-Identifier: Apache-2.0
using System.Collections.Concurrent;
using Ghaf.Rpc;
using Ghaf.Rpc.Contracts;

namespace Ghaf.Host.Tests;

/// <summary>What an agent of a test answers with, and what it was asked.</summary>
/// <param name="identity">Who it is.</param>
internal sealed class AnsweringAgent(Identity identity)
{
    public ConcurrentQueue<string> Asked { get; } = [];

    /// <summary>How far its clock is ahead.</summary>
    public TimeSpan Ahead { get; set; }

    /// <summary>Without the clock.</summary>
    public GetStatusResponse Status { get; } = new()
    {
        Version = "1.2.3",
        BootId = "b00t",
        UptimeSeconds = 61.5,
        MemoryTotalBytes = 256 << 20,
        MemoryAvailableBytes = 100 << 20,
        LoadAverage = 0.75,
        SystemState = "degraded",
        FailedUnits = { "a.service", "b.service" },
        IdentityExpiresUnixSeconds = 2_000_000_000,
        DeniedCalls = 3,
    };

    public List<Application> Applications { get; } = [];

    /// <summary>Why it refuses to start an application; null when it does not.</summary>
    public string? Refusal { get; set; }

    /// <summary>What it hands out for signing instead of its own request.</summary>
    public byte[]? SigningRequest { get; set; }

    /// <summary>With a name that is not its own, which nobody may rely on.</summary>
    public PendingIdentity Pending { get; } = new("host");

    /// <summary>What came of the certificate that it took.</summary>
    public Identity? Renewed { get; private set; }

    public void Take(IReadOnlyList<byte[]> chain) => Renewed = Pending.Complete(chain, identity);
}
