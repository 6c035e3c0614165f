// SPDX-License-Identifier: Apache-2.0
using System.Collections.Immutable;
using Ghaf.Model;

namespace Ghaf.Cli.Hardware;

/// <summary>What a scan found.</summary>
internal sealed record ScannedMachine(HardwareSpec Hardware, ImmutableArray<ScanWarning> Warnings);
