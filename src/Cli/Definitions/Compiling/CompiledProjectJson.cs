// SPDX-License-Identifier: Apache-2.0
using System.Text.Json.Serialization;

namespace Ghaf.Cli;

/// <summary>How built projects are remembered in <c>artifacts/</c>, and what MSBuild says about them.</summary>
[JsonSourceGenerationOptions(WriteIndented = true, RespectRequiredConstructorParameters = true, RespectNullableAnnotations = true)]
[JsonSerializable(typeof(CompiledProject))]
[JsonSerializable(typeof(BuiltValues))]
internal sealed partial class CompiledProjectJson : JsonSerializerContext;
