// SPDX-License-Identifier: Apache-2.0
namespace Ghaf.Guest.Processes;

/// <param name="ExitCode">0 when all went well; null when it did not end in time and was killed.</param>
/// <param name="Output">Standard output, cut at <see cref="RunProgram.MaximumOutput"/> characters.</param>
/// <param name="Error">Standard error, cut likewise.</param>
internal sealed record ProgramResult(int? ExitCode, string Output, string Error);
