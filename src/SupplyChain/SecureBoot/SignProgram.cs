// SPDX-License-Identifier: Apache-2.0
using System.Globalization;
using Ghaf.Exec;

namespace Ghaf.SupplyChain;

/// <summary>Has systemd's signer sign a program of UEFI. Flags were tried with systemd-sbsign 257.</summary>
internal static class SignProgram
{
    // A signature carries the time of signing, by the machine's clock: equal programs would differ.
    private const string FixedClock = "/usr/lib/x86_64-linux-gnu/faketime/libfaketime.so.1";

    /// <param name="tools">Has SOURCE_DATE_EPOCH, which becomes the time of signing.</param>
    /// <param name="certificate">PEM.</param>
    /// <param name="key">Arguments that say where the private key is.</param>
    public static async Task RunAsync(
        Sandbox tools, string certificate, IEnumerable<string> key, string program, string signed, CancellationToken cancellation)
    {
        var folder = Path.GetDirectoryName(signed)!;
        var time = DateTimeOffset.FromUnixTimeSeconds(tools.SourceDateEpoch ?? 0).UtcDateTime;
        var sandbox = tools with
        {
            ReadOnlyBind = tools.ReadOnlyBind.Add(new BindMount(program, "/program.efi")),
            Bind = tools.Bind.Add(new BindMount(folder, "/signed")),
            Environment = tools.Environment
                .SetItem("LD_PRELOAD", FixedClock)
                .SetItem("TZ", "UTC")
                .SetItem("FAKETIME", time.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture)),
        };
        string[] arguments =
        [
            "sign", .. key, "--certificate=/dev/stdin", $"--output=/signed/{Path.GetFileName(signed)}", "/program.efi",
        ];
        await (sandbox.Wrap("/usr/lib/systemd/systemd-sbsign", arguments) with { Input = certificate })
            .RunAsync(cancellation).ConfigureAwait(false);
    }
}
