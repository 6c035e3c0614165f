// SPDX-License-Identifier: Apache-2.0
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Ghaf.Protocol;

/// <summary>The protocol's JSON: camel case, no unknown and no duplicate members, all required members present.</summary>
[JsonSourceGenerationOptions(
    JsonSerializerDefaults.Strict,
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UseStringEnumConverter = true)]
[JsonSerializable(typeof(ControlRequest))]
[JsonSerializable(typeof(ControlReply))]
[JsonSerializable(typeof(DeviceStatus))]
[JsonSerializable(typeof(DeviceReport))]
[JsonSerializable(typeof(HostPosture))]
[JsonSerializable(typeof(LogLine))]
public sealed partial class ProtocolJson : JsonSerializerContext;
