// SPDX-License-Identifier: Apache-2.0
using System.ComponentModel;
using System.Runtime.InteropServices;
using Ghaf.Host;
using Ghaf.Host.Agents;
using Ghaf.Host.Booting;
using Ghaf.Host.Configuration;
using Ghaf.Host.Consoles;
using Ghaf.Host.Hypervisors;
using Ghaf.Host.Native;
using Ghaf.Host.Passthrough;
using Ghaf.Host.Posture;
using Ghaf.Host.State;
using Ghaf.Host.Stopping;
using Ghaf.Host.Units;
using Ghaf.Rpc;
using Ghaf.Runners;

const string usage = """
    Usage: vmd [--plan FILE] [COMMAND]
      (none)             watch the VMs and serve the control ports, until SIGTERM
      bind-passthrough   give the assigned PCI devices to vfio-pci, once, before any VM starts
      report-posture     find out how this host is made and write it down for the daemon
      open-state         open the device's encrypted storage, which is made at the first start
      require-state      fail, with the reason, when it is not open
      bless-boot FOLDER  mark the image that runs as good, on the EFI system partition, which is mounted there
      stop-vm NAME       ask a VM to power off and wait until its hypervisor is gone
      console NAME       attach to a VM's serial console; Ctrl-] leaves
      balloon NAME       say how much memory a VM has at the moment
      try-agents         call every VM's agent as the host and as every other VM, and say what came of it
      balloon NAME MIB   leave a VM this much of its memory, or give it back all
    """;

string[] words = args;
var path = HostPaths.Plan;
if (words is ["--plan", var file, ..])
{
    path = file;
    words = words[2..];
}

// Only the daemon hears guests; what the commands report is never left out.
var log = new Log(Console.Error, TimeProvider.System, words is [] ? 20 : int.MaxValue);
using var ended = new CancellationTokenSource();
void End(PosixSignalContext context)
{
    context.Cancel = true;
    ended.Cancel();
}

using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, End);
using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, End);
try
{
    switch (words)
    {
        case []:
            await new Daemon(HostPlanFile.Read(path), TimeProvider.System, log).RunAsync(ended.Token).ConfigureAwait(false);
            return 0;
        case ["bind-passthrough"]:
            return BindPassthrough.Run(HostPlanFile.Read(path).Passthrough, new PciTree("/"), log);
        case ["report-posture"]:
            return await CollectPosture.RunAsync(new HostTree("/"), new Systemd(), CollectPosture.ReportFile, ended.Token).ConfigureAwait(false);
        case ["open-state"]:
            return await OpenState.RunAsync(
                HostPlanFile.Read(path).State, new StatePaths("/"), new StateTools(), log, ended.Token).ConfigureAwait(false);
        case ["require-state"]:
            return RequireState.Run(new StatePaths("/"), log);
        case ["bless-boot", var partition]:
            FileSystem.Mount("/dev/disk/by-partlabel/esp", partition, "vfat", readOnly: false);
            return BlessBoot.Run(partition, "/sys/firmware/efi/efivars", log);
        case ["stop-vm", var name]:
            return await StopVm.RunAsync(HostPlanFile.Read(path), name, new Systemd(), log, ended.Token).ConfigureAwait(false);
        case ["console", var name]:
            return AttachConsole.Run(HostPlanFile.Read(path), name, log, ended.Token);
        case ["balloon", var name, .. { Length: < 2 } amount]:
            return await Balloon.RunAsync(HostPlanFile.Read(path), name, amount is [var mib] ? mib : null, Console.Out, log, ended.Token)
                .ConfigureAwait(false);
        case ["try-agents"]:
        {
            using var identities = DeviceIdentities.Read(HostPaths.Authority, TimeProvider.System);
            return await TryAgents.RunAsync(
                HostPlanFile.Read(path),
                identities,
                (vm, caller, vouchedFor) => GuestChannel.Connect(
                    new VsockEndPoint(vm.Cid, RpcPorts.Agent), caller, vm.Name, SwitchboardLine.From(vouchedFor)),
                Console.Out,
                ended.Token).ConfigureAwait(false);
        }

        case ["--help"]:
            Console.WriteLine(usage);
            return 0;
        default:
            Console.Error.WriteLine(usage);
            return 2;
    }
}
catch (OperationCanceledException) when (ended.IsCancellationRequested)
{
    return 0;
}
catch (Exception e) when (e is InvalidHostPlanException or IdentityException or Win32Exception)
{
    Console.Error.WriteLine($"vmd: {e.Message}");
    return 1;
}
