// SPDX-License-Identifier: Apache-2.0
namespace Ghaf.Benchmarks.Reporting;

/// <summary>Boots of one VM, emulated directly.</summary>
/// <param name="Ours">Seconds until ready, a run each.</param>
/// <param name="Stock">The same with Debian's kernel and initrd.</param>
internal sealed record GuestBootResult(
    string Vm, IReadOnlyList<double> Ours, IReadOnlyList<double> Stock,
    long OurKernelBytes, long OurInitrdBytes, long StockKernelBytes, long StockInitrdBytes)
{
    /// <summary>The largest share of the stock guest's time that we allow ourselves.</summary>
    public const double Target = 0.4;

    public double OurSeconds => Median(Ours);

    public double StockSeconds => Median(Stock);

    public double Ratio => OurSeconds / StockSeconds;

    public bool Reached => Ratio <= Target;

    private static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToList();
        return (sorted[(sorted.Count - 1) / 2] + sorted[sorted.Count / 2]) / 2;
    }
}
