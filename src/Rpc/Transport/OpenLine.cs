// SPDX-License-Identifier: Apache-2.0
namespace Ghaf.Rpc;

/// <summary>The caller's part of what is said before TLS.</summary>
internal static class OpenLine
{
    /// <exception cref="SwitchboardRefusedException">The host does not connect.</exception>
    /// <exception cref="IOException">Nobody answers as the host does.</exception>
    public static async Task SayAsync(Stream connection, SwitchboardLine opening, CancellationToken cancellation)
    {
        await connection.WriteAsync(opening.ToBytes(), cancellation).ConfigureAwait(false);
        if (opening.Word != SwitchboardLine.CallWord)
        {
            return;
        }

        var answer = await SwitchboardLine.ReadAsync(connection, cancellation).ConfigureAwait(false);
        if (answer != SwitchboardLine.Ok)
        {
            throw answer is { Word: "NO" }
                ? new SwitchboardRefusedException(answer.Rest)
                : new IOException("The host did not say whether it connects.");
        }
    }
}
