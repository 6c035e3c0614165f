// SPDX-License-Identifier: Apache-2.0
using Ghaf.Images;
using Ghaf.Model;

namespace Ghaf.Cli.Tests.Output;

public class AmountsTests
{
    [Theory]
    [InlineData(0.44, "0.4 s")]
    [InlineData(9.94, "9.9 s")]
    [InlineData(38.7, "38 s")]
    [InlineData(125, "2 min 5 s")]
    [InlineData(11_230, "3 h 7 min")]
    public void Durations_read_as_people_say_them(double seconds, string expected) =>
        Assert.Equal(expected, Amounts.Of(TimeSpan.FromSeconds(seconds)));

    [Fact]
    public void Fetching_shows_bytes_rate_and_time_left() => Assert.Equal(
        "12 MiB of 312 MiB, 4 MiB/s, 1 min 15 s left", Amounts.Of(new FetchProgress(12.MiB, 312.MiB, 4.MiB, 3, 120)));

    [Fact]
    public void Fetching_that_is_done_or_stalled_has_no_time_left()
    {
        Assert.Equal("5 MiB of 5 MiB, 1 MiB/s", Amounts.Of(new FetchProgress(5.MiB, 5.MiB, 1.MiB, 1, 1)));
        Assert.Equal("1 MiB of 5 MiB, 0 B/s", Amounts.Of(new FetchProgress(1.MiB, 5.MiB, default, 0, 1)));
    }
}
