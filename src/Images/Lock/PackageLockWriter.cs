// SPDX-License-Identifier: Apache-2.0
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Ghaf.Images;

/// <summary>Writes a lock so that a changed package is one changed line in a review.</summary>
/// <remarks>
/// <code>
/// {
///   "schema": 1,
///   "epoch": 1789199741,
///   "repositories": [
///     {"name":"debian","suite":"trixie",…},
///   "sets": [
///     {"request":["bash"],"packages":[
///       "base-files_13.8+deb13u7_amd64",
///   "packages": {
///     "base-files_13.8+deb13u7_amd64": {"name":"base-files",…},
/// </code>
/// </remarks>
internal static class PackageLockWriter
{
    private static readonly JsonSerializerOptions Plain = new(PackageLockJson.Default.Options)
    {
        // The default writes the + of Debian versions as \u002B, for the sake of HTML.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        TypeInfoResolver = PackageLockJson.Default,
    };

    public static string Write(PackageLock packageLock)
    {
        var repositories = packageLock.Repositories
            .OrderBy(r => r.Name, StringComparer.Ordinal).ThenBy(r => r.Suite, StringComparer.Ordinal)
            .ThenBy(r => r.Component, StringComparer.Ordinal).ThenBy(r => r.Architecture, StringComparer.Ordinal)
            .Select(repository => "    " + Json(repository));
        var sets = packageLock.Sets
            .OrderBy(set => string.Join(' ', set.Request), StringComparer.Ordinal)
            .Select(WriteSet);
        var packages = packageLock.Packages
            .OrderBy(package => package.Key, StringComparer.Ordinal)
            .Select(package => $"    {Json(package.Key)}: {Json(package.Value)}");
        return new StringBuilder()
            .Append("{\n  \"schema\": ").Append(PackageLock.CurrentSchema)
            .Append(",\n  \"epoch\": ").Append(packageLock.Epoch)
            .Append(",\n  \"repositories\": [\n").AppendJoin(",\n", repositories)
            .Append("\n  ],\n  \"sets\": [\n").AppendJoin(",\n", sets)
            .Append("\n  ],\n  \"packages\": {\n").AppendJoin(",\n", packages)
            .Append("\n  }\n}\n")
            .ToString();
    }

    private static string WriteSet(LockedSet set)
    {
        var packages = set.Packages.Order(StringComparer.Ordinal).Select(id => "\n      " + Json(id));
        return $"    {{\"request\":[{string.Join(',', set.Request.Select(Json))}],\"packages\":[{string.Join(',', packages)}]}}";
    }

    private static string Json<T>(T value) =>
        JsonSerializer.Serialize(value, (System.Text.Json.Serialization.Metadata.JsonTypeInfo<T>)Plain.GetTypeInfo(typeof(T)));
}
