// SPDX-License-Identifier: Apache-2.0
using System.Formats.Tar;
using Ghaf.Exec;
using Ghaf.Model;

namespace Ghaf.Cli;

/// <summary>The plan of a target as it is, or as it was in a revision of the checkout: <c>vm-debug@HEAD~3</c>.</summary>
internal static class LoadRevision
{
    /// <param name="name">A target, a plan's file, or either of a target and <c>@REVISION</c>.</param>
    /// <exception cref="GhafException">There is no such target or revision, or it has mistakes.</exception>
    public static async Task<DevicePlan> LoadAsync(Session session, string name, CancellationToken cancellation)
    {
        var at = name.LastIndexOf('@');
        if (at < 0 || File.Exists(name))
        {
            return await DevicePlans.For(session).LoadAsync(name, cancellation).ConfigureAwait(false);
        }

        var folder = Directory.CreateTempSubdirectory("ghaf-revision-").FullName;
        try
        {
            await ExtractAsync(session.Checkout.Root, name[(at + 1)..], folder, cancellation).ConfigureAwait(false);
            return await DevicePlans.In(session, new Checkout(folder)).LoadAsync(name[..at], cancellation).ConfigureAwait(false);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task ExtractAsync(string root, string revision, string folder, CancellationToken cancellation)
    {
        var archive = Path.Combine(folder, "revision.tar");
        var made = await (Command.Of("git", "-C", root, "archive", "--format=tar", $"--output={archive}", revision) with
        {
            FailureThrows = false,
        }).RunAsync(cancellation).ConfigureAwait(false);
        if (made.Status != 0)
        {
            throw new RevisionUnknownException(revision, made.Error.Trim());
        }

        await TarFile.ExtractToDirectoryAsync(archive, folder, overwriteFiles: true, cancellation).ConfigureAwait(false);
        File.Delete(archive);
    }
}
