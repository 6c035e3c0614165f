// SPDX-License-Identifier: Apache-2.0
namespace Ghaf.Cli;

/// <summary>How a device is run.</summary>
/// <param name="Format">Json: each changed status as a line.</param>
/// <param name="BootLimit">How long the host may take until it reports for the first time.</param>
/// <param name="ReadyLimit">With a check: how long the VMs may take from the start until all are ready.</param>
/// <param name="Keep">With a check: leave the device running afterwards.</param>
/// <param name="Machine">The folder of an emulated machine that outlives the run. Default: none does.</param>
/// <param name="Faults">With a check: how many parts of the device are killed at its end. Default: none.</param>
/// <param name="Seed">In which order they are.</param>
internal sealed record RunOptions(
    OutputFormat Format, TimeSpan BootLimit, TimeSpan ReadyLimit, bool Keep, string? Machine = null, int Faults = 0, int Seed = 0);
