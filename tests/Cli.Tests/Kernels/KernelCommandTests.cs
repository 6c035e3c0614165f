// SPDX-License-Identifier: Apache-2.0
using Ghaf.Exec;

namespace Ghaf.Cli.Tests.Kernels;

public class KernelCommandTests
{
    [Theory]
    [InlineData("kernel build vm-release net-vm")]
    [InlineData("kernel config vm-release both")]
    public async Task Rejects_a_system_without_a_kernel_of_its_own(string line)
    {
        using var run = new SessionFor();
        Assert.Equal((int)ExitCode.Usage, await CommandLine.RunAsync(line.Split(' '), run.Session));
        Assert.Contains($"“{line.Split(' ')[^1]}” has no kernel of its own; there are host and guest.", run.Error.ToString());
    }
}
