// SPDX-License-Identifier: Apache-2.0
using System.Collections.Immutable;
using System.Text.Json;
using Ghaf.Exec;

namespace Ghaf.Images;

/// <summary>Runs kernel-hardening-checker on what a system starts with: configuration, command line, sysctls.</summary>
public static class CheckHardening
{
    /// <param name="tool">The unpacked set of <see cref="PackageRequests.HardeningChecker"/>.</param>
    /// <param name="config">The kernel's configuration, a file.</param>
    /// <param name="sysctls">What the system sets, in the order in which it does.</param>
    /// <returns>An answer for each thing that the checker looks at.</returns>
    public static async Task<ImmutableArray<HardeningAnswer>> RunAsync(
        string tool, string config, IEnumerable<string> commandLine, IReadOnlyDictionary<string, string> sysctls, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(sysctls);
        var folder = Directory.CreateTempSubdirectory("ghaf-hardening-").FullName;
        try
        {
            await File.WriteAllTextAsync(Path.Combine(folder, "cmdline"), string.Join(' ', commandLine) + "\n", cancellation).ConfigureAwait(false);

            // As `sysctl -a` prints them.
            await File.WriteAllLinesAsync(
                Path.Combine(folder, "sysctls"), sysctls.Select(one => $"{one.Key} = {one.Value}"), cancellation).ConfigureAwait(false);
            File.Copy(config, Path.Combine(folder, "config"));
            var sandbox = new Sandbox { ToolchainRoot = tool }.WithReadOnly(folder, "/checked");
            var result = await sandbox.Wrap(
                "/usr/bin/python3", "/usr/bin/kernel-hardening-checker", "-m", "json",
                "-c", "/checked/config", "-l", "/checked/cmdline", "-s", "/checked/sysctls").RunAsync(cancellation).ConfigureAwait(false);
            return Read(result.Output);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>Reads what the checker prints.</summary>
    /// <remarks>
    /// <code>[{"option_name": "CONFIG_BUG", "type": "kconfig", …, "desired_val": "y", "check_result": "OK", "check_result_bool": true}]</code>
    /// </remarks>
    internal static ImmutableArray<HardeningAnswer> Read(string json)
    {
        using var document = JsonDocument.Parse(json);
        return
        [
            .. document.RootElement.EnumerateArray().Select(one => new HardeningAnswer(
                one.GetProperty("option_name").GetString()!,
                one.GetProperty("type").GetString()!,
                one.GetProperty("desired_val").GetString()!,
                one.GetProperty("check_result").GetString()!,
                one.GetProperty("check_result_bool").GetBoolean())),
        ];
    }
}
