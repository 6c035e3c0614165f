// SPDX-License-Identifier: Apache-2.0
namespace Ghaf.Cli.Checking;

/// <summary>Something that must be true of a running device.</summary>
internal interface IStatement
{
    /// <summary>A sentence for people.</summary>
    string Text { get; }

    /// <summary>
    /// How long after the VMs are ready it may take to become true: a VM is ready when its services have started, and its
    /// network may need a moment more. Default: it has to be true at once.
    /// </summary>
    TimeSpan Patience => TimeSpan.Zero;

    /// <summary>Finds out. A statement that changes something in the device puts it back.</summary>
    Task<StatementResult> CheckAsync(CheckContext context, CancellationToken cancellation);
}
