// SPDX-License-Identifier: Apache-2.0
using System.Globalization;
using Ghaf.Exec;

namespace Ghaf.Benchmarks.Measuring;

/// <summary>Runs short commands and says what they took, memory included.</summary>
/// <remarks>
/// By GNU time, which is small: the kernel counts for a new process what the one that started it had resident, and .NET has
/// more than what is to be measured.
/// </remarks>
internal static class MeasuredMemory
{
    private const string Time = "/usr/bin/time";

    public static async Task<Footprint> RunAsync(Command command, CancellationToken cancellation)
    {
        var file = Path.GetTempFileName();
        try
        {
            var timed = command with
            {
                Program = Time,
                Arguments = ["--output", file, "--format", "%M", command.Program, .. command.Arguments],
            };
            var (timing, _) = await Measured.RunAsync(timed, cancellation);
            var kilobytes = long.Parse((await File.ReadAllTextAsync(file, cancellation)).Trim(), CultureInfo.InvariantCulture);
            return new Footprint(timing, kilobytes * 1024);
        }
        finally
        {
            File.Delete(file);
        }
    }

    /// <summary>Several times, after one run that is not counted.</summary>
    /// <param name="prepare">Done before each run, unmeasured, with its number.</param>
    public static async Task<Footprints> RunAsync(
        string name, Command command, int times, Action<int> prepare, CancellationToken cancellation)
    {
        var runs = new List<Footprint>();
        for (var run = 0; run <= times; run++)
        {
            prepare(run);
            runs.Add(await RunAsync(command, cancellation));
        }

        var counted = new Footprints(name, runs[1..]);
        Console.WriteLine(FormattableString.Invariant(
            $"{name}: {counted.Timings.Wall:0.000} s, {counted.PeakBytes / 1048576.0:0.0} MiB"));
        return counted;
    }
}
