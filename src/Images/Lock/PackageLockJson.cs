// SPDX-License-Identifier: Apache-2.0
using System.Text.Json.Serialization;

namespace Ghaf.Images;

/// <summary>The strict reading and plain writing of the lock's parts.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    AllowDuplicateProperties = false,
    RespectRequiredConstructorParameters = true,
    RespectNullableAnnotations = true)]
[JsonSerializable(typeof(PackageLockDocument))]
internal sealed partial class PackageLockJson : JsonSerializerContext;
