// SPDX-License-Identifier: Apache-2.0
using System.Globalization;

namespace Ghaf.Benchmarks;

/// <summary>What the command line asks for.</summary>
/// <param name="Compare">Ghaf against mkosi.</param>
/// <param name="Devices">Targets to build and boot.</param>
/// <param name="Plan">How quickly <c>ghaf plan</c> answers.</param>
/// <param name="GuestBoot">How long a VM takes to be ready, against Debian's stock kernel and initrd.</param>
/// <param name="Runs">How often a measure is repeated; the median counts.</param>
/// <param name="PeerRuns">How often mkosi's full build is repeated, which takes minutes.</param>
/// <param name="Boot">Whether images are booted too.</param>
internal sealed record BenchmarkOptions(bool Compare, IReadOnlyList<string> Devices, bool Plan, bool GuestBoot, int Runs, int PeerRuns, bool Boot)
{
    /// <summary>Whether compiled kernels are taken from the user's store, so that their compilation is not measured.</summary>
    public bool KernelsReady { get; init; }

    public const string Usage = """
        benchmarks/run [compare] [device] [release] [plan] [guest-boot] [--runs N] [--peer-runs N] [--no-boot] [--kernels-ready]

          compare        Ghaf against mkosi: one bootable disk of the same packages (needs root)
          device         the device vm-debug: build, sizes, boot, memory
          release        the same device as vm-release, whose kernels are compiled for it: half an hour
          plan           how quickly ghaf plan answers (needs GNU time)
          guest-boot     a VM until it is ready, against Debian's stock kernel and initrd
          --runs N       repeat each measure, the median counts; default 3
          --peer-runs N  repeat mkosi's full build; default 1
          --no-boot      do not boot the results
          --kernels-ready
                         take compiled kernels from the user's store and do not measure their compilation

        Without any of the first five: all. Results are printed and kept in benchmarks/results/.
        """;

    /// <summary>Null if the arguments make no sense.</summary>
    public static BenchmarkOptions? Parse(IReadOnlyList<string> arguments)
    {
        var options = new BenchmarkOptions(false, [], false, false, 3, 1, true);
        for (var i = 0; i < arguments.Count; i++)
        {
            var number = i + 1 < arguments.Count
                && int.TryParse(arguments[i + 1], NumberStyles.None, CultureInfo.InvariantCulture, out var n) && n > 0 ? n : 0;
            switch (arguments[i])
            {
                case "compare": options = options with { Compare = true }; break;
                case "device": options = options with { Devices = [.. options.Devices, "vm-debug"] }; break;
                case "release": options = options with { Devices = [.. options.Devices, "vm-release"] }; break;
                case "plan": options = options with { Plan = true }; break;
                case "guest-boot": options = options with { GuestBoot = true }; break;
                case "--no-boot": options = options with { Boot = false }; break;
                case "--kernels-ready": options = options with { KernelsReady = true }; break;
                case "--runs" when number > 0: options = options with { Runs = number }; i++; break;
                case "--peer-runs" when number > 0: options = options with { PeerRuns = number }; i++; break;
                default: return null;
            }
        }

        return options.Compare || options.Devices.Count > 0 || options.Plan || options.GuestBoot
            ? options
            : options with { Compare = true, Devices = ["vm-debug", "vm-release"], Plan = true, GuestBoot = true };
    }
}
