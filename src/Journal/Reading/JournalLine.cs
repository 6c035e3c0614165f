// SPDX-License-Identifier: Apache-2.0
using System.Globalization;
using System.Text;
using System.Text.Json;
using Ghaf.Rpc.Contracts;

namespace Ghaf.Journal;

/// <summary>
/// An entry as <c>journalctl -o json</c> prints it, one line each:
/// <code>{"__CURSOR":"s=9c1…;i=2f;…","__REALTIME_TIMESTAMP":"1764150000000000","_PID":"1","MESSAGE":"Started."}</code>
/// A value is a string; an array of numbers, the bytes, where it is no UTF-8; an array of both where a field is there more than
/// once; null where it is too large.
/// </summary>
internal static class JournalLine
{
    /// <summary>The longest message, in bytes of UTF-8.</summary>
    public const int MaximumMessage = 64 << 10;

    /// <summary>What <see cref="Parse"/> reads beside what journalctl always prints.</summary>
    public const string Fields = "MESSAGE,PRIORITY,SYSLOG_IDENTIFIER,UNIT,_COMM,_PID,_SYSTEMD_UNIT";

    // Of an entry that says none, as journald itself takes it.
    private const uint Info = 6;

    private const string Ellipsis = "…";

    /// <returns>Null when it is no such line.</returns>
    public static LogEntry? Parse(ReadOnlySpan<byte> line)
    {
        try
        {
            return EntryOf(ValuesOf(line));
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static LogEntry EntryOf(Dictionary<string, string> values)
    {
        string Value(string field) => values.GetValueOrDefault(field, "");
        var pid = Number(Value("_PID"));
        return new LogEntry
        {
            Cursor = Value("__CURSOR"),
            RealtimeMicroseconds = Number(Value("__REALTIME_TIMESTAMP")),
            Priority = Value("PRIORITY") is [>= '0' and <= '7'] priority ? (uint)(priority[0] - '0') : Info,

            // Others may write any UNIT; systemd says by it which unit it speaks of.
            Unit = pid == 1 && Value("UNIT") is not "" and var unit ? unit : Value("_SYSTEMD_UNIT"),
            Identifier = Value("SYSLOG_IDENTIFIER") is not "" and var identifier ? identifier : Value("_COMM"),
            Pid = (uint)pid,
            Message = Cut(values.TryGetValue("MESSAGE", out var message) ? message : ""),
            BootId = Value("_BOOT_ID"),
        };
    }

    private static Dictionary<string, string> ValuesOf(ReadOnlySpan<byte> line)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        var json = new Utf8JsonReader(line);
        if (!json.Read() || json.TokenType != JsonTokenType.StartObject)
        {
            throw new JsonException();
        }

        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            var field = json.GetString()!;
            json.Read();
            if (ValueOf(ref json) is { } value)
            {
                values[field] = value;
            }
        }

        return values;
    }

    // Leaves the reader at the value's end. Null for a value that says nothing.
    private static string? ValueOf(ref Utf8JsonReader json)
    {
        switch (json.TokenType)
        {
            case JsonTokenType.String:
                return Text(ref json);
            case JsonTokenType.StartArray:
                return FirstOrBytes(ref json);
            default:
                json.Skip();
                return null;
        }
    }

    private static string? FirstOrBytes(ref Utf8JsonReader json)
    {
        string? first = null;
        var bytes = new List<byte>();
        while (json.Read() && json.TokenType != JsonTokenType.EndArray)
        {
            if (json.TokenType == JsonTokenType.Number)
            {
                bytes.Add(json.TryGetByte(out var value) ? value : throw new JsonException());
            }
            else
            {
                var value = ValueOf(ref json);
                first ??= value;
            }
        }

        return first ?? (bytes.Count > 0 ? Encoding.UTF8.GetString([.. bytes]) : null);
    }

    private static string Text(ref Utf8JsonReader json)
    {
        try
        {
            return json.GetString()!;
        }
        catch (InvalidOperationException)
        {
            // Half of a surrogate pair, or no UTF-8.
            return Encoding.UTF8.GetString(json.ValueSpan);
        }
    }

    private static long Number(string text) => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;

    private static string Cut(string message)
    {
        // A character is at most three bytes of UTF-8.
        if (message.Length <= MaximumMessage / 3 || Encoding.UTF8.GetByteCount(message) <= MaximumMessage)
        {
            return message;
        }

        var bytes = new byte[MaximumMessage - Encoding.UTF8.GetByteCount(Ellipsis)];
        Encoding.UTF8.GetEncoder().Convert(message, bytes, flush: false, out var used, out _, out _);
        return string.Concat(message.AsSpan(0, used - (char.IsHighSurrogate(message[used - 1]) ? 1 : 0)), Ellipsis);
    }
}
