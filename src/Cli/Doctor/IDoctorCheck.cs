// SPDX-License-Identifier: Apache-2.0
namespace Ghaf.Cli;

/// <summary>One thing that a build machine should have.</summary>
internal interface IDoctorCheck
{
    Task<DoctorFinding> CheckAsync(CancellationToken cancellation);
}
