// SPDX-License-Identifier: Apache-2.0
using Ghaf.Model;
using Ghaf.Runners.Emulation;

namespace Ghaf.Cli;

/// <summary>From a built device to a running emulator.</summary>
internal static class StartDevice
{
    /// <param name="machine">The folder of a machine that outlives the run; null for one that is new and gone afterwards.</param>
    public static async Task<EmulatedDevice> RunAsync(
        Session session, PreparedDevice prepared, RunFolder folder, Outside outside, string? machine, CancellationToken cancellation)
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

        if (!prepared.Plan.DebugAccess)
        {
            folder.NoteRelease();
        }

        var memory = new MachineMemory(machine is null ? folder.Paths.Folder : Path.GetFullPath(machine));
        if (machine is null)
        {
            KeptMachine.TakeVariables(memory, prepared.Built);
        }
        else
        {
            await KeptMachine.PrepareAsync(memory, prepared.Built, cancellation).ConfigureAwait(false);
        }

        var options = new EmulationOptions
        {
            Disk = machine is null ? prepared.Built.Disk : memory.Disk,
            WritesDisk = machine is not null,
            Folder = folder.Paths.Folder,
            Memory = memory,
            Kvm = why is null,
        };
        var log = new LogFile(folder.Paths.EmulatorLog, session.Time);
        var command = EmulatorSandbox.Enter(prepared.Plan, prepared.Built, options, outside) with { OnErrorLine = log.Write };
        session.Log.Write(command.ToShell());
        return await EmulatedDevice.StartAsync(
            folder.Paths, kill => command.RunAsync(forceful: kill), session.Time, cancellation).ConfigureAwait(false);
    }
}
