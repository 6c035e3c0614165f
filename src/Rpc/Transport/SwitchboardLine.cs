// SPDX-License-Identifier: Apache-2.0
using System.Text;

namespace Ghaf.Rpc;

/// <summary>
/// What is said on a connection before TLS begins, a line each:
/// <code>
/// ghaf/1 CALL net-vm             a VM to the host: connect me to this one
/// ghaf/1 OK                      the host's answer; what follows is the other VM
/// ghaf/1 NO denied: …            the host's answer, and the end
/// ghaf/1 FROM gui-vm             the host to a VM: it is this one that calls
/// </code>
/// </summary>
/// <param name="Word">CALL, OK, NO or FROM.</param>
/// <param name="Rest">A name, a reason, or nothing.</param>
public sealed record SwitchboardLine(string Word, string Rest = "")
{
    /// <summary>The longest line, with its line feed.</summary>
    public const int MaximumBytes = 256;

    public const string CallWord = "CALL";
    public const string FromWord = "FROM";

    /// <summary>How the reason of a NO begins when the policy stands against it, and not the other VM's state.</summary>
    public const string DeniedPrefix = "denied: ";

    private const string Version = "ghaf/1";

    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public static SwitchboardLine Ok { get; } = new("OK");

    public static SwitchboardLine Call(string vm) => new(CallWord, vm);

    public static SwitchboardLine From(string caller) => new(FromWord, caller);

    /// <param name="reason">At most 200 bytes.</param>
    public static SwitchboardLine No(string reason) => new("NO", reason);

    /// <param name="line">Without its line feed.</param>
    /// <returns>Null for what is no such line.</returns>
    public static SwitchboardLine? Parse(ReadOnlySpan<byte> line)
    {
        try
        {
            return line.Length < MaximumBytes && Strict.GetString(line).Split(' ', 3) is [Version, { Length: > 0 } word, .. var rest]
                ? new SwitchboardLine(word, rest is [var words] ? words : "")
                : null;
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    /// <summary>Reads one, a byte at a time: what follows the line belongs to TLS.</summary>
    /// <returns>Null for what is no such line, or when the peer ended before.</returns>
    public static async Task<SwitchboardLine?> ReadAsync(Stream connection, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(connection);
        var line = new byte[MaximumBytes];
        for (var length = 0; length < line.Length; length++)
        {
            if (await connection.ReadAsync(line.AsMemory(length, 1), cancellation).ConfigureAwait(false) == 0)
            {
                return null;
            }

            if (line[length] == (byte)'\n')
            {
                return Parse(line.AsSpan(0, length));
            }
        }

        return null;
    }

    /// <summary>The name in a line that names a machine; null in another.</summary>
    /// <param name="word">Which line it has to be.</param>
    public string? NameAfter(string word) => Word == word && PeerName.IsValid(Rest) ? Rest : null;

    /// <summary>With its line feed.</summary>
    public byte[] ToBytes() => Strict.GetBytes($"{Version} {Word}{(Rest.Length > 0 ? " " : "")}{Rest}\n");
}
