// SPDX-License-Identifier: Apache-2.0
namespace Ghaf.Model.Tests;

public class PlanJsonTests
{
    private readonly string _json = PlanJson.Write(Sample.Plan(Sample.Net, Sample.App));

    [Fact]
    public void What_was_written_reads_as_the_same() => Assert.Equal(_json, PlanJson.Write(PlanJson.Read(_json)));

    [Theory]
    [InlineData("\"schema\": 2", "\"schema\": 1", "schema 1")]
    [InlineData("\"schema\": 2", "\"scheme\": 1", "scheme")]
    [InlineData("\"schema\": 2,", "\"schema\": 2, \"schema\": 2,", "schema")]
    [InlineData("\"0000:00:03.0\"", "\"3\"", "is not a PCI address")]
    [InlineData("\"net-vm\"", "\"Net VM\"", "is not a VM name")]
    [InlineData("\"cores\": 2", "\"cores\": null", "$.hardware.cores")]
    [InlineData("\"memory\": 2147483648", "\"memory\": \"2G\"", "whole number of bytes")]
    public void Rejects_what_it_does_not_know_and_says_where(string good, string bad, string message)
    {
        Assert.Contains(good, _json, StringComparison.Ordinal);
        var changed = _json.Replace(good, bad, StringComparison.Ordinal);
        Assert.Contains(message, Assert.Throws<PlanFormatException>(() => PlanJson.Read(changed)).Message);
    }

    [Fact]
    public void Diagnostics_survive_the_way_to_the_command_line()
    {
        var result = Sample.Seal(Sample.Device(VmSpec.Named("Bad")));
        Assert.Equal(result.Diagnostics, SealResult.FromJson(result.ToJson()).Diagnostics);
    }
}
