// SPDX-License-Identifier: Apache-2.0
using System.Collections.Immutable;
using Ghaf.Model;
using Ghaf.Protocol;
using Ghaf.Runners.Units;

namespace Ghaf.Cli.Checking;

/// <summary>What of a device is killed, in an order by chance that the same seed gives again: every part once before any is killed twice.</summary>
internal static class FaultPlan
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);

    public static ImmutableArray<Fault> Of(DevicePlan plan, int count, int seed)
    {
        var chance = new Random(seed);
        var parts = Parts(plan).ToArray();
        var chosen = ImmutableArray.CreateBuilder<Fault>(count);
        while (chosen.Count < count)
        {
            chance.Shuffle(parts);
            chosen.AddRange(parts.Take(count - chosen.Count));
        }

        return chosen.ToImmutable();
    }

    public static IEnumerable<Fault> Parts(DevicePlan plan)
    {
        // Agents run all the time only where somebody follows what they say.
        var followed = plan.Vms.Any(vm => vm.Programs.Contains(OwnProgram.Admind));
        foreach (var vm in plan.Vms)
        {
            yield return Hypervisor(vm.Name);
            yield return Kernel(vm.Name);
            foreach (var unit in Programs(vm, followed))
            {
                yield return Program(vm.Name, unit);
            }
        }

        yield return Manager;
    }

    private static IEnumerable<string> Programs(VmPlan vm, bool followed) =>
    [
        .. vm.Routes ? (string[])["dnsmasq"] : [],
        .. vm.Packages.Contains("suricata") ? (string[])["suricata"] : [],
        .. vm.Programs.Contains(OwnProgram.Admind) ? (string[])["admind"] : [],
        .. followed ? (string[])["guestd"] : [],
    ];

    private static Fault Hypervisor(VmName vm) => new(
        $"the hypervisor of {vm}",
        vm.Value,
        LosesVm: true,
        (context, cancellation) => context.Device.AskAsync(ControlRequest.Create(ControlVerb.Kill, vm.Value), Limit, cancellation));

    // It answers first.
    private static Fault Kernel(VmName vm) => new(
        $"the kernel of {vm}",
        vm.Value,
        LosesVm: true,
        (context, cancellation) => context.VmAsync(
            vm, "systemd-run --quiet --collect /bin/sh -c 'sleep 1; echo c >/proc/sysrq-trigger'", cancellation));

    private static Fault Program(VmName vm, string unit) => new(
        $"{unit} in {vm}",
        vm.Value,
        LosesVm: false,
        (context, cancellation) => context.VmAsync(
            vm,
            $"pid() {{ systemctl show --value -p MainPID {unit}.service; }}; old=$(pid); [ \"$old\" != 0 ] || {{ echo it does not run; exit 1; }}; "
            + "kill -9 \"$old\"; for i in $(seq 50); do new=$(pid); [ \"$new\" = 0 ] || [ \"$new\" = \"$old\" ] || exit 0; sleep 1; done; "
            + "echo it does not come back; exit 1",
            cancellation));

    // Who answers us is killed himself, a moment later.
    private static Fault Manager { get; } = new(
        "vmd on the host",
        ControlRequest.Host,
        LosesVm: false,
        async (context, cancellation) =>
        {
            var pid = await ManagerPidAsync(context, cancellation).ConfigureAwait(false);
            await context.HostAsync($"systemd-run --quiet --collect /bin/sh -c 'sleep 1; kill -9 {pid}'", cancellation).ConfigureAwait(false);
            await Task.Delay(TimeSpan.FromSeconds(5), context.Time, cancellation).ConfigureAwait(false);
            if (await context.RetryAsync(() => ManagerPidAsync(context, cancellation), cancellation).ConfigureAwait(false) == pid)
            {
                throw new StatementNotCheckedException("vmd was not killed.");
            }
        });

    private static Task<string> ManagerPidAsync(CheckContext context, CancellationToken cancellation) =>
        context.HostAsync($"systemctl show --value -p MainPID {VmdUnit.Name}", cancellation);
}
