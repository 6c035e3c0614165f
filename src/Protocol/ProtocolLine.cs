// SPDX-License-Identifier: Apache-2.0
using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Ghaf.Protocol;

/// <summary>
/// A message as it crosses the wire, one JSON object and a line feed:
/// <code>{"id":"5f2c…","verb":"restart","name":"net-vm"}</code>
/// </summary>
public static class ProtocolLine
{
    /// <summary>The longest line either side accepts, in bytes.</summary>
    public const int MaximumBytes = 4 << 20;

    public static byte[] Write<T>(T message, JsonTypeInfo<T> type)
        => [.. JsonSerializer.SerializeToUtf8Bytes(message, type), (byte)'\n'];

    /// <summary>Reads one line; false, with the reason, for anything that is not exactly such a message.</summary>
    public static bool TryRead<T>(
        ReadOnlySpan<byte> line,
        JsonTypeInfo<T> type,
        [NotNullWhen(true)] out T? message,
        [NotNullWhen(false)] out string? reason)
        where T : class
    {
        message = null;
        reason = null;
        try
        {
            message = JsonSerializer.Deserialize(line, type);
            reason = message is null ? "The line is null." : null;
        }
        catch (JsonException e)
        {
            reason = e.Message;
        }

        return message is not null;
    }
}
