// SPDX-License-Identifier: Apache-2.0
namespace Ghaf.Cli;

/// <summary>What a check found.</summary>
/// <param name="Name">The thing that was looked at.</param>
/// <param name="Well">Whether it is as it should be.</param>
/// <param name="Needed">Whether ghaf cannot work without it; otherwise it is only slower.</param>
/// <param name="Found">What is there.</param>
/// <param name="Mend">What to do if it is not well.</param>
internal sealed record DoctorFinding(string Name, bool Well, bool Needed, string Found, string? Mend = null);
