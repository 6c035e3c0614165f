// SPDX-License-Identifier: Apache-2.0
using Ghaf.Model;

namespace Ghaf.Images;

/// <summary>Finds what is wrong inside of a lock that has the right form.</summary>
internal static class LockFaults
{
    public static IEnumerable<LockFault> Of(PackageLockDocument document, string text)
    {
        LockFault At(string word, string problem) => new(LineOf(text, word), problem);

        var repositories = document.Repositories.Select(repository => repository.Name).ToHashSet();
        foreach (var repository in document.Repositories.Where(repository => !IsHash(repository.InReleaseSha256)))
        {
            yield return At("\"repositories\"", $"The hash of the index of {repository.Suite} is not 64 lower-case hexadecimal digits.");
        }

        foreach (var (id, package) in document.Packages)
        {
            foreach (var problem in Problems(id, package, repositories))
            {
                yield return At($"\"{id}\":", problem);
            }
        }

        var requests = new HashSet<string>();
        foreach (var set in document.Sets)
        {
            if (set.Request.IsDefaultOrEmpty || set.Packages.IsDefault || !set.Request.SequenceEqual(PackageLock.Normalise(set.Request)))
            {
                yield return At("\"sets\"", "A request is empty, not sorted, or names something twice.");
                continue;
            }

            if (!requests.Add(string.Join(' ', set.Request)))
            {
                yield return At("\"sets\"", $"Two sets have this request: {string.Join(' ', set.Request)}.");
            }

            foreach (var unknown in set.Packages.Where(id => !document.Packages.ContainsKey(id)))
            {
                yield return At($"\"{unknown}\"", $"A set holds “{unknown}”, which is not among the packages.");
            }
        }
    }

    public static int LineOf(string text, string word)
    {
        var at = text.IndexOf(word, StringComparison.Ordinal);
        return at < 0 ? 0 : text.AsSpan(0, at).Count('\n') + 1;
    }

    private static IEnumerable<string> Problems(string id, LockedPackage package, HashSet<string> repositories)
    {
        if (id != package.Id)
        {
            yield return $"The package “{id}” says of itself that it is “{package.Id}”.";
        }

        if (!IsHash(package.Sha256))
        {
            yield return $"The sha256 of “{id}” is not 64 lower-case hexadecimal digits.";
        }

        if (package.Size <= 0)
        {
            yield return $"The size of “{id}” is {package.Size}.";
        }

        if (!repositories.Contains(package.Repository))
        {
            yield return $"“{id}” comes from “{package.Repository}”, which is not among the repositories.";
        }

        if (package.Path.StartsWith('/') || package.Path.Split('/').Any(part => part is "" or "." or ".."))
        {
            yield return $"The path “{package.Path}” of “{id}” is not a plain path below the repository.";
        }
    }

    private static bool IsHash(string text) => Sha256.TryParse(text, out var hash) && hash.Hex == text;
}
