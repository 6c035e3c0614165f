// SPDX-License-Identifier: Apache-2.0
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Schema;
using System.Text.Json.Serialization.Metadata;

namespace Ghaf.Model;

/// <summary>The JSON Schema of plans, made of the types that read and write them.</summary>
public static class PlanSchema
{
    // What our converters read and write, which the types do not tell.
    private static readonly Dictionary<Type, (string Type, string? Pattern, string Description)> Texts = new()
    {
        [typeof(VmName)] = ("string", "^[a-z][a-z0-9]*(-[a-z0-9]+)*$", $"A VM's name, at most {VmName.MaximumLength} characters."),
        [typeof(PciAddress)] = ("string", "^[0-9a-f]{4}:[0-9a-f]{2}:[01][0-9a-f]\\.[0-7]$", "A PCI address."),
        [typeof(MacAddress)] = ("string", "^[0-9a-f]{2}(:[0-9a-f]{2}){5}$", "An Ethernet address."),
        [typeof(HardwareId)] = ("string", "^[0-9a-f]{4}:[0-9a-f]{4}$", "Vendor and device."),
        [typeof(PciClass)] = ("string", "^[0-9a-f]{4}$", "Class and subclass of a PCI function."),
        [typeof(Colour)] = ("string", "^#[0-9a-f]{6}$", "A colour."),
        [typeof(System.Net.IPAddress)] = ("string", null, "An IP address."),
        [typeof(ByteSize)] = ("integer", null, "A number of bytes."),
    };

    private static readonly JsonSerializerOptions Readable = new()
    {
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>The type of plans, as it is read and written.</summary>
    public static JsonTypeInfo Type => PlanJsonContext.Default.DevicePlan;

    /// <summary>Indented, a line feed at the end.</summary>
    public static string Text()
    {
        var whole = new JsonObject
        {
            ["$schema"] = "https://json-schema.org/draft/2020-12/schema",
            ["title"] = $"Ghaf plan, schema {DevicePlan.CurrentSchema}",
        };
        foreach (var (name, value) in Of(Type).AsObject())
        {
            whole[name] = value?.DeepClone();
        }

        return whole.ToJsonString(Readable) + "\n";
    }

    /// <summary>Of any type that is made of the model's values.</summary>
    public static JsonNode Of(JsonTypeInfo type) => type.GetJsonSchemaAsNode(new JsonSchemaExporterOptions
    {
        TreatNullObliviousAsNonNullable = true,
        TransformSchemaNode = Describe,
    });

    private static JsonNode Describe(JsonSchemaExporterContext context, JsonNode node)
    {
        var type = Nullable.GetUnderlyingType(context.TypeInfo.Type) ?? context.TypeInfo.Type;
        if (!Texts.TryGetValue(type, out var text))
        {
            return node;
        }

        var described = new JsonObject { ["description"] = text.Description, ["type"] = text.Type };
        if (type != context.TypeInfo.Type || context.PropertyInfo is { IsGetNullable: true })
        {
            described["type"] = new JsonArray(text.Type, "null");
        }

        if (text.Pattern is not null)
        {
            described["pattern"] = text.Pattern;
        }

        return described;
    }
}
