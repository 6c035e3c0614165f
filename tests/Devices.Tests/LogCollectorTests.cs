// SPDX-License-Identifier: Apache-2.0
using Ghaf.Admin.Settings;
using Ghaf.Model;
using Ghaf.Rpc;

namespace Ghaf.Devices.Tests;

/// <summary>What the collector of logs is told, as it reads it itself.</summary>
public class LogCollectorTests
{
    [Theory]
    [InlineData("vm")]
    [InlineData("lenovo-x1-carbon-gen11")]
    public async Task Collects_the_logs_of_the_host_and_of_every_VM_and_may_read_them(string device)
    {
        foreach (var plan in await ShippedDevices.PlansAsync(device))
        {
            foreach (var vm in plan.Vms.Where(vm => vm.Programs.Contains(OwnProgram.Admind)))
            {
                var settings = AdminSettings.Parse(vm.Files.Single(file => file.Path == AdminSettings.Path).Content!, AdminSettings.Path);
                Assert.Equal(vm.Name.Value, settings.Name);
                Assert.Equal(plan.Vms.Select(other => other.Name.Value).Append("host").Order(), settings.Sources.Order());
                Assert.Equal([new CallRule("host", "LogStore/*")], settings.Callers);
                Assert.True(settings.MaximumBytes < vm.Volumes.Single().Size.Bytes);
                Assert.Equal(
                    settings.Sources.Where(source => source != vm.Name.Value).Order(),
                    vm.Calls.Where(call => call.Method == "Logs/Read").Select(call => call.On).Order());
            }
        }
    }
}
