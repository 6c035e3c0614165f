// SPDX-License-Identifier: Apache-2.0
namespace Ghaf.Cli.Checking;

/// <summary>Whether a statement is true of this device, and by what one sees that.</summary>
internal sealed record StatementResult(bool Holds, string Evidence)
{
    public static StatementResult True(string evidence) => new(true, evidence);

    public static StatementResult False(string evidence) => new(false, evidence);
}
