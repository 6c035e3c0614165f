// SPDX-License-Identifier: Apache-2.0
namespace Ghaf.Images.Tests;

public class AcceptedFailuresTests
{
    [Fact]
    public void A_line_is_a_system_an_option_and_a_reason()
    {
        var accepted = Assert.Single(AcceptedFailures.Parse("accepted.txt", "# Why.\n\nguest CONFIG_BPF_SYSCALL systemd needs it.\n"));
        Assert.Equal(new("guest", "CONFIG_BPF_SYSCALL", "systemd needs it.", "accepted.txt:3"), accepted);
        Assert.True(accepted.IsFor(new KernelRecipe("guest", "linux-source-6.12", [], "amd64")));
        Assert.False(accepted.IsFor(new KernelRecipe("host", "linux-source-6.12", [], "amd64")));
    }

    [Theory]
    [InlineData("host CONFIG_BPF_SYSCALL")]
    [InlineData("net-vm pti It is slow.")]
    public void Refuses_a_line_without_a_reason_or_of_no_system(string line)
    {
        var failure = Assert.Throws<AcceptedFailureLineException>(() => AcceptedFailures.Parse("accepted.txt", line).ToList());
        Assert.Equal($"accepted.txt:1 does not say which system does without what, and why: {line}", failure.What);
    }
}
