// SPDX-License-Identifier: Apache-2.0
using Ghaf.Model;
using Ghaf.Runners.Emulation;

namespace Ghaf.Cli;

/// <summary>From a built device to a running emulator.</summary>
internal static class StartDevice
{
    public static Task<EmulatedDevice> RunAsync(
        Session session, PreparedDevice prepared, RunFolder folder, Outside outside, CancellationToken cancellation)
    {
        var why = KvmProbe.WhyNot();
        if (why is not null)
        {
            session.Error.WriteLine($"The processor is emulated, which is slow: {why}.");
            if (prepared.Plan.Vms.Any(vm => vm.Machine == MachineType.Microvm))
            {
                session.Error.WriteLine("QEMU's microvm has been seen to stop an emulated processor, and the device with it: q35 does not.");
            }
        }

        var options = new EmulationOptions { Disk = prepared.Built.Disk, Folder = folder.Paths.Folder, Kvm = why is null };
        var log = new LogFile(folder.Paths.EmulatorLog, session.Time);
        var command = EmulatorSandbox.Enter(prepared.Plan, prepared.Built, options, outside) with { OnErrorLine = log.Write };
        session.Log.Write(command.ToShell());
        return EmulatedDevice.StartAsync(
            folder.Paths, kill => command.RunAsync(forceful: kill), session.Time, cancellation);
    }
}
