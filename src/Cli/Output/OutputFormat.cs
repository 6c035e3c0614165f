// SPDX-License-Identifier: Apache-2.0
namespace Ghaf.Cli;

/// <summary>Who reads standard output. Words for people go to standard error in either case.</summary>
internal enum OutputFormat
{
    Text,
    Json,
}
