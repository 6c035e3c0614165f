// SPDX-License-Identifier: Apache-2.0
namespace Ghaf.Images.Tests;

public class KernelFragmentTests
{
    [Fact]
    public void Reads_options_with_their_lines_and_passes_over_comments()
    {
        var fragment = KernelFragment.Parse("kernel/host.config", "# Why.\n\nCONFIG_KVM=y\n# CONFIG_INET is not set\nCONFIG_NR_CPUS=64  \nCONFIG_LSM=\"yama,landlock\"\n");
        Assert.Equal(
            ["kernel/host.config:3 CONFIG_KVM=y", "kernel/host.config:4 # CONFIG_INET is not set", "kernel/host.config:5 CONFIG_NR_CPUS=64", "kernel/host.config:6 CONFIG_LSM=\"yama,landlock\""],
            fragment.Options.Select(option => $"{option.Place} {option.Text}"));
    }

    [Theory]
    [InlineData("KVM=y")]
    [InlineData("CONFIG_KVM")]
    [InlineData("CONFIG_KVM=")]
    [InlineData("CONFIG-KVM=y")]
    public void Refuses_a_line_that_says_nothing(string line)
    {
        var failure = Assert.Throws<FragmentLineException>(() => KernelFragment.Parse("kernel/x.config", "# Why.\n" + line));
        Assert.Equal($"kernel/x.config:2 is neither an option of the kernel nor a comment: {line}", failure.What);
    }

    [Fact]
    public void The_last_fragment_that_names_an_option_decides()
    {
        var combined = KernelFragment.Combine(
        [
            KernelFragment.Parse("a", "CONFIG_INET=y\nCONFIG_NET=y\n"),
            KernelFragment.Parse("b", "# CONFIG_INET is not set\n"),
        ]);
        Assert.Equal(["b:1 # CONFIG_INET is not set", "a:2 CONFIG_NET=y"], combined.Select(option => $"{option.Place} {option.Text}"));
    }
}
