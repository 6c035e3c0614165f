// SPDX-License-Identifier: Apache-2.0
using System.Collections.Immutable;

namespace Ghaf.Cli;

/// <summary>What <c>ghaf doctor</c> prints.</summary>
internal sealed record DoctorReport(bool Well, ImmutableArray<DoctorFinding> Findings);
