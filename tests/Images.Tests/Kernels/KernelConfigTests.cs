// SPDX-License-Identifier: Apache-2.0
namespace Ghaf.Images.Tests;

public class KernelConfigTests
{
    private const string Completed =
        """
        #
        # Automatically generated file; DO NOT EDIT.
        #
        CONFIG_NET=y
        # CONFIG_INET is not set
        CONFIG_NR_CPUS=64
        """;

    [Fact]
    public void Names_each_line_without_effect_with_its_place_and_what_it_is_instead()
    {
        var wanted = KernelFragment.Parse(
            "kernel/own.config",
            "CONFIG_NET=y\nCONFIG_INET=y\nCONFIG_NR_CPUS=8\nCONFIG_NO_SUCH=m\n# CONFIG_ALSO_NONE is not set\n# CONFIG_NET is not set\n").Options;
        var config = KernelConfig.Parse(Completed);
        var failure = new OptionsIgnoredException("host", config.Ignored(wanted), config);
        Assert.Equal(
            """
            The kernel of the host cannot be what its fragments say:
            - kernel/own.config:2: CONFIG_INET is to be y, and is n
            - kernel/own.config:3: CONFIG_NR_CPUS is to be 8, and is 64
            - kernel/own.config:4: CONFIG_NO_SUCH is to be m, and is n
            - kernel/own.config:6: CONFIG_NET is to be n, and is y
            """,
            failure.What);
    }

    [Fact]
    public void A_configuration_that_is_as_wanted_has_no_such_lines() =>
        Assert.Empty(KernelConfig.Parse(Completed).Ignored(KernelFragment.Parse("a", Completed).Options));
}
