// SPDX-License-Identifier: Apache-2.0
using System.Collections.Immutable;
using System.Text.Json;
using Ghaf.Model;

namespace Ghaf.Images;

/// <summary>Reads a lock strictly: unknown, duplicate and missing members and dangling references are refused.</summary>
internal static class PackageLockReader
{
    /// <exception cref="LockUnreadableException">With the line at fault.</exception>
    public static PackageLock Read(string file, string text)
    {
        var document = Parse(file, text);
        return LockFaults.Of(document, text).FirstOrDefault() is { } fault
            ? throw new LockUnreadableException(file, fault.Line, fault.Problem)
            : ToLock(document);
    }

    /// <summary>Reads what has the form of a lock, and tells all that is wrong in it.</summary>
    /// <exception cref="LockUnreadableException">It has not even the form.</exception>
    public static (PackageLock Lock, ImmutableArray<LockFault> Faults) ReadWithFaults(string file, string text)
    {
        var document = Parse(file, text);
        return (ToLock(document), [.. LockFaults.Of(document, text)]);
    }

    private static PackageLockDocument Parse(string file, string text)
    {
        try
        {
            var document = JsonSerializer.Deserialize(text, PackageLockJson.Default.PackageLockDocument)
                ?? throw new LockUnreadableException(file, 1, "It is empty.");
            return document.Schema == PackageLock.CurrentSchema
                ? document
                : throw new LockUnreadableException(
                    file,
                    LockFaults.LineOf(text, "\"schema\""),
                    $"Its schema is {document.Schema}; this ghaf reads schema {PackageLock.CurrentSchema}.");
        }
        catch (JsonException failure)
        {
            var line = (int)(failure.LineNumber ?? -1) + 1;
            var problem = failure.Message.Split(" Path: ")[0].Split(" LineNumber: ")[0];
            throw new LockUnreadableException(file, line, $"It is not a lock of schema 1: {problem}", failure);
        }
    }

    private static PackageLock ToLock(PackageLockDocument document) => new()
    {
        Epoch = document.Epoch,
        Repositories = [.. document.Repositories],
        Sets = [.. document.Sets],
        Packages = document.Packages.ToImmutableSortedDictionary(StringComparer.Ordinal),
    };
}
