// SPDX-License-Identifier: Apache-2.0
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Ghaf.Admin.Settings;

/// <summary>Camel case; no unknown and no duplicate members; all members present.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Strict, PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(AdminSettings))]
internal sealed partial class AdminSettingsJson : JsonSerializerContext;
