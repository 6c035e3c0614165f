// SPDX-License-Identifier: Apache-2.0
using System.Text.RegularExpressions;

namespace Ghaf.Host.Booting;

/// <summary>
/// Takes the count of tries from the name of the image that runs, as the UAPI Boot Loader Specification says: it is good, and the
/// boot loader starts it from now on without counting.
/// </summary>
internal static partial class BlessBoot
{
    /// <summary>Does nothing if the boot is not counted.</summary>
    /// <param name="partition">Where the EFI system partition is mounted.</param>
    /// <param name="variables">Where efivarfs is.</param>
    /// <returns>The exit status.</returns>
    public static int Run(string partition, string variables, Log log)
    {
        if (LoaderVariable.Read(LoaderVariable.BootCountPath, variables) is not { } counted)
        {
            log.Write("This boot is not counted.");
            return 0;
        }

        var from = Path.Combine(partition, counted.TrimStart('\\').Replace('\\', '/'));
        var name = Count().Replace(Path.GetFileName(from), ".efi");
        var to = Path.Combine(Path.GetDirectoryName(from)!, name);
        if (!File.Exists(from))
        {
            log.Write(File.Exists(to) ? $"{name} is marked as good already." : $"The image that runs is gone: {counted}");
            return File.Exists(to) ? 0 : 1;
        }

        File.Move(from, to);
        log.Write($"This boot is good: {Path.GetFileName(from)} is {name} from now on.");
        return 0;
    }

    // +LEFT or +LEFT-DONE at the end of the name.
    [GeneratedRegex("\\+[0-9]+(-[0-9]+)?\\.efi$")]
    private static partial Regex Count();
}
