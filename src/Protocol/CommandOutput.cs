// SPDX-License-Identifier: Apache-2.0
namespace Ghaf.Protocol;

/// <summary>What a command printed and how it ended.</summary>
/// <param name="ExitCode">0 to 255; 128 plus the signal's number when a signal ended it.</param>
/// <param name="Text">Standard output and error as they came, read as UTF-8.</param>
/// <param name="Truncated">Whether the text ends early because it was longer than the daemon keeps.</param>
public sealed record CommandOutput(int ExitCode, string Text, bool Truncated = false);
