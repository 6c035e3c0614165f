// SPDX-License-Identifier: Apache-2.0
using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Ghaf.Model;

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    WriteIndented = true,
    NewLine = "\n",
    AllowDuplicateProperties = false,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true,
    UseStringEnumConverter = true,
    Converters =
    [
        typeof(VmNameConverter), typeof(PciAddressConverter), typeof(MacAddressConverter), typeof(ByteSizeConverter),
        typeof(IPAddressConverter), typeof(HardwareIdConverter), typeof(PciClassConverter), typeof(ColourConverter),
    ])]
[JsonSerializable(typeof(DevicePlan))]
[JsonSerializable(typeof(SealResult))]
[JsonSerializable(typeof(ImmutableArray<SealedTarget>))]
internal sealed partial class PlanJsonContext : JsonSerializerContext;
