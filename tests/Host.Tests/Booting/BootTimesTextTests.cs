// SPDX-License-Identifier: Apache-2.0
using Ghaf.Host.Booting;
using Ghaf.Protocol;

namespace Ghaf.Host.Tests.Booting;

public sealed class BootTimesTextTests
{
    [Fact]
    public void Moments_before_and_after_the_kernel_become_parts()
    {
        const string Text = """
            FirmwareTimestampMonotonic=9500000
            LoaderTimestampMonotonic=1500000
            InitRDTimestampMonotonic=4000000
            UserspaceTimestampMonotonic=6000000
            FinishTimestampMonotonic=20250000
            """;
        Assert.Equal(new BootTimes(4, 14.25, 8, 1.5, 2), BootTimesText.Parse(Text));
    }

    [Fact]
    public void What_nobody_measured_is_not_told() =>
        Assert.Equal(
            new BootTimes(3, 7),
            BootTimesText.Parse("FirmwareTimestampMonotonic=0\nLoaderTimestampMonotonic=0\nInitRDTimestampMonotonic=0\n"
                + "UserspaceTimestampMonotonic=3000000\nFinishTimestampMonotonic=10000000\n"));

    [Fact]
    public void A_start_that_goes_on_has_no_times() =>
        Assert.Null(BootTimesText.Parse("UserspaceTimestampMonotonic=3000000\nFinishTimestampMonotonic=0\n"));
}
