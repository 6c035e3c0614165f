// SPDX-License-Identifier: Apache-2.0
using System.Net;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Ghaf.Model;

/// <summary>A value that is one string in JSON; text that does not parse is a JSON error at its place.</summary>
internal abstract class TextConverter<T>(Func<string, T> parse, Func<T, string> format) : JsonConverter<T>
{
    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var text = reader.TokenType == JsonTokenType.String ? reader.GetString()! : throw new JsonException();
        try
        {
            return parse(text);
        }
        catch (FormatException e)
        {
            throw new JsonException(e.Message, e);
        }
    }

    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) =>
        writer.WriteStringValue(format(value));
}

internal sealed class VmNameConverter() : TextConverter<VmName>(
    text => VmName.IsValid(text) ? new VmName(text) : throw new FormatException($"“{text}” is not a VM name."),
    name => name.Value);

internal sealed class PciAddressConverter() : TextConverter<PciAddress>(PciAddress.Parse, a => a.ToString());

internal sealed class MacAddressConverter() : TextConverter<MacAddress>(MacAddress.Parse, a => a.ToString());

internal sealed class HardwareIdConverter() : TextConverter<HardwareId>(HardwareId.Parse, a => a.ToString());

internal sealed class PciClassConverter() : TextConverter<PciClass>(PciClass.Parse, a => a.ToString());

internal sealed class ColourConverter() : TextConverter<Colour>(Colour.Parse, a => a.ToString());

internal sealed class IPAddressConverter() : TextConverter<IPAddress>(IPAddress.Parse, a => a.ToString());

/// <summary>A size as its number of bytes.</summary>
public sealed class ByteSizeConverter : JsonConverter<ByteSize>
{
    public override ByteSize Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.Number && reader.TryGetInt64(out var bytes) && bytes >= 0
            ? new ByteSize(bytes)
            : throw new JsonException("A size is a whole number of bytes.");

    public override void Write(Utf8JsonWriter writer, ByteSize value, JsonSerializerOptions options) =>
        writer.WriteNumberValue(value.Bytes);
}
