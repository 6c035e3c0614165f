// SPDX-License-Identifier: Apache-2.0
namespace Ghaf.Cli.Checking;

/// <summary>A statement with what was found.</summary>
internal sealed record CheckedStatement(string Statement, bool Holds, string Evidence, double Seconds);
