// SPDX-License-Identifier: Apache-2.0
namespace Ghaf.Cli;

/// <param name="Program">The path of the native program.</param>
internal sealed record NativeReport(string Program, long Bytes);
