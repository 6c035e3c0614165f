// SPDX-License-Identifier: Apache-2.0
namespace Ghaf.Exec;

/// <summary>How a program ended and what it said.</summary>
/// <param name="Status">The exit status; 128 + n if signal n ended it.</param>
/// <param name="Output">Standard output, empty if it was streamed elsewhere.</param>
/// <param name="Error">Standard error; of more than 4 MiB only the end.</param>
/// <param name="Duration">Wall-clock time.</param>
public sealed record CommandResult(int Status, string Output, string Error, TimeSpan Duration);
