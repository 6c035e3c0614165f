// SPDX-License-Identifier: Apache-2.0
using Ghaf.Cli.Kernels;

namespace Ghaf.Cli.Tests.Kernels;

public class HardeningTextTests
{
    [Fact]
    public void Says_of_each_system_what_fails_and_why_it_may()
    {
        var report = new HardeningReport(
            "vm-release",
            Passed: false,
            [
                new("host", 340, [new("pti", "cmdline", "on", "FAIL: is not found", null)], [], ["CONFIG_OF_TOMORROW"]),
                new("net-vm", 341, [], [new("CONFIG_BPF_SYSCALL", "kconfig", "is not set", "FAIL: \"y\"", "systemd needs it.")], []),
            ],
            ["accepted-failures.txt:7 CONFIG_KSM"]);
        Assert.Equal(
            """
            ✗ host: 340 OK, 1 FAIL (0 accepted, 5 at most)
              ✗ pti (cmdline) is to be: on. FAIL: is not found
              · of newer kernels: CONFIG_OF_TOMORROW
            ✓ net-vm: 341 OK, 1 FAIL (1 accepted, 5 at most)
              · CONFIG_BPF_SYSCALL: systemd needs it.
            ✗ accepted-failures.txt:7 CONFIG_KSM accepts a failure that no system has; take the line out.

            """,
            HardeningText.Of(report));
    }
}
