// SPDX-License-Identifier: Apache-2.0
using System.Globalization;
using Ghaf.Exec;

namespace Ghaf.Benchmarks.Reporting;

/// <param name="Bytes">As the system sees it.</param>
/// <param name="Stored">Without holes.</param>
internal sealed record DiskSize(long Bytes, long Stored)
{
    public static async Task<DiskSize> OfAsync(string file, CancellationToken cancellation)
    {
        var text = (await Command.Of("stat", "--format=%s %b %B", file).RunAsync(cancellation)).Output;
        var numbers = text.Split(' ').Select(n => long.Parse(n, CultureInfo.InvariantCulture)).ToList();
        return new DiskSize(numbers[0], numbers[1] * numbers[2]);
    }
}
