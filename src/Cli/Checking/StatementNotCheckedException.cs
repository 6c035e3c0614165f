// SPDX-License-Identifier: Apache-2.0
namespace Ghaf.Cli.Checking;

/// <summary>A statement could be neither confirmed nor refuted, which counts as refuted.</summary>
internal sealed class StatementNotCheckedException(string message) : Exception(message);
