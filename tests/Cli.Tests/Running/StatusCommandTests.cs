// SPDX-License-Identifier: Apache-2.0
using Ghaf.Cli.Tests.Checking;
using Ghaf.Protocol;

namespace Ghaf.Cli.Tests.Running;

public class StatusCommandTests
{
    [Fact]
    public async Task Every_VM_that_is_ready_is_asked()
    {
        var overview = await AskAsync(Some.AllReady);
        Assert.Equal(Some.AllReady, overview.Device);
        Assert.Equal(["net-vm", "ids-vm", "admin-vm", "curl-vm", "plain-vm"], overview.Guests.Select(guest => guest.Name));
        Assert.Empty(overview.Silent);
    }

    [Fact]
    public async Task A_silent_VM_is_told_with_the_reason_and_hides_no_other()
    {
        var overview = await AskAsync(Some.AllReady, silent: "net-vm");
        Assert.Equal(["ids-vm", "admin-vm", "curl-vm", "plain-vm"], overview.Guests.Select(guest => guest.Name));
        Assert.Equal([new SilentGuest("net-vm", "The agent of net-vm did not answer: gone (Is the VM ready?)")], overview.Silent);
    }

    [Theory]
    [InlineData(VmState.Waiting, "It is waiting.")]
    [InlineData(VmState.Starting, "It is starting.")]
    [InlineData(VmState.Failed, "It is failed.")]
    public async Task One_that_is_not_ready_is_told_and_not_asked(VmState state, string reason)
    {
        var device = Device(Some.With("ids-vm", vm => vm with { State = state }));
        var overview = await StatusCommand.AskAsync(device, CancellationToken.None);
        Assert.Equal([new SilentGuest("ids-vm", reason)], overview.Silent);
        Assert.Equal(["net-vm", "admin-vm", "curl-vm", "plain-vm"], overview.Guests.Select(guest => guest.Name));
        Assert.Equal(["Guest net-vm", "Guest admin-vm", "Guest curl-vm", "Guest plain-vm"], device.Asked);
    }

    private static Task<DeviceOverview> AskAsync(DeviceStatus status, string? silent = null) =>
        StatusCommand.AskAsync(Device(status, silent), CancellationToken.None);

    private static FakeDevice Device(DeviceStatus status, string? silent = null)
    {
        var device = new FakeDevice().Reports(status);
        device.Replies = request => request.Verb != ControlVerb.Guest ? null
            : request.Name == silent ? throw new RefusedException($"The agent of {silent} did not answer: gone (Is the VM ready?)", "Mend.")
            : new ControlReply(request.Id, Guest: Reports.Of(request.Name!));
        return device;
    }
}
