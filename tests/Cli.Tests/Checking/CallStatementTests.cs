// SPDX-License-Identifier: Apache-2.0
using Ghaf.Cli.Checking;
using Ghaf.Protocol;

namespace Ghaf.Cli.Tests.Checking;

public class CallStatementTests
{
    private static readonly string[] Names = [.. Repository.Plan.Vms.Select(vm => vm.Name.Value)];

    // plain-vm may list curl-vm's applications and the host's VMs.
    [Fact]
    public Task Accepts_VMs_that_are_answered_what_they_may_call() => Some.Accepts(
        new VmsCallOnlyWhatTheyMay(),
        Device(),
        "52 calls denied; answered: plain-vm Vms/List of host, plain-vm Applications/List of curl-vm");

    [Theory]
    [InlineData("net-vm", "try host except ", "Power/PowerOff OK\n", "net-vm called Power/PowerOff of host: OK")]
    [InlineData("net-vm", "try host except ", "Vms/Start Unimplemented\n", "net-vm called Vms/Start of host: Unimplemented")]
    [InlineData("net-vm", "try curl-vm except ", "Units/Get Unavailable\n", "net-vm called Units/Get of curl-vm: Unavailable")]
    [InlineData("net-vm", "try curl-vm except ", "Vms/Start Unimplemented\n", "net-vm called Vms/Start of curl-vm: Unimplemented")]
    [InlineData("plain-vm", "try curl-vm except 'Applications/List'", "Applications/Start NotFound\n", "plain-vm called Applications/Start of curl-vm: NotFound")]
    [InlineData("plain-vm", "try curl-vm only ", "Applications/List Unavailable\n", "plain-vm may call Applications/List of curl-vm: Unavailable")]
    public Task Rejects_what_is_not_in_the_definition(string vm, string call, string answer, string evidence) =>
        Some.Rejects(new VmsCallOnlyWhatTheyMay(), Device().Answers(vm, call, answer), evidence);

    [Fact]
    public Task Rejects_denials_that_nobody_is_told()
    {
        var device = Device();
        device.Replies = request => new ControlReply(request.Id, Events: []);
        return Some.Rejects(new VmsCallOnlyWhatTheyMay(), device, "no event tells that calls of net-vm were denied");
    }

    [Fact]
    public Task Accepts_a_device_in_which_nobody_may_call_anything()
    {
        var without = Repository.Plan with { Vms = [.. Repository.Plan.Vms.Select(vm => vm with { Calls = [] })] };
        return Some.Accepts(new VmsCallOnlyWhatTheyMay(), Device().Answers("plain-vm", "guestd try ", "Guest/GetStatus PermissionDenied\n")
            .Answers("plain-vm", "guestd try host except ", "Guest/GetStatus Unimplemented\n"), "none, as no VM may call anything harmless", without);
    }

    [Theory]
    [InlineData("")]
    [InlineData("guestd: the identity can't be read.\n")]
    public Task Does_not_check_by_an_output_of_another_form(string output) => Assert.ThrowsAsync<StatementNotCheckedException>(
        () => new VmsCallOnlyWhatTheyMay().CheckAsync(Some.Context(Device().Answers("ids-vm", "try host", output)), CancellationToken.None));

    private static FakeDevice Device()
    {
        var device = new FakeDevice();
        foreach (var vm in Names)
        {
            device.Answers(vm, "guestd try ", "Guest/GetStatus PermissionDenied\nPower/PowerOff PermissionDenied\n");
            device.Answers(vm, "guestd try host except ", "Guest/GetStatus Unimplemented\nPower/PowerOff PermissionDenied\n");
        }

        device.Answers("plain-vm", "guestd try host except 'Vms/List'", "Vms/Start PermissionDenied\n");
        device.Answers("plain-vm", "guestd try host only 'Vms/List'", "Vms/List OK\n");
        device.Answers("plain-vm", "guestd try curl-vm except 'Applications/List'", "Vms/Start Unimplemented\nUnits/Get PermissionDenied\nGuest/GetStatus PermissionDenied\nPower/Reboot PermissionDenied\nPower/PowerOff PermissionDenied\n");
        device.Answers("plain-vm", "guestd try curl-vm only 'Applications/List'", "Applications/List OK\n");
        device.Replies = request => new ControlReply(
            request.Id, Events: [new DeviceEvent(7, DateTimeOffset.UnixEpoch, DeviceEventKind.Denied, "no", request.Name)]);
        return device;
    }
}
